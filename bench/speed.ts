/**
 * Speed and size, in one run on this machine: a vault of synthetic reports is built once through the real desk,
 * then commands are run on it, each in a fresh process. The last line is one line of JSON with all figures.
 *
 *   npm run bench:speed -- [--articles 20000] [--keep FOLDER]
 *
 * "Cold" is a fresh process. The operating system still holds the vault that was just written in its page cache;
 * no disk is emptied for this. The seed and the main-text benches are separate: they measure other things.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { BuiltVault } from './build-vault.ts';
import type { TwoWays } from './count-two-ways.ts';

/** One command, run several times in fresh processes. */
interface CommandFigures {
  /** Milliseconds of the wall clock, from spawning to exit: the first run, and the middle one of all. */
  readonly firstMs: number;
  readonly medianMs: number;
  /** Peak resident memory in MB (10^6 bytes); of the largest run. */
  readonly peakMb: number;
}

const ROOT = join(import.meta.dirname, '..');
const BIN = join(ROOT, 'bin', 'onrecord.mjs');
const PEAK = join(import.meta.dirname, 'tell-peak.mjs');

/** The targets of issue 2. */
const TARGETS = { articlesPerSecond: 30, peakMb: 400, tollMs: 1000, helpMs: 150 } as const;

function runCommand(args: readonly string[], times: number): CommandFigures {
  const spent: number[] = [];
  let peakMb = 0;
  for (let time = 0; time < times; time += 1) {
    const start = performance.now();
    const done = spawnSync(process.execPath, [BIN, ...args], { encoding: 'utf8', maxBuffer: 1e9 });
    spent.push(performance.now() - start);
    if (done.status !== 0) throw new Error(`onrecord ${args[0]} ended with ${done.status}: ${done.stderr}`);
  }
  const measured = spawnSync(process.execPath, ['--import', PEAK, BIN, ...args], {
    encoding: 'utf8',
    maxBuffer: 1e9,
    stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
  });
  peakMb = Number(measured.output[3]);
  const sorted = spent.toSorted((a, b) => a - b);
  return {
    firstMs: Math.round(spent[0] ?? 0),
    medianMs: Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0),
    peakMb: Math.round(peakMb),
  };
}

/** Runs another bench in a process of its own and reads the JSON of its last line; its progress is shown. */
function runBench<T>(name: string, args: readonly string[]): T {
  const done = spawnSync(process.execPath, [join(import.meta.dirname, name), ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (done.status !== 0) throw new Error(`${name} ended with ${done.status ?? done.signal}`);
  return JSON.parse(done.stdout.trimEnd().split('\n').at(-1) ?? '') as T;
}

function line(what: string, figure: string, target = ''): void {
  console.log(`${what.padEnd(44)} ${figure.padStart(26)}  ${target}`);
}

function verdict(met: boolean, target: string): string {
  return `${met ? 'met' : 'MISSED'}: ${target}`;
}

function load(): number {
  return Math.round((loadavg()[0] ?? 0) * 100) / 100;
}

function measure(folder: string, articles: number) {
  const loadBefore = load();
  const help = runCommand(['--help'], 5);
  console.log(`building a vault of ${articles} articles in ${folder}`);
  const built = runBench<BuiltVault>('build-vault.ts', [folder, String(articles)]);
  const loadBuilt = load();
  const vault = ['--vault', join(folder, 'vault')];
  const toll = runCommand(['toll', '--include-proposed', ...vault], 5);
  const claims = runCommand(['claims', '--include-proposed', '--limit', '20', ...vault], 3);
  const origins = runCommand(['origins', '--include-proposed', ...vault], 3);
  const twoWays = runBench<TwoWays>('count-two-ways.ts', [join(folder, 'vault')]);
  const loadAfter = load();
  const seconds = built.captureSeconds + built.proposeSeconds;
  return {
    machine: `${cpus()[0]?.model.trim() ?? 'unknown'}, Node ${process.versions.node}`,
    load: [loadBefore, loadBuilt, loadAfter],
    articles,
    articlesPerSecond: round(articles / seconds),
    articlesPerCpuSecond: round(articles / built.cpuSeconds),
    lastTenthPerSecond: round(articles / 10 / built.lastTenthSeconds),
    bytesPerArticle: Math.round((built.databaseBytes + built.blobBytes) / articles),
    peakMb: Math.max(built.peakMb, toll.peakMb, claims.peakMb, origins.peakMb),
    toll,
    claims,
    origins,
    help,
    built,
    twoWays,
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function report(figures: ReturnType<typeof measure>): void {
  const { built, toll, claims, origins, help, twoWays } = figures;
  const command = ({ firstMs, medianMs, peakMb }: CommandFigures) =>
    `${firstMs} ms (${medianMs}), ${peakMb} MB`;
  line('load of the machine: before, built, after', figures.load.join(' '));
  line('claims, propositions', `${built.claims}, ${built.propositions}`);
  line(
    'capture + propose + store + index',
    `${figures.articlesPerSecond} articles/s`,
    verdict(figures.articlesPerSecond >= TARGETS.articlesPerSecond, `≥ ${TARGETS.articlesPerSecond}`),
  );
  line('  per second of CPU', `${figures.articlesPerCpuSecond} articles`);
  line('  the last tenth', `${figures.lastTenthPerSecond} articles/s`);
  line('vault', `${Math.round((built.databaseBytes + built.blobBytes) / 1e6)} MB`);
  line('  an article', `${figures.bytesPerArticle} bytes`);
  line(
    'memory, the largest of all',
    `${Math.round(figures.peakMb)} MB`,
    verdict(figures.peakMb < TARGETS.peakMb, `< ${TARGETS.peakMb} MB`),
  );
  line('  while building', `${Math.round(built.peakMb)} MB`);
  line(
    'toll --include-proposed, first (median)',
    command(toll),
    verdict(toll.firstMs < TARGETS.tollMs, `< ${TARGETS.tollMs} ms`),
  );
  line('claims --limit 20', command(claims));
  line('origins', command(origins));
  line('--help', command(help), verdict(help.medianMs < TARGETS.helpMs, `< ${TARGETS.helpMs} ms`));
  line('all tolls from all claims', `${twoWays.everyToll.ms} ms`);
  line('the tolls shown, from theirs', `${twoWays.shownTolls.ms} ms`);
  line('  the first way over the second', `${twoWays.ratio}`);
}

const { values } = parseArgs({
  options: { articles: { type: 'string', default: '20000' }, keep: { type: 'string' } },
});
const articles = Number(values.articles);
if (!Number.isInteger(articles) || articles < 10) throw new Error('--articles is a whole number from 10 on');
const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'onrecord-bench-'));
mkdirSync(folder, { recursive: true });
try {
  const figures = measure(folder, articles);
  report(figures);
  console.log(JSON.stringify(figures));
} finally {
  if (values.keep === undefined) rmSync(folder, { recursive: true });
}
