/** A child process that captures reports, and what it has acknowledged until it ended or was killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { syntheticReports } from '../synthetic-reports.ts';
import type { Place } from './places.ts';
import type { Acknowledged } from './soundness.ts';

const CHILD = join(import.meta.dirname, '..', 'capture-child.ts');

export interface Capturing {
  readonly child: ChildProcess;
  /** Resolves with the first acknowledgement, or at the end. */
  readonly first: Promise<void>;
  readonly ended: Promise<void>;
  /** What it said that was no acknowledgement: "done", "error CODE …". */
  others(): readonly string[];
  acknowledged(): readonly Acknowledged[];
}

/**
 * Writes reports into a folder, each time other ones.
 *
 * @example
 * reportsIn('/tmp/round-1', 60, 1);
 */
export function reportsIn(folder: string, count: number, seed: number): string {
  mkdirSync(folder, { recursive: true });
  for (const { fileName, bytes } of syntheticReports(count, seed))
    writeFileSync(join(folder, fileName), bytes);
  return folder;
}

/**
 * Starts to capture a folder of reports.
 *
 * @example
 * const capturing = startCapturing(place, reports);
 */
export function startCapturing(place: Place, reports: string): Capturing {
  const child = spawn(process.execPath, [CHILD, reports], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(JSON.stringify(place));
  const lines: string[] = [];
  let rest = '';
  let seen = (): void => undefined;
  const first = new Promise<void>((resolve) => {
    seen = resolve;
  });
  child.stdout?.on('data', (chunk: Buffer) => {
    const parts = `${rest}${chunk.toString()}`.split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts);
    if (lines.length > 0) seen();
  });
  const ended = new Promise<void>((resolve) =>
    child.once('close', () => {
      seen();
      resolve();
    }),
  );
  return {
    child,
    first,
    ended,
    others: () => lines.filter((line) => !line.startsWith('stored ')),
    acknowledged: () => lines.flatMap((line) => acknowledgedIn(line, reports)),
  };
}

function acknowledgedIn(line: string, reports: string): Acknowledged[] {
  const [, source, capture, file] = /^stored (\S+) (\S+) (.+)$/u.exec(line) ?? [];
  if (source === undefined || capture === undefined || file === undefined) return [];
  return [{ source, capture, bytes: readFileSync(join(reports, basename(file))) }];
}

/** So many milliseconds later. */
export const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
