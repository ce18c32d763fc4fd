/** Where a backup may be written. */
import { stat } from 'node:fs/promises';
import { dirname, isAbsolute, relative, resolve } from 'node:path';
import { OnRecordError } from '../../record/onrecord-error.ts';

/**
 * Refuses a place that holds no backup, and one inside the vault: it would go with it.
 *
 * @param dir the vault's folder
 * @param path absolute
 * @throws OnRecordError `not-found`, `bad-usage`
 * @example
 * await refusePlace('/vault', '/media/stick/kessar.backup');
 */
export async function refusePlace(dir: string, path: string): Promise<void> {
  const folder = await stat(dirname(path)).catch(() => null);
  if (folder?.isDirectory() !== true)
    throw new OnRecordError(
      'not-found',
      `There is no folder ${dirname(path)}: make it first, or name a file in one that is there.`,
      { subject: path },
    );
  const inside = relative(resolve(dir), path);
  const there = await stat(path).catch(() => null);
  if (there === null || there.isFile()) {
    if (inside.startsWith('..') || isAbsolute(inside)) return;
    throw new OnRecordError(
      'bad-usage',
      `${path} lies inside the vault and would be lost with it. Name a file elsewhere, best on another disk.`,
      { subject: path },
    );
  }
  throw new OnRecordError('bad-usage', `${path} is not a file. Name the file for the backup.`, {
    subject: path,
  });
}
