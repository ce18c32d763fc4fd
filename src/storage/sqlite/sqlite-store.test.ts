import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { afterAll, expect, test } from 'vitest';
import { peopleDecided } from '../contract/deciding.ts';
import { listedRecord } from '../contract/sample-lists.ts';
import { sealedRecords } from '../contract/sample-sealed.ts';
import type { OpenHarness } from '../contract/store-harness.ts';
import { describeRecordStore } from '../contract.ts';
import { VIEW_TABLES } from '../tables.ts';
import { createVault, openVault, type Vault } from '../vault.ts';
import { useKey } from './open-database.ts';

const KEYS = {
  'in clear': { kind: 'none' },
  encrypted: {
    kind: 'encrypted',
    passphrase: 'five words chosen by dice',
    recoveryKey: new Uint8Array(32).fill(7),
    cost: { memoryKib: 65_536, passes: 1, lanes: 1 },
  },
} as const;

type Kind = keyof typeof KEYS;

interface NewVault {
  readonly dir: string;
  readonly master: Uint8Array | null;
}

/** A new vault of each kind, made once and copied for each test: its passphrase costs more than the test. */
const made = new Map<Kind, Promise<NewVault>>();

async function makeVault(kind: Kind): Promise<NewVault> {
  const dir = await mkdtemp(join(tmpdir(), 'onrecord-store-'));
  return { dir, master: await createVault(dir, { keys: KEYS[kind] }) };
}

afterAll(async () => {
  for (const vault of made.values()) await rm((await vault).dir, { recursive: true });
});

const openHarness = async (kind: Kind): ReturnType<OpenHarness> => {
  const pristine = made.get(kind) ?? makeVault(kind);
  made.set(kind, pristine);
  const { dir: from, master } = await pristine;
  const dir = await mkdtemp(join(tmpdir(), 'onrecord-store-'));
  await cp(from, dir, { recursive: true });
  const open: Vault[] = [];
  const reopen = async () => {
    const vault = await openVault(dir, { master });
    open.push(vault);
    return vault.store;
  };
  return {
    store: await reopen(),
    reopen,
    damage: async (...statements) =>
      pastTheGuards(join(dir, 'data-1', 'record.sqlite'), open[0]?.keys.database ?? null, statements),
    cleanUp: async () => {
      for (const vault of open) await vault.close();
      await rm(dir, { recursive: true });
    },
  };
};

/** Takes the triggers away, runs the statements, puts the triggers back. */
function pastTheGuards(file: string, key: Uint8Array | null, statements: readonly string[]): void {
  const db = new Database(file);
  useKey(db, key);
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

describeRecordStore('SQLite in clear', () => openHarness('in clear'));
describeRecordStore('SQLite encrypted', () => openHarness('encrypted'));

async function withRawFile(body: (db: Database.Database) => void): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'onrecord-raw-'));
  await createVault(dir, { keys: { kind: 'none' } });
  const vault = await openVault(dir);
  await vault.store.append([...listedRecord(), peopleDecided(1), ...sealedRecords()]);
  const db = new Database(join(dir, 'data-1', 'record.sqlite'));
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
  await createVault(dir, { keys: { kind: 'none' } });
  const vault = await openVault(dir);
  const db = new Database(join(dir, 'data-1', 'record.sqlite'));
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
