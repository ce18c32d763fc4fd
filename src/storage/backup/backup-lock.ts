/** One writer of a backup at a time: a small file beside it names the process; one that a crash left is taken over. */
import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { OnRecordError } from '../../record/onrecord-error.ts';

/** Milliseconds within which whoever made the file has written its name into it. */
const WRITING = 10_000;

/**
 * Takes the lock.
 *
 * @param now milliseconds since 1970
 * @returns what gives it back
 * @throws OnRecordError `vault-busy`
 * @example
 * const release = await lockBackup('kessar.backup', Date.parse('2031-06-01'));
 */
export async function lockBackup(file: string, now: number): Promise<() => Promise<void>> {
  const lock = `${file}.lock`;
  for (let tries = 0; tries < 2; tries += 1) {
    try {
      await writeFile(lock, `${process.pid} ${hostname()}\n`, { flag: 'wx', mode: 0o600 });
      return () => rm(lock, { force: true });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    if (await isHeld(lock, now)) break;
    await rm(lock, { force: true });
  }
  throw new OnRecordError(
    'vault-busy',
    `Another process is writing the backup ${file}. Wait for it; if there is none, remove ${lock} and run this again.`,
    { subject: file },
  );
}

async function isHeld(lock: string, now: number): Promise<boolean> {
  const [pid, host] = (await readFile(lock, 'utf8').catch(() => '')).trim().split(' ');
  const number = Number(pid);
  if (host === undefined || !Number.isSafeInteger(number) || number <= 0) {
    const made = await stat(lock).catch(() => null);
    return made !== null && now - made.mtimeMs < WRITING;
  }
  if (host !== hostname()) return true;
  try {
    process.kill(number, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
