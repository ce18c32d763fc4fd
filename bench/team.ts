/**
 * What must be shown of a team's record, in one run on this machine. Each part prints what was compared and on what data. The last
 * line is one line of JSON:
 *
 *   ingest_articles_per_second   articles taken in and made searchable by two workers; _1: by one
 *   propose_, trace_articles_per_second   the same articles read for claims, and traced
 *   trace_cpu_ms_at_, trace_per_second_at_   CPU of tracing one new report among so many, and how many a second
 *   search_, proposition_, toll_p95_ms_10k   answers of the desk in a record of so many sources, sixteen claims each
 *   capture_, reading_200_s_10k  200 new articles taken in, and read, by one worker on top of that record; with_start_s: with the start
 *                                of the worker; _worker_, _database_cpu_ms: an article
 *   accept_p95_ms, lost_decisions, doubled_decisions   50 reviewers decide at the same time, two of them in browsers
 *   accept_per_second_at_most    decisions a second when nobody reads before deciding
 *   kills, lost, doubled         processes killed with -9; acknowledged files that are no source afterwards, and decisions that
 *                                are not in the log; files that are a source or were read twice, and decisions that are there twice
 *   unread, jobs_left            files that nobody read; jobs that are left in the queue
 *   faults_lost, faults_doubled  the same under cut lines, a full disk, wrong clocks, and beside a newer instance
 *   move_there_s, move_back_s    a record of move_entries moves into PostgreSQL, and back
 *   missing                      what the issue asks for and no part has told
 *
 *   npm run bench:team -- [--only ingest,tracing,scale,reviewers,kills,faults,moving] [--articles 2000]
 *     [--traced 100,1000] [--scale 10000,100000] [--keep FOLDER] [--minutes 10] [--reports 70] [--kills 100] [--disturbances 20]
 *     [--moved 20000] [--outcomes FOLDER] [--join] [--again]
 *
 * What each part told is kept in a folder (bench/kept/team): a run that was stopped, or in which a part failed, goes on with the parts
 * that are left, as long as program and sizes are the same. With --join parts that another commit told are taken, too, and named;
 * so are those that --only leaves out, so that parts run apart end in one line. --again measures anew.
 *
 * A million sources with sixteen claims each take some 36 gigabytes and half an hour; what lies in the folder of `--keep` is
 * measured again without being made again.
 */
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { FAULTS } from './team/faults.ts';
import { INGEST } from './team/ingest.ts';
import { type KeptPart, keptPart, runPart } from './team/kept-parts.ts';
import { KILLS } from './team/kills.ts';
import { MOVING } from './team/moving.ts';
import type { Part, Sizes } from './team/part.ts';
import { REVIEWING } from './team/reviewers.ts';
import { SCALE } from './team/scale.ts';
import { TRACING } from './team/tracing.ts';
import { commitOf } from './whole/commit-of.ts';

const PARTS: readonly Part[] = [INGEST, TRACING, SCALE, REVIEWING, KILLS, FAULTS, MOVING];
/** What the issue asks for by name. */
const ASKED = [
  'accept_p95_ms',
  'lost',
  'doubled',
  'kills',
  'search_p95_ms_1m',
  'proposition_p95_ms_1m',
  'toll_p95_ms_1m',
  'ingest_articles_per_second',
];

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    articles: { type: 'string', default: '2000' },
    kills: { type: 'string', default: '100' },
    moved: { type: 'string', default: '20000' },
    scale: { type: 'string', default: '10000,100000' },
    traced: { type: 'string', default: '100,1000' },
    keep: { type: 'string' },
    minutes: { type: 'string', default: '10' },
    reports: { type: 'string', default: '70' },
    disturbances: { type: 'string', default: '20' },
    outcomes: { type: 'string', default: join(import.meta.dirname, 'kept', 'team') },
    join: { type: 'boolean', default: false },
    again: { type: 'boolean', default: false },
  },
});

function whole(name: keyof Omit<Sizes, 'kept'>, given: string = values[name]): number {
  const value = Number(given);
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} is a whole number from 1 on`);
  return value;
}

function chosen(): readonly Part[] {
  const names = values.only?.split(',') ?? PARTS.map(({ name }) => name);
  return names.map((name) => {
    const part = PARTS.find((one) => one.name === name);
    if (part === undefined) throw new Error(`--only takes: ${PARTS.map((one) => one.name).join(', ')}`);
    return part;
  });
}

const sizes: Sizes = {
  articles: whole('articles'),
  kills: whole('kills'),
  moved: whole('moved'),
  kept: values.keep ?? null,
  traced: values.traced.split(',').map((size) => whole('traced', size)),
  minutes: whole('minutes'),
  reports: whole('reports'),
  disturbances: whole('disturbances'),
  scale: values.scale.split(',').map((size) => whole('scale', size)),
};
const commit = commitOf(['bench/RESULTS.md', 'bench/kept']);
/** Of a working tree that differs from its commit nobody can say what it was. */
const isNamed = commit !== null && !commit.endsWith('+');
const machine = `${cpus()[0]?.model.trim() ?? 'unknown'}, ${cpus().length} cores, Node ${process.versions.node}`;

function keptOf(part: Part): KeptPart | null {
  if (values.again || !(values.join || isNamed)) return null;
  return keptPart(values.outcomes, { part, sizes, commit: values.join ? null : commit });
}

// Whatever was started is gone with this process: each keeps watch by itself.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));

console.log(machine);
const parts = chosen();
const told: KeptPart[] = [];
const failed: string[] = [];
for (const part of PARTS) {
  const kept = keptOf(part);
  if (!parts.includes(part)) {
    if (values.join && kept !== null) told.push(kept);
    continue;
  }
  console.log(`\n## ${part.name}\n${part.about}`);
  if (kept !== null) {
    console.log(
      `(kept of ${kept.at}, commit ${kept.commit ?? 'unknown'}, ${kept.seconds} s, load ${kept.load})`,
    );
    told.push(kept);
    continue;
  }
  try {
    const one = await runPart(values.outcomes, { part, sizes, commit }, (line) => console.log(line));
    console.log(`(${one.seconds} s, load of the machine ${one.load})`);
    told.push(one);
  } catch (error) {
    failed.push(part.name);
    console.log(`FAILED ${part.name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
const figures: Record<string, number> = Object.assign({}, ...told.map((one) => one.figures));
const missing = ASKED.filter((name) => !(name in figures));
if (missing.length > 0) console.log(`\nNOT MEASURED: ${missing.join(', ')}`);
const of = Object.fromEntries(told.map(({ part, commit: by, at }) => [part, `${by ?? 'unknown'} ${at}`]));
console.log(`\n${JSON.stringify({ machine, ...figures, parts: of, failed, missing })}`);
process.exitCode = failed.length > 0 ? 1 : 0;
