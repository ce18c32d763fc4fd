/** A command line run in this process, through the same door as `onrecord` has: what it writes is kept instead of shown. */
import { Readable } from 'node:stream';
import { main } from '../../../src/cli/main.ts';

/** What is typed after `onrecord`, and around it. */
export interface Line {
  readonly args: readonly string[];
  /** What comes in on the standard input. */
  readonly input: string;
  /** All variables. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** What came of a line. */
export interface Finished {
  /** Null: the process ended meanwhile. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/**
 * Runs a line; one at a time.
 *
 * @example
 * (await runLine({ args: ['--help'], input: '', env: {} })).code; // 0
 */
export async function runLine({ args, input, env }: Line): Promise<Finished> {
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, env);
  const said = { out: [] as Uint8Array[], err: [] as Uint8Array[] };
  const before = { out: process.stdout.write, err: process.stderr.write };
  process.stdout.write = writerInto(said.out);
  process.stderr.write = writerInto(said.err);
  Object.defineProperty(process, 'stdin', { value: Readable.from([Buffer.from(input)]), configurable: true });
  process.exitCode = 0;
  try {
    await main(args);
  } catch (error) {
    // As an uncaught error would.
    process.stderr.write(String(error instanceof Error ? error.stack : error));
    process.exitCode = 1;
  } finally {
    process.stdout.write = before.out;
    process.stderr.write = before.err;
    process.stdout.removeAllListeners('error');
  }
  const code = Number(process.exitCode ?? 0);
  process.exitCode = 0;
  return { code, out: textOf(said.out), err: textOf(said.err) };
}

function writerInto(parts: Uint8Array[]): typeof process.stdout.write {
  return ((part: string | Uint8Array, ...rest: readonly unknown[]): boolean => {
    parts.push(typeof part === 'string' ? Buffer.from(part) : part);
    const done = rest.find((one) => typeof one === 'function');
    if (typeof done === 'function') done();
    return true;
  }) as typeof process.stdout.write;
}

const textOf = (parts: readonly Uint8Array[]): string => Buffer.concat(parts).toString('utf8');
