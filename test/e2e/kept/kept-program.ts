/**
 * The command line in one process that stays: starting a process and loading the program costs more than most lines. Whoever asks
 * waits for the answer without giving anything else its turn, as with `spawnSync`. It ends with the process that asks.
 */
import { execFileSync, spawn } from 'node:child_process';
import {
  closeSync,
  constants,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Finished, Line } from './run-line.ts';

const CHILD = fileURLToPath(new URL('./kept-child.ts', import.meta.url));

/** Open files to the process. */
interface Kept {
  readonly ask: number;
  readonly answer: number;
  /** What the process itself complains of, beside what the program writes. */
  readonly complaints: number;
}

let kept: Kept | null = null;

/**
 * Runs a line in a folder. The first one starts the process; after it ended, so does the next one.
 *
 * @example
 * runKept({ cwd: place.dir, args: ['show'], input: '', env: process.env }).code;
 */
export function runKept(line: Line & { readonly cwd: string }): Finished {
  kept ??= start();
  const { ask, answer, complaints } = kept;
  writeAll(ask, Buffer.from(`${JSON.stringify(line)}\n`));
  const answered = readLine(answer);
  const beside = readRest(complaints);
  if (answered !== null) {
    const finished = JSON.parse(answered) as Finished;
    return { ...finished, err: finished.err + beside };
  }
  for (const file of [ask, answer, complaints]) closeSync(file);
  kept = null;
  return { code: null, out: '', err: beside };
}

/** Two named pipes, because those of `spawn` cannot be waited at. Each is opened so that its other end is there first. */
function start(): Kept {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-kept-'));
  const [asking, answering, complaining] = ['ask', 'answer', 'complaints'].map((name) => join(folder, name));
  if (asking === undefined || answering === undefined || complaining === undefined)
    throw new Error('no names');
  execFileSync('mkfifo', [asking, answering]);
  const { O_RDONLY, O_WRONLY, O_NONBLOCK } = constants;
  const heard = openSync(asking, O_RDONLY | O_NONBLOCK);
  const ask = openSync(asking, O_WRONLY);
  const first = openSync(answering, O_RDONLY | O_NONBLOCK);
  const said = openSync(answering, O_WRONLY);
  const answer = openSync(answering, O_RDONLY);
  const complained = openSync(complaining, 'a');
  const complaints = openSync(complaining, 'r');
  spawn(process.execPath, [CHILD], { stdio: ['ignore', 'ignore', complained, heard, said] }).unref();
  for (const file of [heard, said, first, complained]) closeSync(file);
  rmSync(folder, { recursive: true });
  return { ask, answer, complaints };
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
}

/** Up to a line feed; null: the other end was closed. */
function readLine(file: number): string | null {
  const parts: Buffer[] = [];
  for (;;) {
    const part = Buffer.alloc(65_536);
    const length = readSync(file, part);
    if (length === 0) return null;
    parts.push(part.subarray(0, length));
    if (part[length - 1] === 10) return Buffer.concat(parts).toString('utf8');
  }
}

function readRest(file: number): string {
  return readFileSync(file, 'utf8');
}
