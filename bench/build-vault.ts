/**
 * Builds a vault of synthetic reports through the real desk, in a process of its own so that its memory is its
 * own: reports are written to a folder, captured, read, stored and indexed. The last line is JSON.
 *
 *   node bench/build-vault.ts FOLDER ARTICLES
 */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { makeVault, openDesk } from '../src/compose.ts';
import { takeIn, writeReports } from './take-in.ts';

/** What came of it. Seconds are of the wall clock unless they say CPU; one process, one thread of JavaScript. */
export interface BuiltVault {
  readonly articles: number;
  readonly claims: number;
  readonly propositions: number;
  readonly actors: number;
  readonly wordsEach: number;
  readonly captureSeconds: number;
  readonly proposeSeconds: number;
  readonly cpuSeconds: number;
  /** Of the last tenth of the articles: shows whether the store slows down as it grows. */
  readonly lastTenthSeconds: number;
  /** Peak resident memory of the process in MB (10^6 bytes). */
  readonly peakMb: number;
  readonly databaseBytes: number;
  readonly blobBytes: number;
}

const SEED = 7;

async function build(folder: string, articles: number): Promise<BuiltVault> {
  const reports = join(folder, 'reports');
  const words = writeReports(reports, articles, SEED);
  const { dir } = await makeVault(join(folder, 'vault'), { kind: 'none' });
  const desk = await openDesk(dir, { readOnly: false });
  const cpu = process.cpuUsage();
  const start = performance.now();
  const laps = await takeIn(desk, reports, articles);
  const end = performance.now();
  const { user, system } = process.cpuUsage(cpu);
  const captured = laps.captured.at(-1) ?? start;
  const { propositions, actors } = await desk.store.counts();
  await desk.close();
  return {
    articles,
    claims: laps.claims,
    propositions,
    actors,
    wordsEach: Math.round(words / articles),
    captureSeconds: (captured - start) / 1000,
    proposeSeconds: (end - captured) / 1000,
    cpuSeconds: (user + system) / 1e6,
    lastTenthSeconds: (lastTenth(laps.captured) + lastTenth(laps.read)) / 1000,
    peakMb: (process.resourceUsage().maxRSS * 1024) / 1e6,
    databaseBytes: statSync(join(dir, 'data-1', 'record.sqlite')).size,
    blobBytes: sizeBelow(join(dir, 'data-1', 'blobs')),
  };
}

function lastTenth(laps: readonly number[]): number {
  return (laps.at(-1) ?? 0) - (laps[Math.floor(laps.length * 0.9) - 1] ?? 0);
}

function sizeBelow(folder: string): number {
  let bytes = 0;
  for (const name of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (name.isFile()) bytes += statSync(join(name.parentPath, name.name)).size;
  }
  return bytes;
}

const [, , folder = '', articles = '0'] = process.argv;
console.log(JSON.stringify(await build(folder, Number(articles))));
