/**
 * A vault whose bytes lie in an S3-compatible store, from end to end against a real server: backed up, restored into a folder and
 * into a store, erased, verified, looked at; and what happens when the store refuses, is gone, or takes half of it. Nothing
 * is lost, and no secret stands in a message.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import {
  LOCAL_KEYS,
  type LocalObjectStore,
  startLocalObjectStore,
} from '../../../test/fixtures/local-object-store.ts';
import { examineVault } from '../../desk/examine-vault.ts';
import { filledVault, masterBy, opening } from '../backup/fixtures/filled-vault.ts';
import { freshFolder } from '../backup/fixtures/fresh-folder.ts';
import {
  CANARY,
  eraseSource,
  everythingOf,
  filesUnder,
  groupKey,
  inventedBytes,
  inventedSource,
  KEYS,
  RECOVERY,
} from '../backup/fixtures/invented-vault.ts';
import { backupVault } from '../backup/write-backup.ts';
import { rekeyVault } from '../rekey/rekey-vault.ts';
import { restoreBackup } from '../restore/restore-vault.ts';
import { createVault, openVault } from '../vault.ts';
import { parseS3Address } from './s3-address.ts';
import { s3Objects } from './s3-objects.ts';

let server: LocalObjectStore;
beforeAll(async () => {
  server = await startLocalObjectStore();
});
afterAll(() => server.stop());
beforeEach(() => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', LOCAL_KEYS.accessKeyId);
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', LOCAL_KEYS.secretAccessKey);
});
afterEach(() => {
  server.refuse(null);
  vi.unstubAllEnvs();
});

const objectsAt = (address: string) => {
  const { prefix } = parseS3Address(address);
  return server.names().filter((name) => name.startsWith(prefix));
};

/** A vault with three sources whose bytes lie in the store. */
async function filled() {
  const blobs = server.freshAddress();
  return { blobs, ...(await filledVault(3, { blobs })) };
}

test('backed up, restored into a folder and into another store: the same vault, ciphertext alone outside', async () => {
  const { folder, dir, blobs, master, vault, file } = await filled();
  expect(await backupVault(vault, file)).toMatchObject({ entries: 9, blobs: 3, missing: [] });
  await vault.close();
  const before = await everythingOf(dir, master);
  const inFolder = join(folder, 'in-folder');
  await restoreBackup(file, inFolder, opening(master));
  expect(await everythingOf(inFolder, master)).toEqual(before);
  const [inStore, next] = [join(folder, 'in-store'), server.freshAddress()];
  expect(await restoreBackup(file, inStore, { ...opening(master), blobs: next })).toMatchObject({
    entries: 9,
    missing: [],
  });
  expect(await everythingOf(inStore, master)).toEqual(before);
  expect([objectsAt(blobs).length, objectsAt(next).length]).toEqual([3, 3]);
  expect(server.content('vault-').includes(CANARY)).toBe(false);
  expect((await readdir(inStore)).toSorted()).toEqual(['blobs.json', 'data-1', 'vault.json']);
  expect(await readdir(join(inStore, 'data-1', 'blobs'))).toEqual([]);
  for (const [path, bytes] of await filesUnder(folder)) {
    expect(bytes.includes(CANARY), path).toBe(false);
    expect(bytes.includes(LOCAL_KEYS.secretAccessKey), path).toBe(false);
  }
});

test('a restore that the store breaks off leaves nothing, there or here, and begins anew', async () => {
  const { folder, master, vault, file } = await filled();
  await backupVault(vault, file);
  await vault.close();
  const [dir, next] = [join(folder, 'again'), server.freshAddress()];
  server.refuse({ status: 403, code: 'AccessDenied', after: 3 });
  await expect(restoreBackup(file, dir, { ...opening(master), blobs: next })).rejects.toThrow(
    /does not let this program in/u,
  );
  expect(await readdir(dir), 'what lies in the store is told of').toEqual([
    'blobs.json',
    'restore.unfinished',
  ]);
  expect(objectsAt(next).length).toBeGreaterThan(0);
  server.refuse(null);
  const other = server.freshAddress();
  await restoreBackup(file, dir, { ...opening(master), blobs: other });
  expect([objectsAt(next).length, objectsAt(other).length]).toEqual([0, 3]);
  const taken = restoreBackup(file, join(folder, 'third'), { ...opening(master), blobs: other });
  await expect(taken).rejects.toMatchObject({ code: 'vault-exists' });
  expect(objectsAt(other).length, 'what belongs to somebody stays').toBe(3);
});

test('erased: the object goes; while the store is away that is told, and the key is destroyed all the same', async () => {
  const { dir, blobs, master, vault } = await filled();
  await eraseSource(vault, 1);
  expect(objectsAt(blobs)).toHaveLength(2);
  const removal = vault.blobs.remove((await firstHash(vault.blobs.list())) as never);
  server.refuse({ status: 403, code: 'AccessDenied' });
  await expect((await removal)()).rejects.toMatchObject({ code: 'unreachable' });
  server.refuse(null);
  expect(await vault.blobs.check()).toEqual([]);
  await vault.close();
  expect(await everythingOf(dir, master)).toMatchObject({ faults: [[], []] });
});

