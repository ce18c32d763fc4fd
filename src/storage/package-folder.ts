/**
 * Writes an exported package: a new folder with exactly the files handed in, flushed to disk, put in place whole or
 * not at all. Files are handed in one after the other and read back from there, so that none need stay in memory. Refuses a folder that holds anything, and paths that lead out of it.
 */
import { constants } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import type { PackageFolder } from '../desk/ports/package-folder.ts';
import { OnRecordError } from '../record/onrecord-error.ts';
import { makeFolder } from './make-folder.ts';

/**
 * Opens the way to package folders on this disk.
 *
 * @example
 * const staged = await openPackageFolder().stage('./package');
 */
export function openPackageFolder(): PackageFolder {
  return {
    async stage(folder) {
      const target = resolve(folder);
      const beside = `${target}.writing-${process.pid}`;
      const list: { path: string; size: number }[] = [];
      const drop = async (): Promise<void> => {
        await rm(beside, { recursive: true, force: true });
      };
      const telling = async <T>(act: () => Promise<T>): Promise<T> => {
        try {
          return await act();
        } catch (error) {
          throw asFolderError(error, folder);
        }
      };
      await telling(async () => {
        await refuseFilled(target, folder);
        await drop();
        makeFolder(beside, 0o777, folder);
      });
      return {
        write: (path, bytes) =>
          telling(async () => {
            await writeOne(beside, path, bytes);
            list.push({ path, size: bytes.byteLength });
          }),
        written: () => ({ list, refused: [], read: (path) => readParts(join(beside, path)) }),
        keep: () =>
          telling(async () => {
            await rm(target, { recursive: true, force: true });
            await rename(beside, target);
            return target;
          }),
        drop,
      };
    },
  };
}

async function* readParts(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
  try {
    yield* file.createReadStream({ autoClose: false });
  } finally {
    await file.close();
  }
}

async function refuseFilled(target: string, shown: string): Promise<void> {
  const names: readonly string[] = await readdir(target).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new OnRecordError('bad-usage', `${shown} is not a folder. Give the name of a new one.`, {
      subject: shown,
      cause: error,
    });
  });
  if (names.length > 0)
    throw new OnRecordError('bad-usage', `The folder ${shown} is not empty. Give the name of a new one.`, {
      subject: shown,
    });
}

async function writeOne(folder: string, path: string, bytes: Uint8Array): Promise<void> {
  const file = resolve(join(folder, path));
  if (!file.startsWith(folder + sep)) throw new TypeError(`The path ${path} leads out of the package.`);
  await mkdir(dirname(file), { recursive: true });
  const handle = await open(file, 'wx');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function asFolderError(error: unknown, folder: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new OnRecordError(
      'disk-full',
      `The disk is full: ${folder} was not written. Free some space and run the command again.`,
      { subject: folder, cause: error },
    );
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new OnRecordError(
      'read-only',
      `${folder} cannot be written: no permission. Give another folder.`,
      {
        subject: folder,
        cause: error,
      },
    );
  return error;
}
