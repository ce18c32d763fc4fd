/**
 * Writes an exported package: a new folder with exactly the files handed in, flushed to disk, put in place whole or
 * not at all. Refuses a folder that holds anything, and paths that lead out of it.
 */
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import type { PackageFolder } from '../desk/ports/package-folder.ts';
import { OnRecordError } from '../record/onrecord-error.ts';

/**
 * Opens the way to package folders on this disk.
 *
 * @example
 * await openPackageFolder().write('./package', new Map([['bagit.txt', bytes]]));
 */
export function openPackageFolder(): PackageFolder {
  return {
    async write(folder, files) {
      const target = resolve(folder);
      const beside = `${target}.writing-${process.pid}`;
      try {
        await refuseFilled(target, folder);
        await rm(beside, { recursive: true, force: true });
        await mkdir(beside, { recursive: true });
        for (const [path, bytes] of files) await writeOne(beside, path, bytes);
        await rm(target, { recursive: true, force: true });
        await rename(beside, target);
      } catch (error) {
        await rm(beside, { recursive: true, force: true }).catch(() => undefined);
        throw asFolderError(error, folder);
      }
      return target;
    },
  };
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
