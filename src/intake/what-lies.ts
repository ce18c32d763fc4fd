/** What lies at a path that a person named, told from its kind and its first bytes; nothing is opened further. */
import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { WhatLies } from '../desk/ports/what-lies.ts';

/** Local file header or, of an empty archive, the end record (APPNOTE.TXT §4.3). */
const ZIP_BEGINNINGS = ['504b0304', '504b0506', '504b0708'];

/**
 * Looks at a path.
 *
 * @example
 * await whatLies('./for-the-court'); // 'folder'
 */
export const whatLies: WhatLies = async (path) => {
  const found = await stat(path).catch(() => null);
  if (found === null) return null;
  if (found.isDirectory()) {
    const isVault = await stat(join(path, 'vault.json')).then(
      () => true,
      () => false,
    );
    return isVault ? 'vault' : 'folder';
  }
  if (!found.isFile()) return null;
  return ZIP_BEGINNINGS.includes(await firstBytes(path)) ? 'zip' : 'file';
};

async function firstBytes(path: string): Promise<string> {
  const file = await open(path, 'r').catch(() => null);
  if (file === null) return '';
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.subarray(0, bytesRead).toString('hex');
  } finally {
    await file.close();
  }
}
