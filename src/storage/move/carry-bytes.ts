/**
 * Brings the stored bytes of one data folder into another one of the same vault, as they lie: encrypted, under the keys that
 * they have. They are written once and never changed, so a second name for each file will do; where the disk knows no
 * second names they are copied.
 */
import { copyFile, link, mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { namesOfFiles } from '../blobs/file-blob-store.ts';
import { syncFolder } from '../blobs/sync-folder.ts';
import { makeFolder } from '../make-folder.ts';

/**
 * Brings over what is not there yet.
 *
 * @param from folder of blobs
 * @param to folder of blobs
 * @returns how many files lie there now
 * @example
 * await carryBytes('/vault/data-1/blobs', '/vault/moving/blobs');
 */
export async function carryBytes(from: string, to: string): Promise<number> {
  const folders = new Set<string>();
  let files = 0;
  makeFolder(to, 0o700);
  for await (const name of namesOfFiles(from)) {
    const folder = name.slice(0, 2);
    if (!folders.has(folder)) await mkdir(join(to, folder), { recursive: true, mode: 0o700 });
    folders.add(folder);
    await carryFile(join(from, folder, name.slice(2)), join(to, folder, name.slice(2)));
    files += 1;
  }
  for (const folder of folders) await syncFolder(join(to, folder));
  await syncFolder(to);
  return files;
}

async function carryFile(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'EEXIST') return;
    if (!['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EXDEV', 'EMLINK'].includes(code)) throw error;
    await copyFile(from, to);
    const file = await open(to, 'r+');
    try {
      await file.sync();
    } finally {
      await file.close();
    }
  }
}
