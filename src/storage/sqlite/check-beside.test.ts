import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Proposition } from '../../record/proposition.ts';
import { sampleRecord } from '../contract/sample-record.ts';
import { createVault, openVault } from '../vault.ts';
import { checkBeside } from './check-beside.ts';
import { loadSqlite } from './engine.ts';
import { openDatabase } from './open-database.ts';

const KEYS = {
  kind: 'encrypted',
  passphrase: 'five words chosen by dice',
  recoveryKey: new Uint8Array(32).fill(7),
  cost: { memoryKib: 65_536, passes: 1, lanes: 1 },
} as const;

const groupKey = ({ kind, measure }: Proposition) => `${kind} ${measure}`;

async function filledVault() {
  const dir = await mkdtemp(join(tmpdir(), 'onrecord-beside-'));
  const master = await createVault(dir, { keys: KEYS });
  const vault = await openVault(dir, { master, groupKey });
  await vault.store.append(sampleRecord());
  const file = join(dir, 'data-1', 'record.sqlite');
  const key = vault.keys.database;
  const opening = { readOnly: false, busyTimeout: 5000, create: false, key };
  const db = await openDatabase(file, opening);
  const options = {
    db,
    Database: await loadSqlite(),
    readOnly: false,
    groupKey,
    identity: vault.store.identity,
    scratchDir: join(dir, 'data-1'),
    // Only a check here would ask it.
    again: () => Promise.reject(new Error('checked here')),
  };
  const close = async () => {
    db.close();
    await vault.close();
    await rm(dir, { recursive: true });
  };
  return { dir, db, vault, options, key, file: { file, key, busyTimeout: 5000 }, close };
}

test('a thread finds what the check here finds, and leaves the key and no file', async () => {
  const { dir, db, vault, options, key, file, close } = await filledVault();
  expect(await checkBeside(options, file)).toEqual(await vault.store.check());
  db.exec('DROP TRIGGER texts_gate_update');
  db.exec("UPDATE texts SET content = content || 'x'");
  const faults = await checkBeside(options, file);
  expect(faults.map(({ item }) => item)).toContain('trigger texts_gate_update');
  expect(faults).toEqual(await vault.store.check());
  expect((await readdir(join(dir, 'data-1'))).filter((name) => name.startsWith('scratch'))).toEqual([]);
  expect(key?.some((byte) => byte !== 0)).toBe(true);
  await close();
});

test('a stored blocking key that its proposition does not give is told', async () => {
  const { options, file, close } = await filledVault();
  const faults = await checkBeside({ ...options, groupKey: () => 'another' }, file);
  expect(faults[0]?.message).toMatch(/group_key/);
  await close();
});

test('what the thread throws is thrown here, by its code', async () => {
  const { options, file, close } = await filledVault();
  const wrong = { ...file, key: new Uint8Array(32).fill(9) };
  await expect(checkBeside(options, wrong)).rejects.toMatchObject({ code: 'SQLITE_NOTADB' });
  await close();
});
