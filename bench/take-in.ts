/** The real way of an article, for many of them: written as files, captured, read, stored and indexed. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadExtractor, openFiles, openReader } from '../src/compose.ts';
import { captureSources } from '../src/desk/capture-sources.ts';
import type { Desk } from '../src/desk/desk.ts';
import { proposeClaims } from '../src/desk/propose-claims.ts';
import { syntheticReports } from './synthetic-reports.ts';

/**
 * Writes reports as files, so that capture reads what a person would give it.
 *
 * @param seed the same one gives the same files
 * @returns words in all
 * @example
 * writeReports('/tmp/reports', 300, 7);
 */
export function writeReports(folder: string, articles: number, seed: number): number {
  mkdirSync(folder, { recursive: true });
  let words = 0;
  for (const { fileName, bytes } of syntheticReports(articles, seed)) {
    writeFileSync(join(folder, fileName), bytes);
    words += new TextDecoder().decode(bytes).split(/\s+/u).length;
  }
  return words;
}

/** Milliseconds at which each article was captured, and at which it was read. */
export interface Laps {
  readonly captured: number[];
  readonly read: number[];
  claims: number;
}

/**
 * Captures a folder of reports and lets the machine read them.
 *
 * @throws Error when one was not captured
 * @example
 * const laps = await takeIn(desk, '/tmp/reports', 300);
 */
export async function takeIn(desk: Desk, reports: string, articles: number): Promise<Laps> {
  const laps: Laps = { captured: [], read: [], claims: 0 };
  for await (const at of captureAll(desk, reports)) tell('captured', laps.captured.push(at), articles);
  const { extractor, read } = await loadExtractor();
  for await (const event of proposeClaims(desk, { extractor, read })) {
    laps.claims += event.claims;
    tell('read', laps.read.push(performance.now()), articles);
  }
  return laps;
}

/**
 * Captures a folder of reports; gives the time after each.
 *
 * @throws Error when one was not captured
 * @example
 * for await (const at of captureAll(desk, '/tmp/reports')) laps.push(at);
 */
export async function* captureAll(desk: Desk, reports: string): AsyncGenerator<number> {
  const reader = await openReader();
  const files = await openFiles({ leaveOut: [], mostMib: null });
  for await (const event of captureSources(desk, [reports], { files, reader })) {
    if (event.state !== 'captured') throw new Error(`${event.file} was not captured: ${event.state}`);
    yield performance.now();
  }
  await reader.close();
}

function tell(what: string, done: number, of: number): void {
  if (done % 200 !== 0 && done !== of) return;
  process.stderr.write(`\r${what} ${done} of ${of}${done === of ? '\n' : ''}`);
}
