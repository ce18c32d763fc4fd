import { execFileSync, spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { expect, onTestFinished, test } from 'vitest';
import { captured, SAMPLE_ACTORS, sampleId, sampleRecord } from './contract/sample-record.ts';
import { loadSqlite } from './sqlite/engine.ts';
import { createVault, openVault } from './vault.ts';

async function newFolder(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'onrecord-vault-'));
  onTestFinished(async () => rm(dir, { recursive: true }));
  return dir;
}

async function newVault(): Promise<string> {
  const dir = join(await newFolder(), 'vault');
  await createVault(dir, { keys: { kind: 'none' }, clock: () => new Date('2031-04-03T08:00:00Z') });
  return dir;
}

async function filledVault(): Promise<string> {
  const dir = await newVault();
  const vault = await openVault(dir);
  await vault.store.append(sampleRecord());
  await vault.close();
  return dir;
}

test('a vault says what it is, and only its owner can read it', async () => {
  const dir = await newVault();
  expect(JSON.parse(await readFile(join(dir, 'vault.json'), 'utf8'))).toMatchObject({
    format: 'onrecord-vault',
    version: 2,
    createdAt: '2031-04-03T08:00:00.000Z',
    data: 'data-1',
    protection: { kind: 'none' },
  });
  expect((await readdir(dir)).toSorted()).toEqual(['data-1', 'vault.json']);
  expect((await readdir(join(dir, 'data-1'))).toSorted()).toEqual(['blobs', 'record.sqlite']);
  for (const name of await readdir(dir)) expect((await stat(join(dir, name))).mode & 0o077, name).toBe(0);
});

test('errors of making and opening', async () => {
  const dir = await newVault();
  await expect(createVault(dir, { keys: { kind: 'none' } })).rejects.toMatchObject({ code: 'vault-exists' });
  await expect(openVault(join(dir, 'nowhere'))).rejects.toMatchObject({ code: 'no-vault' });
  await expect(openVault(join(dir, 'vault.json'))).rejects.toMatchObject({ code: 'no-vault' });
  await writeFile(join(dir, 'vault.json'), '{"format":"onrecord-vault","version":3}');
  await expect(openVault(dir)).rejects.toMatchObject({ code: 'vault-too-new' });
  await writeFile(join(dir, 'vault.json'), '{"format":"other"}');
  await expect(openVault(dir)).rejects.toMatchObject({ code: 'damaged' });
  await writeFile(join(dir, 'vault.json'), '{');
  await expect(openVault(dir)).rejects.toMatchObject({ code: 'damaged' });
});

test('a making that was interrupted is finished; a record that lost its description is not adopted', async () => {
  const dir = await newVault();
  await rm(join(dir, 'vault.json'));
  await writeFile(join(dir, 'data-1', 'unfinished'), '');
  await createVault(dir, { keys: { kind: 'none' } });
  const vault = await openVault(dir);
  await vault.store.append(sampleRecord());
  await vault.close();
  await rm(join(dir, 'vault.json'));
  await expect(createVault(dir, { keys: { kind: 'none' } })).rejects.toMatchObject({ code: 'damaged' });
});

test('of two makers at once one wins', async () => {
  const dir = join(await newFolder(), 'vault');
  const results = await Promise.allSettled([
    createVault(dir, { keys: { kind: 'none' } }),
    createVault(dir, { keys: { kind: 'none' } }),
  ]);
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'vault-exists' },
  });
});

test('a vault that a newer program has changed meanwhile takes nothing more from an older one', async () => {
  const dir = await newVault();
  const vault = await openVault(dir);
  await vault.store.append(sampleRecord());
  const written = async (): Promise<number> => (await vault.store.counts()).entries;
  const before = await written();
  const newer = new Database(join(dir, 'data-1', 'record.sqlite'));
  newer.exec("INSERT INTO schema_version VALUES (99, 'from the future')");
  newer.close();
  await expect(vault.store.append([captured(2, 'later')])).rejects.toMatchObject({ code: 'vault-too-new' });
  expect(await written()).toBe(before);
  await vault.close();
});

