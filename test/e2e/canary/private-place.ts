/**
 * A place where every folder that onrecord may write to is private to the run and can be looked through: vault, temporary
 * files, run-time folder, home. Commands are watched: the folders are looked through again and again while they run.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Finished } from '../kept/run-line.ts';
import type { FoundWord, Scanner } from './hidden-words.ts';
import { lineRunner } from './line-runner.ts';

export type { Finished };

export interface PrivatePlace {
  /** What a person handed in, and where pages for others are written: not looked through. */
  readonly work: string;
  readonly vault: string;
  /** Everything else that may be written; looked through while commands run. */
  readonly watched: readonly string[];
  /** Words found so far. */
  readonly found: FoundWord[];
  run(
    args: readonly string[],
    options?: { readonly input?: string; readonly env?: Readonly<Record<string, string>> },
  ): Promise<Finished>;
  /** Looks through everything once more. */
  look(): readonly FoundWord[];
  remove(): void;
}

/** Milliseconds between two looks. */
const LOOK = 50;

/**
 * Makes the folders.
 *
 * @example
 * const place = privatePlace(scannerFor(['zulkemarin']));
 */
export function privatePlace(scanner: Scanner): PrivatePlace {
  const root = mkdtempSync(join(tmpdir(), 'canary-'));
  const folder = (name: string): string => {
    mkdirSync(join(root, name), { mode: 0o700 });
    return join(root, name);
  };
  const [work, tmp, run, home] = [folder('work'), folder('tmp'), folder('run'), folder('home')];
  const vault = join(root, 'vault');
  const watched = [vault, join(root, 'backup'), tmp, run, home];
  mkdirSync(join(root, 'backup'));
  const found: FoundWord[] = [];
  const look = (): readonly FoundWord[] => {
    for (const each of watched) found.push(...scanner.below(each));
    return found;
  };
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: home,
    XDG_CACHE_HOME: home,
    XDG_CONFIG_HOME: home,
    XDG_DATA_HOME: home,
    XDG_STATE_HOME: home,
    XDG_RUNTIME_DIR: run,
    TMPDIR: tmp,
    ONRECORD_VAULT: vault,
    NO_COLOR: '1',
    COLUMNS: '80',
  };
  const lines = lineRunner(work, env);
  return {
    work,
    vault,
    watched,
    found,
    look,
    run: async (args, options = {}) => {
      const watching = setInterval(look, LOOK);
      const { input = '', env: more = {} } = options;
      const finished = await lines.run(args, { input, env: more });
      clearInterval(watching);
      look();
      return finished;
    },
    remove: () => {
      lines.end();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** Writes files into a folder. */
export function writeAll(folder: string, files: Readonly<Record<string, Uint8Array>>): void {
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
}
