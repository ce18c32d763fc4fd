import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { expect, test } from 'vitest';
import { sampleRecord } from '../contract/sample-record.ts';
import type { OpenHarness } from '../contract/store-harness.ts';
import { describeRecordStore } from '../contract.ts';
import { VIEW_TABLES } from '../tables.ts';
import { createVault, openVault, type Vault } from '../vault.ts';

const openHarness: OpenHarness = async () => {
  const dir = await mkdtemp(join(tmpdir(), 'onrecord-store-'));
  await createVault(dir);
  const open: Vault[] = [];
  const reopen = async () => {
    const vault = await openVault(dir);
    open.push(vault);
    return vault.store;
  };
  return {
    store: await reopen(),
    reopen,
    damage: async (...statements) => pastTheGuards(join(dir, 'record.sqlite'), statements),
    cleanUp: async () => {
      for (const vault of open) await vault.close();
      await rm(dir, { recursive: true });
    },
  };
};

/** Takes the triggers away, runs the statements, puts the triggers back. */
function pastTheGuards(file: string, statements: readonly string[]): void {
  const db = new Database(file);
  db.pragma('foreign_keys = OFF');
  db.pragma('ignore_check_constraints = ON');
  const triggers = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all() as {
    name: string;
    sql: string;
  }[];
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`);
  for (const statement of statements) {
    if (db.prepare(statement).run().changes === 0) throw new Error(`Nothing was damaged by: ${statement}`);
  }
  for (const { sql } of triggers) db.exec(sql);
  db.close();
}

describeRecordStore('SQLite', openHarness);

async function withRawFile(body: (db: Database.Database) => void): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'onrecord-raw-'));
  await createVault(dir);
  const vault = await openVault(dir);
  await vault.store.append(sampleRecord());
  const db = new Database(join(dir, 'record.sqlite'));
  try {
    body(db);
    expect(await vault.store.check()).toEqual([]);
  } finally {
    db.close();
    await vault.close();
    await rm(dir, { recursive: true });
  }
}

test.each(['log', ...Object.keys(VIEW_TABLES)])('nothing but an append writes %s', async (table) => {
  await withRawFile((db) => {
    expect(() => db.exec(`DELETE FROM ${table}`)).toThrow(/never/);
    const column = table === 'log' ? 'at' : 'entry';
    expect(() => db.exec(`UPDATE ${table} SET ${column} = ${column}`)).toThrow(/never|only/);
    expect(() => db.exec(`INSERT INTO ${table} SELECT * FROM ${table} LIMIT 1`)).toThrow(/only by an append/);
  });
});

test('a missing guard is found by the check', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'onrecord-guard-'));
  await createVault(dir);
  const vault = await openVault(dir);
  const db = new Database(join(dir, 'record.sqlite'));
  db.exec('DROP TRIGGER log_is_never_changed');
  db.exec('CREATE VIEW extra AS SELECT 1');
  db.close();
  expect((await vault.store.check()).map(({ item }) => item)).toEqual([
    'trigger log_is_never_changed',
    'view extra',
  ]);
  await vault.close();
  await rm(dir, { recursive: true });
});
