/** Makes a folder's entries survive a power cut (fsync on the folder). */
import { open } from 'node:fs/promises';

/**
 * Synchronises a folder. Windows cannot, and does not need it.
 *
 * @example
 * await syncFolder('/vault/blobs');
 */
export async function syncFolder(dir: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(dir, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
