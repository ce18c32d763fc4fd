/** Runs commands with a PATH that holds only the few programs that the printed steps may use. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The two that the steps are about, the shell, and what the script needs for its temporary folder. */
const PROGRAMS = ['sh', 'sha256sum', 'openssl', 'awk', 'mkdir', 'rm'] as const;

function whereIs(program: string): string | null {
  const found = spawnSync('/bin/sh', ['-c', `command -v ${program}`], { encoding: 'utf8' });
  return found.status === 0 ? found.stdout.trim() : null;
}

/** Whether this machine has them all. */
export const HAS_PROGRAMS: boolean = PROGRAMS.every((program) => whereIs(program) !== null);

export interface Outcome {
  readonly code: number | null;
  /** Standard output and error together. */
  readonly said: string;
}

export interface LimitedShell {
  /** A folder to write packages into. */
  readonly folder: string;
  run(command: string, cwd: string): Outcome;
  remove(): void;
}

/** Makes the folder of links and the way to run commands with nothing else. */
export function limitedShell(): LimitedShell {
  const folder = mkdtempSync(path.join(tmpdir(), 'onrecord-limited-'));
  const bin = path.join(folder, 'bin');
  mkdirSync(bin);
  for (const program of PROGRAMS) symlinkSync(whereIs(program) ?? '', path.join(bin, program));
  return {
    folder,
    run(command, cwd) {
      const { status, stdout, stderr } = spawnSync(path.join(bin, 'sh'), ['-c', command], {
        cwd,
        env: { PATH: bin, TMPDIR: folder },
        encoding: 'utf8',
      });
      return { code: status, said: `${stdout}${stderr}` };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Writes files into a new folder. */
export function writeFolder(folder: string, files: ReadonlyMap<string, Uint8Array>): void {
  for (const [name, bytes] of files) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
}
