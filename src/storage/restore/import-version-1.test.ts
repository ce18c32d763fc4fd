import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openWithPassphrase } from '../../crypto/key-envelope.ts';
import { sha256Hex } from '../../crypto/sha256.ts';
import { freshFolder } from '../backup/fixtures/fresh-folder.ts';
import { filesUnder, groupKey, KEYS, PASSPHRASE } from '../backup/fixtures/invented-vault.ts';
import { SAMPLE_TEXT, sampleId } from '../contract/sample-record.ts';
import { openVault } from '../vault.ts';
import { readVaultFile } from '../vault-file.ts';
import { writeVersion1 } from './fixtures/version-1-vault.ts';
import { importVersion1, isVersion1 } from './import-version-1.ts';

const LAST = 'd2511723765d14abf691844a050970515c8e1e79a03e475df2c6fa2bcfc5a06c';
const options = {
  keys: KEYS,
  groupKey,
  agent: 'A. Archivist',
  clock: () => new Date('2031-06-01T12:00:00Z'),
};

test('a vault of onrecord 0.1 becomes an encrypted one: every entry with its time and name, proved', async () => {
  const folder = await freshFolder();
  const [old, dir] = [join(folder, 'old'), join(folder, 'new')];
  await writeVersion1(old);
  const before = await filesUnder(old);
  const report = await importVersion1(old, dir, options);
  expect(report).toMatchObject({ entries: 6, head: LAST });
  const file = await readVaultFile(dir);
  const master =
    file.protection.kind === 'none' ? null : openWithPassphrase(file.protection.envelope, PASSPHRASE);
  const vault = await openVault(dir, { master, groupKey });
  const [first, second, , , fifth] = await vault.store.entriesWith('record-imported').then(async (found) => {
    const log = [];
    for await (const entry of vault.store.log()) log.push(entry);
    expect(found).toHaveLength(1);
    return log;
  });
  expect(first).toMatchObject({
    at: '2031-06-01T12:00:00.000Z',
    agent: 'A. Archivist',
    body: { action: 'record-imported', format: 'onrecord-vault 1', head: LAST, entries: 6 },
  });
  expect(second).toMatchObject({ at: '2031-04-03T08:00:00Z', agent: 'machine', action: 'source-captured' });
  expect(fifth).toMatchObject({ at: '2031-04-03T08:00:00Z', agent: 'Reader One', action: 'claim-reviewed' });
  expect(await vault.store.counts()).toMatchObject({
    entries: 7,
    sources: 2,
    claims: { accepted: 1, proposed: 4 },
  });
  expect(await vault.store.text(sha256Hex(SAMPLE_TEXT))).toBe(SAMPLE_TEXT);
  expect(Buffer.from((await vault.blobs.get(sha256Hex('bytes 2'))) ?? []).toString()).toBe('bytes 2');
  expect(await vault.store.claim(sampleId('claim', 1))).toMatchObject({ status: 'accepted' });
  expect([await vault.store.check(), await vault.blobs.check()]).toEqual([[], []]);
  await vault.close();
  const left = [...(await filesUnder(old))].filter(([path]) => !/-(wal|shm)$/.test(path));
  expect(left).toEqual([...before]);
  for (const [path, bytes] of await filesUnder(dir))
    expect(bytes.includes('fishermen') || bytes.includes('bytes 2'), path).toBe(false);
  expect((await readdir(dir)).toSorted()).toEqual(['data-1', 'vault.json']);
});

test('without encryption, when asked for', async () => {
  const folder = await freshFolder();
  await writeVersion1(join(folder, 'old'));
  await importVersion1(join(folder, 'old'), join(folder, 'new'), { ...options, keys: { kind: 'none' } });
  const vault = await openVault(join(folder, 'new'), { groupKey });
  expect(await vault.store.check()).toEqual([]);
  await vault.close();
});

test.each([
  ['a body', "UPDATE log SET body = replace(body, 'Twelve', 'Twenty') WHERE seq = 3"],
  ['a name', "UPDATE log SET agent = 'Somebody' WHERE seq = 4"],
  ['an entry that is gone', 'DELETE FROM log WHERE seq = 2'],
  ['the chain', `UPDATE log SET previous = '${'0'.repeat(64)}' WHERE seq = 5`],
  ['a text', "UPDATE texts SET content = content || '.'"],
])('an old vault in which somebody changed %s is refused', async (_, change) => {
  const folder = await freshFolder();
  await writeVersion1(join(folder, 'old'), [change]);
  const made = importVersion1(join(folder, 'old'), join(folder, 'new'), options);
  await expect(made).rejects.toMatchObject({ code: 'damaged' });
  expect(await readdir(join(folder, 'new')).catch(() => [])).toEqual([]);
});

test('an old vault that lost bytes, and a folder that is none, are refused', async () => {
  const folder = await freshFolder();
  const old = join(folder, 'old');
  await writeVersion1(old);
  const name = sha256Hex('bytes 1');
  const path = join(old, 'blobs', name.slice(0, 2), name.slice(2));
  await writeFile(path, 'bytes one');
  await expect(importVersion1(old, join(folder, 'new'), options)).rejects.toMatchObject({ code: 'damaged' });
  await rm(path);
  await expect(importVersion1(old, join(folder, 'new'), options)).rejects.toMatchObject({ code: 'damaged' });
  await expect(importVersion1(folder, join(folder, 'new'), options)).rejects.toMatchObject({
    code: 'no-vault',
  });
  expect([await isVersion1(old), await isVersion1(folder)]).toEqual([true, false]);
});
