/**
 * The folder a browser writes to while it runs: private, named after this process, removed at the end, when the
 * process is ended by a signal, and, should it have been killed, at the next start. Never touches a folder whose
 * process lives.
 */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PREFIX = 'onrecord-browser-';

export interface BrowserFolder {
  readonly path: string;
  remove(): void;
}

/**
 * Makes a folder (mode 0700), after removing those of processes that are gone.
 *
 * @param parent where temporary files go; the system's folder when null
 * @example
 * const folder = makeBrowserFolder(null);
 */
export function makeBrowserFolder(parent: string | null): BrowserFolder {
  const place = parent ?? tmpdir();
  sweep(place);
  const path = mkdtempSync(join(place, `${PREFIX}${process.pid}-`));
  const remove = (): void => rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  const onExit = (): void => remove();
  const onSignal = (signal: NodeJS.Signals): void => {
    // Who else listens decides how the process ends, by finishing or by exit.
    if (process.listenerCount(signal) > 1) return;
    release();
    remove();
    process.kill(process.pid, signal);
  };
  const release = (): void => {
    process.off('exit', onExit);
    process.off('SIGTERM', onSignal);
    process.off('SIGHUP', onSignal);
  };
  process.on('exit', onExit);
  process.on('SIGTERM', onSignal);
  process.on('SIGHUP', onSignal);
  return {
    path,
    remove: () => {
      release();
      remove();
    },
  };
}

function sweep(place: string): void {
  for (const name of readdirSync(place)) {
    const pid = new RegExp(`^${PREFIX}(\\d+)-`, 'u').exec(name)?.[1];
    if (pid === undefined || isAlive(Number(pid))) continue;
    try {
      rmSync(join(place, name), { recursive: true, force: true });
    } catch {
      // Another user's folder: theirs to remove.
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
