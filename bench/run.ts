/**
 * Every bench, one after the other, each in a process of its own; `bench/RESULTS.md` is written from what they tell. Ends with 1
 * where a target of the issues is missed by a bench of this run or a bench fails. The last line is one line of JSON.
 *
 *   npm run bench -- [--only seed,count,growth] [--small] [--sizes 1000,10000,100000,1000000] [--without-growth]
 *     [--keep FOLDER] [--again] [--out FILE]
 *
 * A whole run takes a day; it may be had in sittings. What each bench told is kept in a folder (bench/kept, committed), and a run
 * that was stopped goes on where it was, as long as program, command and commit are the same; --again begins anew. The page shows
 * what was kept of benches that are not of this run, with its commit and day; what was never run is called so. With --only, growth
 * is run where it is named. With --small each bench runs as small as it can, in a folder of its own (bench/kept-small): that shows
 * that it runs, and no target is looked at.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { BENCHES, type Bench } from './whole/benches.ts';
import { commitOf } from './whole/commit-of.ts';
import { growthRuns, growthSection, growthSeries } from './whole/growth.ts';
import { growthPicture } from './whole/growth-picture.ts';
import { resultsPage, verdictsOf } from './whole/results-page.ts';
import { keepOutcome, keptOutcome, lastOutcome, type Outcome, runBench } from './whole/run-bench.ts';
import { TARGETS } from './whole/targets.ts';

const HOUR = 3_600_000;
const PICTURE = 'growth.svg';
const GROWTH = 'growth';
const SIZES = [1000, 10_000, 100_000, 1_000_000];

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    small: { type: 'boolean', default: false },
    sizes: { type: 'string' },
    'without-growth': { type: 'boolean', default: false },
    keep: { type: 'string' },
    again: { type: 'boolean', default: false },
    out: { type: 'string' },
  },
});
const keep = values.keep ?? join(import.meta.dirname, values.small ? 'kept-small' : 'kept');
const page = values.out ?? join(values.small ? keep : import.meta.dirname, 'RESULTS.md');
const only = values.only?.split(',') ?? null;

function chosen(): readonly Bench[] {
  const all = BENCHES.map(({ name }) => name);
  const unknown = (only ?? []).filter((name) => name !== GROWTH && !all.includes(name));
  if (unknown.length > 0)
    throw new Error(`no bench ${unknown.join(', ')}; --only takes: ${[...all, GROWTH].join(', ')}`);
  return BENCHES.filter(({ name }) => only?.includes(name) ?? true);
}

function wholeSizes(): readonly number[] {
  if (values['without-growth'] || only?.includes(GROWTH) === false) return [];
  const sizes = values.sizes?.split(',').map(Number) ?? (values.small ? SIZES.slice(0, 1) : SIZES);
  if (sizes.some((size) => !Number.isInteger(size) || size < 1000))
    throw new Error('--sizes takes whole numbers from 1000 on, with commas between');
  return sizes;
}

async function outcomeOf(
  run: Omit<Parameters<typeof runBench>[0], 'commit'>,
  commit: string | null,
): Promise<Outcome> {
  const kept = values.again ? null : keptOutcome(keep, { ...run, commit });
  console.log(`\n# ${run.name}${kept === null ? '' : `: kept of ${kept.at}`}`);
  if (kept !== null) return kept;
  const outcome = await runBench({ ...run, commit });
  keepOutcome(keep, outcome);
  if (outcome.fault !== null) console.log(`FAILED: ${outcome.fault}`);
  return outcome;
}

const argsOf = ({ args, small }: Bench): readonly string[] => (values.small ? (small ?? args) : args);

const benches = chosen();
const sizes = wholeSizes();
const commit = commitOf(['bench/RESULTS.md', 'bench/kept', `bench/${PICTURE}`]);
const ran: Outcome[] = [];
for (const bench of benches) {
  const { name, file, hours } = bench;
  const also = values.again ? bench.again : [];
  ran.push(await outcomeOf({ name, file, args: argsOf(bench), also, mostMs: hours * HOUR }, commit));
}
for (const { name, file, args } of growthRuns(sizes))
  ran.push(await outcomeOf({ name, file, args, also: [], mostMs: 24 * HOUR }, commit));

/** Of this run, or as it was kept of an earlier one. */
const told = (run: Parameters<typeof lastOutcome>[1]): readonly Outcome[] => {
  const outcome = ran.find(({ name }) => name === run.name) ?? lastOutcome(keep, run);
  return outcome === null ? [] : [outcome];
};
const everySize = [...new Set([...SIZES, ...sizes])].toSorted((x, y) => x - y);
const outcomes = BENCHES.flatMap((bench) => told({ ...bench, args: argsOf(bench) }));
const grown = growthRuns(everySize).flatMap(told);

const out = resolve(page);
mkdirSync(dirname(out), { recursive: true });
const series = growthSeries([...outcomes, ...grown], everySize);
const growth = series.some(({ points }) => points.length > 0) ? growthSection(series, PICTURE) : null;
if (growth !== null) writeFileSync(join(dirname(out), PICTURE), growthPicture(series));
const verdicts = values.small ? [] : verdictsOf(TARGETS, outcomes);
const all = [...outcomes, ...grown];
writeFileSync(out, resultsPage({ benches: BENCHES, outcomes: all, verdicts, small: values.small, growth }));

const missed = verdicts.filter(({ met, bench }) => !met && ran.some(({ name }) => name === bench));
const failed = ran.filter(({ fault }) => fault !== null);
for (const { bench, figure, measured, is, value } of missed)
  console.log(`MISSED ${bench} ${figure}: ${measured ?? 'not measured'}, target ${is} ${value}`);
console.log(`\nWritten: ${out}`);
console.log(
  JSON.stringify({
    benches: ran.length,
    failed: failed.map(({ name }) => name),
    targets: verdicts.filter(({ bench }) => ran.some(({ name }) => name === bench)).length,
    missed: missed.map(({ bench, figure }) => `${bench} ${figure}`),
    not_run: BENCHES.filter(({ name }) => !outcomes.some((one) => one.name === name)).map(({ name }) => name),
  }),
);
process.exitCode = missed.length > 0 || failed.length > 0 ? 1 : 0;