test('bytes that the store lost or changed are named by the check, told by the backup, and healed', async () => {
  const { blobs, vault, file } = await filled();
  const [first = ''] = objectsAt(blobs);
  server.damage(first);
  const bad = await vault.blobs.check();
  expect(bad).toHaveLength(1);
  expect((await backupVault(vault, file)).missing).toEqual(bad);
  for (const number of [1, 2, 3]) await vault.blobs.put(inventedBytes(number));
  expect(await vault.blobs.check()).toEqual([]);
  expect(await backupVault(vault, file)).toMatchObject({ missing: [], rewritten: 'found-bytes' });
  await vault.close();
});

test('refused, full, the bucket gone: a source is stored whole or not at all, a backup writes nothing, doctor says so', async () => {
  const { dir, master, vault, file } = await filled();
  const desk = { store: vault.store, blobs: vault.blobs } as never;
  const look = async () =>
    (await examineVault(desk, { dir, readOnly: false, extractor: 'x' })).findings.find(
      ({ what }) => what === 'bytes',
    );
  for (const [status, code, words] of [
    [403, 'SignatureDoesNotMatch', /does not let this program in/u],
    [404, 'NoSuchBucket', /has no such bucket/u],
    [507, 'QuotaExceeded', /has no room for this/u],
  ] as const) {
    server.refuse({ status, code });
    const refused = await vault.blobs.put(inventedBytes(4)).catch((error: unknown) => error);
    expect(String(refused)).toMatch(words);
    expect(JSON.stringify([refused, String(refused)])).not.toMatch(/S3RVER|Signature=|Credential/u);
    await expect(backupVault(vault, file)).rejects.toThrow(words);
    expect(await look()).toMatchObject({ state: 'bad', message: expect.stringMatching(words) });
    server.refuse(null);
  }
  expect(await look()).toMatchObject({ state: 'good', message: expect.stringMatching(/bucket kessar/u) });
  expect(await vault.store.counts()).toMatchObject({ sources: 3 });
  const large = inventedBytes(4, 400_000);
  server.breakNext('half-upload');
  await vault.blobs.put(large);
  await vault.store.append(inventedSource(4, large));
  expect(await backupVault(vault, file)).toMatchObject({ entries: 12, blobs: 4, missing: [] });
  await vault.close();
  expect(await everythingOf(dir, master)).toMatchObject({ faults: [[], []] });
});

test('what is too large for one object is refused in words, before a byte of it is sent', async () => {
  const objects = s3Objects(parseS3Address(server.freshAddress()), LOCAL_KEYS, { largest: 10 });
  const before = server.asked();
  await expect(objects.put('a'.repeat(64), new Uint8Array(11))).rejects.toMatchObject({
    code: 'too-large',
    message: expect.stringMatching(/11 bytes.*10 at most.*Split the file/u),
  });
  expect(server.asked()).toBe(before);
});

test('a store that takes the question and never answers is given up', async () => {
  const { createServer } = await import('node:http');
  const silent = createServer(() => undefined);
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const { port } = silent.address() as { port: number };
  const address = parseS3Address(`s3://kessar/v?endpoint=http://127.0.0.1:${port}`);
  const objects = s3Objects(address, LOCAL_KEYS, { timeout: 40, tries: 2, wait: 1 });
  await expect(objects.get('a'.repeat(64))).rejects.toMatchObject({
    code: 'unreachable',
    message: expect.stringMatching(/does not answer.*TimeoutError/u),
  });
  silent.closeAllConnections();
  await new Promise((resolve) => silent.close(resolve));
});

test('new keys are refused with the way to them; that way gives new keys, and the bytes lie in a store again', async () => {
  const { folder, dir, master, vault, file } = await filled();
  await backupVault(vault, file);
  await vault.close();
  const fresh = {
    ...KEYS,
    passphrase: 'nine new herons on the other side',
    recoveryKey: RECOVERY.slice().reverse(),
  };
  await expect(rekeyVault(dir, { master, keys: fresh, groupKey })).rejects.toMatchObject({
    code: 'bad-usage',
    message: expect.stringMatching(/Make a backup, restore it into a new folder, change the keys/u),
  });
  const between = join(folder, 'between');
  await restoreBackup(file, between, opening(master));
  await rekeyVault(between, { master, keys: fresh, groupKey });
  const next = await masterBy(between, fresh.passphrase);
  if (next === null) throw new TypeError('the new passphrase opens the vault');
  const rekeyed = await openVault(between, { master: next, groupKey });
  await backupVault(rekeyed, `${file}.new`);
  await rekeyed.close();
  const [end, address] = [join(folder, 'end'), server.freshAddress()];
  await restoreBackup(`${file}.new`, end, { ...opening(next), blobs: address });
  expect(await everythingOf(end, next)).toEqual(await everythingOf(dir, master));
  await expect(openVault(end, { master, groupKey })).rejects.toMatchObject({ code: 'damaged' });
  expect(objectsAt(address)).toHaveLength(3);
});

test('what an interrupted making wrote about a store does not bind the next one', async () => {
  const folder = await freshFolder();
  const dir = join(folder, 'vault');
  await createVault(dir, { keys: KEYS, blobs: server.freshAddress(), database: 'no address' }).catch(
    () => null,
  );
  expect(await readFile(join(dir, 'blobs.json'), 'utf8')).toContain('s3://');
  const master = await createVault(dir, { keys: KEYS });
  expect(await readdir(dir)).not.toContain('blobs.json');
  const vault = await openVault(dir, { master });
  expect(vault.blobs.elsewhere).toBeUndefined();
  await vault.close();
});

async function firstHash(hashes: AsyncIterable<string>): Promise<string> {
  for await (const hash of hashes) return hash;
  throw new TypeError('no hash');
}
