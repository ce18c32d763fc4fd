/**
 * One file that a person named, read or written. What is written stands beside its place first, safely on disk; it never replaces
 * a file that is there. Refuses files larger than a limit.
 */

import { type FileHandle, link, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { SingleFiles, StagedFile } from '../desk/ports/single-files.ts';
import { type ErrorCode, OnRecordError } from '../record/onrecord-error.ts';
import { limitWords, MIB } from '../record/size-words.ts';

/** Bytes that are read at most: 512 MiB. */
const MOST = 512 * MIB;

/**
 * Opens the way to single files on this disk.
 *
 * @param mostBytes a larger file is refused
 * @example
 * const bytes = await openSingleFiles().read('./letter-cut.pdf');
 */
export function openSingleFiles(mostBytes: number = MOST): SingleFiles {
  return {
    async read(path) {
      try {
        const { size } = await stat(path);
        if (size > mostBytes)
          throw new OnRecordError('too-large', `${path} is larger than ${limitWords(mostBytes)}.`, {
            subject: path,
          });
        return new Uint8Array(await readFile(path));
      } catch (error) {
        throw asFileError(error, path, 'unreadable-file');
      }
    },

    async stage(path, bytes) {
      const target = resolve(path);
      await refuseThere(target, path);
      const beside = join(dirname(target), `.${basename(target)}.writing-${process.pid}`);
      try {
        await writeSafely(beside, bytes);
      } catch (error) {
        await rm(beside, { force: true }).catch(() => undefined);
        throw asFileError(error, path, 'read-only');
      }
      return stagedFile(beside, target, path);
    },
  };
}

async function refuseThere(target: string, shown: string): Promise<void> {
  const there = await stat(target).then(
    () => true,
    () => false,
  );
  if (there) throw thereAlready(shown);
}

function thereAlready(shown: string): OnRecordError {
  return new OnRecordError(
    'bad-usage',
    `${shown} is there already and is left as it is. Give another name.`,
    {
      subject: shown,
    },
  );
}

async function writeSafely(path: string, bytes: Uint8Array): Promise<void> {
  const file: FileHandle = await open(path, 'w', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

function stagedFile(beside: string, target: string, shown: string): StagedFile {
  return {
    path: target,
    async keep() {
      try {
        await putInPlace(beside, target);
      } catch (error) {
        throw codeOf(error) === 'EEXIST' ? thereAlready(shown) : asFileError(error, shown, 'read-only');
      }
    },
    drop: () => rm(beside, { force: true }),
  };
}

/** A link fails where something is there already; a rename would replace it. Some disks know no links. */
async function putInPlace(beside: string, target: string): Promise<void> {
  try {
    await link(beside, target);
    await rm(beside, { force: true });
  } catch (error) {
    if (!['EPERM', 'ENOTSUP', 'ENOSYS', 'EXDEV'].includes(codeOf(error))) throw error;
    await rename(beside, target);
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

const CODES: Readonly<Record<string, ErrorCode>> = {
  ENOENT: 'not-found',
  ENOTDIR: 'not-found',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EROFS: 'read-only',
  EACCES: 'read-only',
  EPERM: 'read-only',
};

const WORDS: Readonly<Partial<Record<ErrorCode, string>>> = {
  'not-found': 'There is no such file or folder',
  'disk-full': 'The disk is full',
  'read-only': 'It cannot be written here',
  'unreadable-file': 'It cannot be read',
};

function asFileError(error: unknown, path: string, usual: ErrorCode): OnRecordError {
  if (error instanceof OnRecordError) return error;
  const known = CODES[codeOf(error)] ?? usual;
  const code = known === 'read-only' ? usual : known;
  return new OnRecordError(code, `${WORDS[code] ?? 'It failed'}: ${path}`, { subject: path, cause: error });
}
