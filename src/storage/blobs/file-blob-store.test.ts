import { mkdir, mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { describeBlobStore } from '../contract/blob-contract.ts';
import { fileBlobStore, removeUnfinished } from './file-blob-store.ts';

describeBlobStore('files', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'onrecord-blobs-'));
  return {
    blobs: fileBlobStore({ dir, readOnly: false }),
    damage: (sha256) => writeFile(join(dir, sha256.slice(0, 2), sha256.slice(2)), 'other bytes'),
    cleanUp: () => rm(dir, { recursive: true }),
  };
});

test('files are named by their hash alone, readable by their owner alone, and nothing is left beside them', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'onrecord-blobs-'));
  const sha256 = await fileBlobStore({ dir, readOnly: false }).put(Buffer.from('x'));
  expect(await readdir(join(dir, sha256.slice(0, 2)))).toEqual([sha256.slice(2)]);
  expect(await readdir(join(dir, 'incoming'))).toEqual([]);
  expect((await stat(join(dir, sha256.slice(0, 2), sha256.slice(2)))).mode & 0o077).toBe(0);
  await rm(dir, { recursive: true });
});

test('a read-only store reads and refuses to write', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'onrecord-blobs-'));
  const sha256 = await fileBlobStore({ dir, readOnly: false }).put(Buffer.from('x'));
  const blobs = fileBlobStore({ dir, readOnly: true });
  await expect(blobs.put(Buffer.from('y'))).rejects.toMatchObject({ code: 'read-only' });
  expect(await blobs.has(sha256)).toBe(true);
  await rm(dir, { recursive: true });
});

test('a hash that is none never becomes a path', async () => {
  const blobs = fileBlobStore({ dir: tmpdir(), readOnly: true });
  await expect(blobs.get('../../etc/passwd' as never)).rejects.toMatchObject({ code: 'bad-usage' });
});

test('old unfinished files go, new ones stay', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'onrecord-blobs-'));
  await mkdir(join(dir, 'incoming'));
  await writeFile(join(dir, 'incoming', 'old'), 'half');
  await writeFile(join(dir, 'incoming', 'new'), 'half');
  await utimes(join(dir, 'incoming', 'old'), 1_000_000_000, 1_000_000_000);
  await removeUnfinished(dir, 1_500_000_000_000);
  expect(await readdir(join(dir, 'incoming'))).toEqual(['new']);
  await rm(dir, { recursive: true });
});
