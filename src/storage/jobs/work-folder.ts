/**
 * The folder `work` of a vault: files that wait to be taken in, and the queue of a vault whose record is a file. It lies
 * beside the data folders, because it is no part of the record; it is encrypted under the same master key.
 */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { OnRecordError } from '../../record/onrecord-error.ts';

const FOLDER = 'work';

/**
 * Path of the spool.
 *
 * @example
 * spoolFolder('/vault'); // '/vault/work/spool'
 */
export function spoolFolder(root: string): string {
  return join(root, FOLDER, 'spool');
}

/**
 * Path of the queue of a vault whose record is a file.
 *
 * @example
 * queueFile('/vault'); // '/vault/work/jobs.sqlite'
 */
export function queueFile(root: string): string {
  return join(root, FOLDER, 'jobs.sqlite');
}

/**
 * Takes the folder away before keys change or the record moves. Jobs that wait can be added again; files cannot.
 *
 * @throws OnRecordError `vault-busy` while files wait
 * @example
 * await clearWork('/vault');
 */
export async function clearWork(root: string): Promise<void> {
  const waiting = (await readdir(spoolFolder(root)).catch(() => [])).filter((name) => !name.endsWith('.new'));
  if (waiting.length > 0)
    throw new OnRecordError(
      'vault-busy',
      `${waiting.length} files wait to be taken in. Nothing was changed. Let a worker take them in first: onrecord worker --once`,
      { subject: root },
    );
  await rm(join(root, FOLDER), { recursive: true, force: true });
}
