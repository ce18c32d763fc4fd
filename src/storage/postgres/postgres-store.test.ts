import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll } from 'vitest';
import { type LocalPostgres, startLocalPostgres } from '../../../test/fixtures/local-postgres.ts';
import type { OpenHarness } from '../contract/store-harness.ts';
import { describeRecordStore } from '../contract.ts';
import { type EmptiedDatabase, openEmptiedDatabase } from './fixtures/emptied-database.ts';
import { openTestRecord } from './fixtures/test-record.ts';
import { createPostgresRecord } from './postgres-store.ts';

let server: LocalPostgres;
let scratchDir: string;
let empty: EmptiedDatabase;

beforeAll(async () => {
  scratchDir = mkdtempSync(join(tmpdir(), 'onrecord-pg-scratch-'));
  server = await startLocalPostgres();
  const url = await server.createDatabase();
  await createPostgresRecord(url);
  empty = await openEmptiedDatabase(url);
});

afterAll(async () => {
  await empty.close();
  await server.stop();
  rmSync(scratchDir, { recursive: true });
});

const openHarness: OpenHarness = async () => {
  const { url } = empty;
  await empty.empty();
  const closing: (() => Promise<void>)[] = [];
  const reopen = async () => {
    const { store } = await openTestRecord(url, { scratchDir });
    closing.push(() => store.close());
    return store;
  };
  return {
    store: await reopen(),
    reopen,
    damage: (...statements) => pastTheGuards(url, statements),
    cleanUp: async () => {
      for (const close of closing) await close();
    },
  };
};

/** As the owner of the server: triggers and foreign keys are switched off, statements run, and on again. */
async function pastTheGuards(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('SET session_replication_role = replica; SET search_path = onrecord');
    for (const statement of statements) {
      const { rowCount } = await client.query(statement.replaceAll(/\bonly\b/g, '"only"'));
      if ((rowCount ?? 0) === 0) throw new Error(`Nothing was damaged by: ${statement}`);
    }
  } finally {
    await client.end();
  }
}

describeRecordStore('PostgreSQL', openHarness);
