/**
 * Writes very many blobs into a folder that nobody reads yet: each at once in its place, and all made safe together at the
 * end, some at a time. One by one, the waiting for the disk is most of a restore.
 */
import { mkdir, open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256Hex } from '../../crypto/sha256.ts';
import type { BlobCover } from '../blobs/blob-cover.ts';
import type { BulkBlobs } from '../blobs/bulk-writing.ts';
import { openObjects } from '../blobs/open-blobs.ts';
import { syncFolder } from '../blobs/sync-folder.ts';

/** Files that are waited for at the same time. */
const TOGETHER = 16;

/**
 * Writes into wherever the bytes of a vault are to lie.
 *
 * @param root folder of the vault
 * @throws OnRecordError `damaged`, `bad-usage`
 * @example
 * const bulk = await openBulkBlobs('/new-vault', '/new-vault/data-1/blobs', cover);
 */
export async function openBulkBlobs(root: string, dir: string, cover: BlobCover): Promise<BulkBlobs> {
  const objects = await openObjects(root);
  if (objects === null) return bulkBlobs(dir, cover);
  return (await import('../blobs/bulk-objects.ts')).bulkObjects(objects, cover);
}

/**
 * Writes into a folder of blobs.
 *
 * @param dir the folder; nobody else writes there
 * @example
 * const bulk = bulkBlobs('/vault/data-1/blobs', cover);
 */
export function bulkBlobs(dir: string, cover: BlobCover): BulkBlobs {
  const folders = new Set<string>();
  let fresh: string[] = [];
  return {
    put: async (bytes) => {
      const sha256 = sha256Hex(bytes);
      const seat = await cover.newSeat(sha256);
      const folder = join(dir, seat.name.slice(0, 2));
      if (!folders.has(folder)) await mkdir(folder, { recursive: true, mode: 0o700 });
      folders.add(folder);
      const path = join(folder, seat.name.slice(2));
      await writeFile(path, await seat.close(bytes), { mode: 0o600 });
      fresh.push(path);
      return sha256;
    },
    settle: async () => {
      const paths = fresh;
      fresh = [];
      for (let from = 0; from < paths.length; from += TOGETHER)
        await Promise.all(paths.slice(from, from + TOGETHER).map(syncFile));
      for (const folder of folders) await syncFolder(folder);
      await syncFolder(dir);
    },
  };
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