test('a database that is gone, junk or of a newer schema is named', async () => {
  const dir = await newVault();
  const file = join(dir, 'data-1', 'record.sqlite');
  const db = new Database(file);
  db.exec("INSERT INTO schema_version VALUES (99, 'from the future')");
  db.close();
  await expect(openVault(dir)).rejects.toMatchObject({ code: 'vault-too-new' });
  await expect(openVault(dir, { readOnly: true })).rejects.toMatchObject({ code: 'vault-too-new' });
  await writeFile(file, Buffer.alloc(8192, 'junk '));
  await expect(openVault(dir)).rejects.toMatchObject({ code: 'damaged' });
  await rm(file);
  await expect(openVault(dir)).rejects.toMatchObject({ code: 'damaged' });
});

test('a writer that does not finish makes others wait, then say so', async () => {
  const dir = await filledVault();
  const other = new Database(join(dir, 'data-1', 'record.sqlite'));
  other.exec('BEGIN IMMEDIATE');
  const vault = await openVault(dir, { busyTimeout: 50 });
  await expect(vault.store.append([captured(3, null)])).rejects.toMatchObject({ code: 'vault-busy' });
  expect(await vault.store.sources()).toHaveLength(2);
  other.exec('ROLLBACK');
  other.close();
  expect(await vault.store.append([captured(3, null)])).toHaveLength(1);
  await vault.close();
});

test('a vault opened for reading reads, and refuses to write', async () => {
  const dir = await filledVault();
  const vault = await openVault(dir, { readOnly: true });
  expect(vault.readOnly).toBe(true);
  await expect(vault.store.append([captured(3, null)])).rejects.toMatchObject({ code: 'read-only' });
  await expect(vault.blobs.put(Buffer.from('x'))).rejects.toMatchObject({ code: 'read-only' });
  expect((await vault.store.search('fishermen', 5)).hits).toHaveLength(1);
  expect(await vault.store.check()).toEqual([]);
  await vault.close();
});

test('a vault on a disk that cannot be written is readable', async (context) => {
  const dir = await filledVault();
  const mounted = spawnSync('mount', ['--bind', dir, dir]).status === 0;
  if (!mounted) return context.skip('this user may not mount; the test of permissions runs instead');
  try {
    execFileSync('mount', ['-o', 'remount,ro,bind', dir]);
    const vault = await openVault(dir);
    expect(vault.readOnly).toBe(true);
    expect(await vault.store.claim(sampleId('claim', 1))).not.toBeNull();
    await expect(vault.store.append([captured(3, null)])).rejects.toMatchObject({ code: 'read-only' });
    await expect(createVault(join(dir, 'inner'), { keys: { kind: 'none' } })).rejects.toMatchObject({
      code: 'read-only',
    });
    await vault.close();
  } finally {
    execFileSync('umount', [dir]);
  }
});

test('a vault that this user may only read is readable', async (context) => {
  if (process.getuid?.() === 0) return context.skip('root may write anywhere');
  const dir = await filledVault();
  await chmod(join(dir, 'data-1', 'record.sqlite'), 0o400);
  await chmod(dir, 0o500);
  try {
    const vault = await openVault(dir);
    expect(vault.readOnly).toBe(true);
    expect(await vault.store.sources()).toHaveLength(2);
    await vault.close();
  } finally {
    await chmod(dir, 0o700);
  }
});

test('the group key is the one handed in', async () => {
  const vault = await openVault(await newVault(), { groupKey: ({ scope }) => `at ${scope.place}` });
  await vault.store.append(sampleRecord());
  expect(await vault.store.propositions({ groupKey: 'at Port Calder' })).toHaveLength(2);
  expect(await vault.store.check()).toEqual([]);
  await vault.close();
});

test('a vault in a folder with odd characters in its name opens, for reading too', async () => {
  const dir = join(await newFolder(), 'отчёт ?#% 1');
  await mkdir(dir);
  await createVault(dir, { keys: { kind: 'none' } });
  for (const readOnly of [false, true]) {
    const vault = await openVault(dir, { readOnly });
    expect(await vault.store.sources()).toEqual([]);
    await vault.close();
  }
});

test('an old Node is refused before the engine is loaded', async () => {
  await expect(loadSqlite('20.20.2')).rejects.toMatchObject({ code: 'unsupported-runtime' });
});

test('a long append is refused as a whole when its last entry is bad, and the vault stays open for the next', async () => {
  const vault = await openVault(await newVault());
  const many = Array.from({ length: 50 }, (_, n) => captured(n + 1, `text ${n}`, { actors: SAMPLE_ACTORS }));
  await expect(vault.store.append([...many, captured(1, null)])).rejects.toMatchObject({
    code: 'invalid-record',
  });
  expect(await vault.store.append(many)).toHaveLength(50);
  await vault.close();
});
