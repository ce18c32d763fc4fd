/** A bench run in a process of its own, and what is kept of it so that a run that was stopped goes on where it was. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import type { Figures } from './targets.ts';

/** What a bench gave. */
export interface Outcome {
  readonly name: string;
  /** After `node bench/`. */
  readonly line: string;
  /** Commit of the program that was measured, with `+` where files differed from it; null: not known. */
  readonly commit: string | null;
  readonly machine: string;
  /** UTC, to the second. */
  readonly at: string;
  /** Of the wall clock. */
  readonly seconds: number;
  /** Of the machine before and after, over a minute. */
  readonly load: readonly [before: number, after: number];
  /** Null: it failed. */
  readonly figures: Figures | null;
  /** Why it failed. */
  readonly fault: string | null;
}

export interface BenchRun {
  readonly name: string;
  readonly file: string;
  readonly args: readonly string[];
  /** Told to it besides, and no part of its line. */
  readonly also: readonly string[];
  /** Milliseconds after which it is ended. */
  readonly mostMs: number;
  readonly commit: string | null;
}

/**
 * Runs it; what it prints is shown as it comes. Never throws for what the bench does.
 *
 * @example
 * const outcome = await runBench({ name: 'seed', file: 'seed.ts', args: [], also: [], mostMs: 60_000, commit: null });
 */
export async function runBench({ name, file, args, also, mostMs, commit }: BenchRun): Promise<Outcome> {
  const [before, began] = [loadavg()[0] ?? 0, performance.now()];
  const child = spawn(process.execPath, [join(import.meta.dirname, '..', file), ...args, ...also], {
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: mostMs,
  });
  let out = '';
  child.stdout.on('data', (part: Buffer) => {
    out += part.toString();
    process.stdout.write(part);
  });
  const ended = await new Promise<string | null>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => resolve(code === 0 ? null : `ended with ${code ?? signal}`));
  });
  const figures = lastLine(out);
  return {
    name,
    line: [file, ...args].join(' '),
    commit,
    machine: machine(),
    at: new Date().toISOString().replace(/\.\d+/u, ''),
    seconds: Math.round((performance.now() - began) / 1000),
    load: [rounded(before), rounded(loadavg()[0] ?? 0)],
    figures: ended === null ? figures : null,
    fault: ended ?? (figures === null ? 'its last line is no JSON' : null),
  };
}

function lastLine(out: string): Figures | null {
  try {
    const value: unknown = JSON.parse(out.trimEnd().split('\n').at(-1) ?? '');
    return typeof value === 'object' ? (value as Figures | null) : null;
  } catch {
    return null;
  }
}

const rounded = (value: number): number => Math.round(value * 10) / 10;

function machine(): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown';
  return `${model}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;
}

/**
 * What was kept of a bench, of whichever commit; null where nothing was, or where it was another line.
 *
 * @example
 * lastOutcome('bench/kept', { name: 'seed', file: 'seed.ts', args: [] });
 */
export function lastOutcome(
  folder: string,
  { name, file, args }: Pick<BenchRun, 'name' | 'file' | 'args'>,
): Outcome | null {
  const path = join(folder, `${name}.json`);
  if (!existsSync(path)) return null;
  const outcome = JSON.parse(readFileSync(path, 'utf8')) as Outcome;
  return outcome.line === [file, ...args].join(' ') ? outcome : null;
}

/**
 * What need not be run again; null where nothing was kept, or where it was another line, another commit or a failure.
 *
 * @example
 * keptOutcome('bench/kept', { name: 'seed', file: 'seed.ts', args: [], commit: 'a1b2c3d' });
 */
export function keptOutcome(
  folder: string,
  run: Pick<BenchRun, 'name' | 'file' | 'args' | 'commit'>,
): Outcome | null {
  const outcome = lastOutcome(folder, run);
  return outcome?.commit === run.commit && outcome.fault === null ? outcome : null;
}

/**
 * Keeps it, whole or not at all.
 *
 * @example
 * keepOutcome('bench/kept', outcome);
 */
export function keepOutcome(folder: string, outcome: Outcome): void {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${outcome.name}.json`);
  writeFileSync(`${path}.new`, `${JSON.stringify(outcome, null, 2)}\n`);
  renameSync(`${path}.new`, path);
}
