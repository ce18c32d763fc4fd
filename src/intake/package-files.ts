/**
 * Reads an exported package where it lies: a folder, or a .zip that is never unpacked to disk. Follows no link, opens
 * no device, and lists names as they are written, so that one that leads out of the package is told and not followed.
 */
import { constants } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { OpenedPackage, PackageReader } from '../desk/ports/package-files.ts';
import { OnRecordError } from '../record/onrecord-error.ts';
import { openZipPackage } from './zip-package.ts';

/** Files; a package with more is taken for hostile. */
const MOST_FILES = 200_000;

/**
 * Opens the way to packages on this disk.
 *
 * @example
 * const files = await openPackageReader().open('./package.zip');
 */
export function openPackageReader(): PackageReader {
  return {
    async open(path) {
      const found = await stat(path).catch(() => null);
      if (found?.isDirectory() === true) return await folderPackage(path);
      if (found?.isFile() === true) return await openZipPackage(path, MOST_FILES);
      throw new OnRecordError('not-found', `There is no package ${path}. Give a folder or a .zip.`, {
        subject: path,
      });
    },
  };
}

async function folderPackage(folder: string): Promise<OpenedPackage> {
  const list: { path: string; size: number }[] = [];
  const refused: { path: string; message: string }[] = [];
  const waiting = [''];
  for (let below = waiting.pop(); below !== undefined; below = waiting.pop()) {
    for (const entry of await readdir(join(folder, below), { withFileTypes: true })) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (list.length >= MOST_FILES) throw tooMany(folder);
      if (entry.isDirectory()) waiting.push(path);
      else if (entry.isFile()) list.push({ path, size: (await stat(join(folder, path))).size });
      else refused.push({ path, message: entry.isSymbolicLink() ? LINK : 'is neither a file nor a folder' });
    }
  }
  return { list, refused, read: (path) => readFile(join(folder, path)), close: async () => undefined };
}

const LINK = 'is a link; a package holds files only, and no link is followed';

function tooMany(path: string): OnRecordError {
  return new OnRecordError(
    'too-large',
    `${path} holds more than ${MOST_FILES} files, the most that a package may have: it is not read.`,
    {
      subject: path,
    },
  );
}

async function* readFile(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  try {
    yield* file.createReadStream({ autoClose: false });
  } finally {
    await file.close();
  }
}
