/**
 * Makes folders that a person named, one level after the other: Node's own making of several levels never ends where nothing can
 * be made (/proc), and calls a missing folder a read-only one.
 */
import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { OnRecordError } from '../record/onrecord-error.ts';

/**
 * Makes a folder and those above it; one that is there stays as it is.
 *
 * @param mode of those that are made
 * @param shown what the person called it, for messages
 * @throws OnRecordError `bad-usage` where a file has this name, `not-found` where the place is not there (a file in the path, a disk that is not plugged in), `read-only`
 *   where this user may not write
 * @example
 * makeFolder('/home/me/vault', 0o700);
 */
export function makeFolder(path: string, mode = 0o777, shown = path): void {
  try {
    makeLevels(path, mode);
  } catch (error) {
    throw folderFault(error, shown);
  }
}

function makeLevels(path: string, mode: number): void {
  try {
    mkdirSync(path, { mode });
  } catch (error) {
    const above = dirname(path);
    if (codeOf(error) === 'EEXIST') {
      const there = statSync(path, { throwIfNoEntry: false });
      if (there === undefined) throw Object.assign(new Error('a link to nothing'), { code: 'ENOENT' });
      if (!there.isDirectory()) throw error;
    } else if (codeOf(error) === 'ENOENT' && above !== path && !isFolder(above)) {
      makeLevels(above, mode);
      mkdirSync(path, { mode });
    } else throw error;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

const NO_PLACE = ['ENOENT', 'ENOTDIR', 'ELOOP'];
const NO_RIGHT = ['EACCES', 'EPERM', 'EROFS'];

function folderFault(error: unknown, path: string): unknown {
  const code = codeOf(error);
  if (code === 'EEXIST')
    return new OnRecordError('bad-usage', `${path} is a file, and a folder is needed. Give another name.`, {
      subject: path,
      cause: error,
    });
  if (NO_PLACE.includes(code))
    return new OnRecordError(
      'not-found',
      `The folder ${path} cannot be made: a part of its path is no folder, or leads to a place that is not there, such as a disk that is not plugged in. Look at the path, or name another folder.`,
      { subject: path, cause: error },
    );
  if (NO_RIGHT.includes(code))
    return new OnRecordError(
      'read-only',
      `The folder ${path} cannot be made: this user may not write there. Name another folder, or change the permissions of the one above.`,
      { subject: path, cause: error },
    );
  return error;
}
