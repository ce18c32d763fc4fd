import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { LOCAL_KEYS, startLocalObjectStore } from '../../../test/fixtures/local-object-store.ts';
import { filledVault } from '../backup/fixtures/filled-vault.ts';
import { freshFolder } from '../backup/fixtures/fresh-folder.ts';
import {
  addSources,
  encryptedVault,
  eraseSource,
  everythingOf,
  filesUnder,
  groupKey,
  inventedBytes,
  inventedSource,
} from '../backup/fixtures/invented-vault.ts';
import { backupVault } from '../backup/write-backup.ts';
import { startTestServer, type TestServer } from '../postgres/fixtures/test-server.ts';
import { restoreBackup } from '../restore/restore-vault.ts';
import { createVault, openVault } from '../vault.ts';
import { readVaultFile } from '../vault-file.ts';
import { moveVault } from './move-vault.ts';

let tests: TestServer;
beforeAll(async () => {
  tests = await startTestServer();
});
afterAll(() => tests.stop());

const run = (sql: string, database: string) => tests.server.run(sql, new URL(database).pathname.slice(1));
const onrecordTables = async (database: string) =>
  (await run("SELECT count(*)::int AS n FROM pg_tables WHERE schemaname = 'onrecord'", database))[0]?.n;

async function filled(sources: number) {
  const { dir, master, vault } = await filledVault(Math.min(sources, 5));
  // In one step, and all of the same bytes: a file for each would be most of the time.
  const [first] = [inventedBytes(1)];
  const more = Array.from({ length: sources - 5 }, (_, n) => inventedSource(n + 6, first));
  if (sources > 5) await vault.store.append(more.flat());
  await vault.notes.put({ kind: 'draft', name: 'd', source: null, body: '{}', at: '2031-01-01T00:00:00Z' });
  await vault.close();
  return { dir, master, to: await tests.emptyDatabase() };
}

async function goOn(dir: string, master: Uint8Array, database: string | null, number: number): Promise<void> {
  const vault = await openVault(dir, { master, groupKey, database });
  await addSources(vault, number, number);
  expect(await vault.notes.all('draft')).toHaveLength(1);
  await vault.close();
}

