/**
 * Writes a folder of finished files, whole or not at all: everything is written beside the target and then put
 * in its place. Refuses to replace a folder that onrecord did not write, and paths that lead out of it.
 */
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import type { OutputFile, OutputFolder } from '../desk/ports/output-folder.ts';
import { OnRecordError } from '../record/onrecord-error.ts';
import { makeFolder } from './make-folder.ts';

/** The empty file by which a folder of ours is known again. */
export const OUTPUT_MARK = '.onrecord-output';

/**
 * Opens the way to folders on this disk.
 *
 * @example
 * await openOutputFolder().write('./dossier', [{ path: 'index.html', content: '…' }]);
 */
export function openOutputFolder(): OutputFolder {
  return {
    async write(folder, files) {
      const target = resolve(folder);
      const beside = `${target}.writing-${process.pid}`;
      try {
        await refuseForeign(target, folder);
        await rm(beside, { recursive: true, force: true });
        await writeAll(beside, folder, files);
        await rm(target, { recursive: true, force: true });
        await rename(beside, target);
      } catch (error) {
        await rm(beside, { recursive: true, force: true }).catch(() => undefined);
        throw asOutputError(error, folder);
      }
      return target;
    },
  };
}

async function refuseForeign(target: string, shown: string): Promise<void> {
  const names: readonly string[] = await readdir(target).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new OnRecordError('bad-usage', `${shown} is not a folder. Give another name with --out.`, {
      subject: shown,
      cause: error,
    });
  });
  if (names.length > 0 && !names.includes(OUTPUT_MARK)) {
    throw new OnRecordError(
      'bad-usage',
      `The folder ${shown} holds files that onrecord did not write, so it is left as it is. Give another folder.`,
      { subject: shown },
    );
  }
}

async function writeAll(folder: string, shown: string, files: Iterable<OutputFile>): Promise<void> {
  makeFolder(folder, 0o777, shown);
  const made = new Set([folder]);
  const put = async (file: OutputFile): Promise<void> => {
    const path = resolve(join(folder, file.path));
    if (!path.startsWith(folder + sep)) throw new TypeError(`The path ${file.path} leads out of the folder.`);
    if (!made.has(dirname(path))) await mkdir(dirname(path), { recursive: true });
    made.add(dirname(path));
    await writeFile(path, file.content);
  };
  for (const file of files) await put(file);
  await put({ path: OUTPUT_MARK, content: '' });
}

function asOutputError(error: unknown, folder: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new OnRecordError(
      'disk-full',
      `The disk is full: ${folder} was not written. Free some space and run the command again.`,
      { subject: folder, cause: error },
    );
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new OnRecordError(
      'read-only',
      `${folder} cannot be written: no permission. Give another folder.`,
      { subject: folder, cause: error },
    );
  }
  return error;
}
