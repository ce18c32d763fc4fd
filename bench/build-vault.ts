/**
 * Builds a vault of synthetic reports through the real desk, in a process of its own so that its memory is its
 * own: reports are written to a folder, captured, read, stored and indexed. The last line is JSON.
 *
 *   node bench/build-vault.ts FOLDER ARTICLES
 */
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadExtractor, makeVault, type OpenDesk, openDesk, openFiles, openReader } from '../src/compose.ts';
import { captureSources } from '../src/desk/capture-sources.ts';
import { proposeClaims } from '../src/desk/propose-claims.ts';
import { syntheticReports } from './synthetic-reports.ts';

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

/**
 * Writes the reports as files, so that capture reads what a person would give it.
 *
 * @returns words in all
 */
function writeReports(folder: string, articles: number): number {
  mkdirSync(folder, { recursive: true });
  let words = 0;
  for (const { fileName, bytes } of syntheticReports(articles, SEED)) {
    writeFileSync(join(folder, fileName), bytes);
    words += new TextDecoder().decode(bytes).split(/\s+/u).length;
  }
  return words;
}

interface Laps {
  /** Milliseconds at which each article was captured, and at which it was read. */
  readonly captured: number[];
  readonly read: number[];
  claims: number;
}

/** The real way of an article, for all of them. */
async function takeIn(desk: OpenDesk, reports: string, articles: number): Promise<Laps> {
  const laps: Laps = { captured: [], read: [], claims: 0 };
  const reader = await openReader();
  const files = await openFiles({ leaveOut: [desk.dir], mostMib: null });
  for await (const event of captureSources(desk, [reports], { files, reader })) {
    if (event.state !== 'captured') throw new Error(`${event.file} was not captured: ${event.state}`);
    tell('captured', laps.captured.push(performance.now()), articles);
  }
  await reader.close();
  const { extractor, read } = await loadExtractor();
  for await (const event of proposeClaims(desk, { extractor, read })) {
    laps.claims += event.claims;
    tell('read', laps.read.push(performance.now()), articles);
  }
  return laps;
}

async function build(folder: string, articles: number): Promise<BuiltVault> {
  const reports = join(folder, 'reports');
  const words = writeReports(reports, articles);
  const dir = await makeVault(join(folder, 'vault'));
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
    databaseBytes: statSync(join(dir, 'record.sqlite')).size,
    blobBytes: sizeBelow(join(dir, 'blobs')),
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

function tell(what: string, done: number, of: number): void {
  if (done % 200 !== 0 && done !== of) return;
  process.stderr.write(`\r${what} ${done} of ${of}${done === of ? '\n' : ''}`);
}

const [, , folder = '', articles = '0'] = process.argv;
console.log(JSON.stringify(await build(folder, Number(articles))));
