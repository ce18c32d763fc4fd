/**
 * Every bench, one after the other, each in a process of its own; `bench/RESULTS.md` is written from what they tell. Ends with 1
 * where a target of the issues is missed or a bench fails. The last line is one line of JSON.
 *
 *   npm run bench -- [--only seed,count] [--small] [--sizes 1000,10000,100000,1000000] [--without-growth]
 *     [--keep FOLDER] [--again] [--out FILE]
 *
 * A whole run takes a day. What each bench told is kept in a folder (bench/kept), and a run that was stopped goes on where it was,
 * as long as program, command and commit are the same; --again begins anew. With --small each bench runs as small as it can: that
 * shows that it runs, and no target is looked at.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { BENCHES, type Bench } from './whole/benches.ts';
import { growthRuns, growthSection, growthSeries } from './whole/growth.ts';
import { growthPicture } from './whole/growth-picture.ts';
import { resultsPage, verdictsOf } from './whole/results-page.ts';
import { keepOutcome, keptOutcome, type Outcome, runBench } from './whole/run-bench.ts';
import { TARGETS } from './whole/targets.ts';

const HOUR = 3_600_000;
const PICTURE = 'growth.svg';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    small: { type: 'boolean', default: false },
    sizes: { type: 'string' },
    'without-growth': { type: 'boolean', default: false },
    keep: { type: 'string', default: join(import.meta.dirname, 'kept') },
    again: { type: 'boolean', default: false },
    out: { type: 'string', default: join(import.meta.dirname, 'RESULTS.md') },
  },
});

function chosen(): readonly Bench[] {
  const names = values.only?.split(',') ?? BENCHES.map(({ name }) => name);
  const unknown = names.filter((name) => !BENCHES.some((one) => one.name === name));
  if (unknown.length > 0)
    throw new Error(
      `no bench ${unknown.join(', ')}; --only takes: ${BENCHES.map(({ name }) => name).join(', ')}`,
    );
  return BENCHES.filter(({ name }) => names.includes(name));
}

function wholeSizes(): readonly number[] {
  if (values['without-growth']) return [];
  const given = values.sizes ?? (values.small ? '1000' : '1000,10000,100000,1000000');
  const sizes = given.split(',').map(Number);
  if (sizes.some((size) => !Number.isInteger(size) || size < 1000))
    throw new Error('--sizes takes whole numbers from 1000 on, with commas between');
  return sizes;
}

/** `+`: the files are not those of the commit. */
function commitOf(): string | null {
  try {
    const git = (...args: string[]): string =>
      execFileSync('git', args, { cwd: import.meta.dirname, encoding: 'utf8' }).trim();
    const changed = git(
      'status',
      '--porcelain',
      '--untracked-files=no',
      '--',
      ':!bench/RESULTS.md',
      `:!bench/${PICTURE}`,
    );
    return `${git('rev-parse', '--short=12', 'HEAD')}${changed === '' ? '' : '+'}`;
  } catch {
    return null;
  }
}

async function outcomeOf(
  run: Omit<Parameters<typeof runBench>[0], 'commit'>,
  commit: string | null,
): Promise<Outcome> {
  const kept = values.again ? null : keptOutcome(values.keep, { ...run, commit });
  console.log(`\n# ${run.name}${kept === null ? '' : `: kept of ${kept.at}`}`);
  if (kept !== null) return kept;
  const outcome = await runBench({ ...run, commit });
  keepOutcome(values.keep, outcome);
  if (outcome.fault !== null) console.log(`FAILED: ${outcome.fault}`);
  return outcome;
}

const benches = chosen();
const sizes = wholeSizes();
const commit = commitOf();
const outcomes: Outcome[] = [];
for (const { name, file, args, small, hours } of benches) {
  const given = values.small ? (small ?? args) : args;
  outcomes.push(await outcomeOf({ name, file, args: given, mostMs: hours * HOUR }, commit));
}
const grown: Outcome[] = [];
for (const { name, file, args } of growthRuns(sizes))
  grown.push(await outcomeOf({ name, file, args, mostMs: 24 * HOUR }, commit));

const out = resolve(values.out);
mkdirSync(dirname(out), { recursive: true });
const series = growthSeries(grown, sizes);
const growth = series.some(({ points }) => points.length > 0) ? growthSection(series, PICTURE) : null;
if (growth !== null) writeFileSync(join(dirname(out), PICTURE), growthPicture(series));
const verdicts = values.small ? [] : verdictsOf(TARGETS, outcomes);
const all = [...outcomes, ...grown];
writeFileSync(out, resultsPage({ benches: BENCHES, outcomes: all, verdicts, small: values.small, growth }));

const missed = verdicts.filter(({ met }) => !met);
const failed = all.filter(({ fault }) => fault !== null);
for (const { bench, figure, measured, is, value } of missed)
  console.log(`MISSED ${bench} ${figure}: ${measured ?? 'not measured'}, target ${is} ${value}`);
console.log(`\nWritten: ${out}`);
console.log(
  JSON.stringify({
    benches: all.length,
    failed: failed.map(({ name }) => name),
    targets: verdicts.length,
    missed: missed.map(({ bench, figure }) => `${bench} ${figure}`),
  }),
);
process.exitCode = missed.length > 0 || failed.length > 0 ? 1 : 0;