/** A server notices a moment later that a client was killed; until then others are told to wait. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      const busy = error instanceof Error && 'code' in error && error.code === 'vault-busy';
      if (!busy || tries === 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

test('there and back: the same heads, tables and bytes; work goes on in between; nothing stays behind', async () => {
  const { dir, master, to } = await filled(5);
  const opened = await openVault(dir, { master, groupKey });
  await eraseSource(opened, 2);
  await opened.close();
  const before = await everythingOf(dir, master);
  const moved = await moveVault(dir, { master, from: null, to, groupKey });
  expect(moved).toMatchObject({ dir, entries: 16, found: 0, missing: [], counts: { sources: 4 } });
  expect((await readdir(dir)).toSorted()).toEqual(['data-2', 'vault.json']);
  expect((await readdir(join(dir, 'data-2'))).toSorted()).toEqual(['blobs', 'notes.sqlite']);
  expect(await everythingOf(dir, master, to)).toEqual(before);
  await goOn(dir, master, to, 6);
  const later = await everythingOf(dir, master, to);
  const back = await moveVault(dir, { master, from: to, to: null, groupKey });
  expect(back).toMatchObject({ entries: 19, found: 0, record: null });
  expect((await readdir(dir)).toSorted()).toEqual(['data-3', 'vault.json']);
  expect(await everythingOf(dir, master)).toEqual(later);
  expect(await onrecordTables(to)).toBe(0);
  await goOn(dir, master, null, 7);
  for (const [path, bytes] of await filesUnder(dir)) expect(bytes.includes('fishermen'), path).toBe(false);
});

test('bytes in an object store stay there while the record moves, and a backup restores into a database and a store', async () => {
  const store = await startLocalObjectStore();
  vi.stubEnv('AWS_ACCESS_KEY_ID', LOCAL_KEYS.accessKeyId);
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', LOCAL_KEYS.secretAccessKey);
  try {
    const folder = await freshFolder();
    const { dir, master } = await encryptedVault(join(folder, 'vault'), store.freshAddress());
    const vault = await openVault(dir, { master, groupKey });
    await addSources(vault, 1, 3);
    await vault.close();
    const [before, names, to] = [await everythingOf(dir, master), store.names(), await tests.emptyDatabase()];
    expect(names).toHaveLength(3);
    store.refuse({ status: 403, code: 'AccessDenied' });
    await expect(moveVault(dir, { master, from: null, to, groupKey })).rejects.toThrow(
      /let this program in/u,
    );
    store.refuse(null);
    expect(await everythingOf(dir, master)).toEqual(before);
    await moveVault(dir, { master, from: null, to, groupKey });
    expect([await everythingOf(dir, master, to), store.names()]).toEqual([before, names]);
    const there = await openVault(dir, { master, groupKey, database: to });
    await eraseSource(there, 3);
    await addSources(there, 4, 4);
    const backup = join(folder, 'kessar.backup');
    expect(await backupVault(there, backup)).toMatchObject({ blobs: 3, missing: [] });
    await there.close();
    const later = await everythingOf(dir, master, to);
    const [again, database] = [join(folder, 'again'), await tests.emptyDatabase()];
    const restoring = { master: async () => master.slice(), groupKey, database, blobs: store.freshAddress() };
    await restoreBackup(backup, again, restoring);
    expect(await everythingOf(again, master, database)).toEqual(later);
    await moveVault(dir, { master, from: to, to: null, groupKey });
    expect(await everythingOf(dir, master)).toEqual(later);
    expect(store.names()).toHaveLength(6);
  } finally {
    vi.unstubAllEnvs();
    await store.stop();
  }
});

test('a vault without encryption moves too', async () => {
  const folder = await freshFolder();
  const [dir, to] = [join(folder, 'vault'), await tests.emptyDatabase()];
  await createVault(dir, { keys: { kind: 'none' } });
  const vault = await openVault(dir, { groupKey });
  await addSources(vault, 1, 2);
  await vault.close();
  const before = await everythingOf(dir, null);
  await moveVault(dir, { master: null, from: null, to, groupKey });
  expect(await everythingOf(dir, null, to)).toEqual(before);
  await moveVault(dir, { master: null, from: to, to: null, groupKey });
  expect(await everythingOf(dir, null)).toEqual(before);
});

test('stopped and gone on with: what was written is not written again', { timeout: 120_000 }, async () => {
  const { dir, master, to } = await filled(400);
  const stop = new AbortController();
  const onProgress = ({ step, done }: { step: string; done: number }) => {
    if (step === 'writing' && done >= 1000) stop.abort();
  };
  const stopped = moveVault(dir, { master, from: null, to, groupKey, signal: stop.signal, onProgress });
  await expect(stopped).rejects.toThrow(/The same command goes on/);
  await goOn(dir, master, null, 401);
  const before = await everythingOf(dir, master);
  expect(await moveVault(dir, { master, from: null, to, groupKey })).toMatchObject({
    entries: 1203,
    found: 1000,
  });
  expect(await everythingOf(dir, master, to)).toEqual(before);
  const again = new AbortController();
  const atWriting = ({ step, done }: { step: string; done: number }) => {
    if (step === 'writing' && done >= 1000) again.abort();
  };
  await expect(
    moveVault(dir, { master, from: to, to: null, groupKey, signal: again.signal, onProgress: atWriting }),
  ).rejects.toThrow(/goes on/);
  expect(await moveVault(dir, { master, from: to, to: null, groupKey })).toMatchObject({ found: 1000 });
  expect(await everythingOf(dir, master)).toEqual(before);
});

test('what was erased since does not stay in what an interrupted move left', {
  timeout: 120_000,
}, async () => {
  const { dir, master, to } = await filled(340);
  const stop = new AbortController();
  const onProgress = ({ step, done }: { step: string; done: number }) => {
    if (step === 'writing' && done >= 1000) stop.abort();
  };
  await expect(
    moveVault(dir, { master, from: null, to, groupKey, signal: stop.signal, onProgress }),
  ).rejects.toThrow(/goes on/);
  const vault = await openVault(dir, { master, groupKey });
  await eraseSource(vault, 7);
  await vault.close();
  const before = await everythingOf(dir, master);
  expect(await moveVault(dir, { master, from: null, to, groupKey })).toMatchObject({ found: 0 });
  expect(await everythingOf(dir, master, to)).toEqual(before);
});

test('refused: a place with another record, another history of this one, a vault that is open, what makes no sense', async () => {
  const one = await filled(2);
  const other = await filled(2);
  const move = (from: string | null, to: string | null) =>
    moveVault(one.dir, { master: one.master, from, to, groupKey });
  await moveVault(other.dir, { master: other.master, from: null, to: other.to, groupKey });
  const before = await everythingOf(one.dir, one.master);
  await expect(move(null, other.to)).rejects.toMatchObject({ code: 'vault-exists' });
  await expect(move(null, null)).rejects.toMatchObject({ code: 'bad-usage' });
  await expect(move(one.to, other.to)).rejects.toMatchObject({ code: 'bad-usage' });
  await expect(move(other.to, null)).rejects.toMatchObject({ code: 'bad-usage' });
  await expect(move(one.to, null)).rejects.toMatchObject({ code: 'no-vault' });
  const open = await openVault(one.dir, { master: one.master, groupKey });
  await open.store.counts();
  await expect(move(null, one.to)).rejects.toMatchObject({ code: 'vault-busy' });
  await open.close();
  expect(await everythingOf(one.dir, one.master)).toEqual(before);
  expect(await everythingOf(other.dir, other.master, other.to)).toMatchObject({ faults: [[], []] });
  const { dir, master, to } = one;
  await moveVault(dir, { master, from: null, to, groupKey });
  await expect(moveVault(dir, { master, from: null, to, groupKey })).rejects.toThrow(/already/);
});

test('killed at any moment, there and back: the vault opens where vault.json says, whole, and the move ends', {
  timeout: 300_000,
}, async () => {
  const { dir, master, to } = await filled(60);
  const before = await everythingOf(dir, master);
  const hex = Buffer.from(master).toString('hex');
  const rounds = process.env.SLOW === '1' ? 20 : 4;
  const step = async (args: readonly string[], killAfter: number | null): Promise<number> => {
    const script = join(import.meta.dirname, 'fixtures', 'move-once.ts');
    const child = spawn(process.execPath, [script, hex, dir, ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    const began = performance.now();
    if (killAfter !== null) setTimeout(() => child.kill('SIGKILL'), killAfter);
    await new Promise((resolve) => child.once('close', resolve));
    return performance.now() - began;
  };
  const whole = await step(['', to], null);
  for (let round = 0; round < 2 * rounds; round += 1) {
    const isThere = (await readVaultFile(dir)).record === 'postgres';
    const args = isThere ? [to, ''] : ['', to];
    await step(args, ((Math.floor(round / 2) + Math.random()) / rounds) * whole);
    const { record } = await readVaultFile(dir);
    expect(await patiently(() => everythingOf(dir, master, record === 'postgres' ? to : null))).toEqual(
      before,
    );
    if ((record === 'postgres') !== isThere) continue;
    const [from, next] = isThere ? [to, null] : [null, to];
    expect(await patiently(() => moveVault(dir, { master, from, to: next, groupKey }))).toMatchObject({
      entries: 180,
    });
    expect(await everythingOf(dir, master, next)).toEqual(before);
  }
});

test('killed right after vault.json named the vault: the same command takes away what is left in the database', async () => {
  const { dir, master, to } = await filled(3);
  await moveVault(dir, { master, from: null, to, groupKey });
  const dump = await everythingOf(dir, master, to);
  // Stands for the kill: nothing can be dropped.
  await run(
    'CREATE FUNCTION refuse() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION $a$no$a$; END $$',
    to,
  );
  await run('CREATE EVENT TRIGGER refuse ON sql_drop EXECUTE FUNCTION refuse()', to);
  await expect(moveVault(dir, { master, from: to, to: null, groupKey })).rejects.toThrow();
  await run('DROP EVENT TRIGGER refuse', to);
  expect((await readVaultFile(dir)).record).toBe('sqlite');
  expect(await everythingOf(dir, master)).toEqual(dump);
  expect(Number(await onrecordTables(to))).toBeGreaterThan(0);
  expect(await moveVault(dir, { master, from: to, to: null, groupKey })).toMatchObject({
    entries: 9,
    found: 9,
  });
  expect(await onrecordTables(to)).toBe(0);
});
