/**
 * What must be shown of a team's record, in one run on this machine. Each part prints what was compared and on what data. The last
 * line is one line of JSON:
 *
 *   ingest_articles_per_second   articles taken in and made searchable by two workers; _1: by one
 *   propose_, trace_articles_per_second   the same articles read for claims, and traced
 *   trace_cpu_ms_at_, trace_per_second_at_   CPU of tracing one new report among so many, and how many a second
 *   search_, proposition_, toll_p95_ms_10k   answers of the desk in a record of so many sources, some twenty claims each
 *   accept_p95_ms, lost_decisions, doubled_decisions   50 reviewers decide at the same time, two of them in browsers
 *   kills, lost, doubled         processes killed with -9; acknowledged files that are no source afterwards, and decisions that
 *                                are not in the log; files that are a source or were read twice, and decisions that are there twice
 *   unread, jobs_left            acknowledged files that nobody read; jobs that are left in the queue
 *   move_there_s, move_back_s    a record of move_entries moves into PostgreSQL, and back
 *
 *   npm run bench:team -- [--only ingest,tracing,scale,reviewers,kills,moving] [--articles 2000]
 *     [--traced 100,1000] [--scale 10000,100000]
 *     [--paragraphs 10] [--minutes 10] [--kills 100] [--moved 20000]
 *
 * A million sources with `--paragraphs 1` (some sixty words and two claims each) take some ten gigabytes, with 10 some fifty.
 */
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { INGEST } from './team/ingest.ts';
import { KILLS } from './team/kills.ts';
import { MOVING } from './team/moving.ts';
import type { Part, Sizes } from './team/part.ts';
import { REVIEWING } from './team/reviewers.ts';
import { SCALE } from './team/scale.ts';
import { TRACING } from './team/tracing.ts';

const PARTS: readonly Part[] = [INGEST, TRACING, SCALE, REVIEWING, KILLS, MOVING];

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    articles: { type: 'string', default: '2000' },
    kills: { type: 'string', default: '100' },
    moved: { type: 'string', default: '20000' },
    scale: { type: 'string', default: '10000,100000' },
    traced: { type: 'string', default: '100,1000' },
    paragraphs: { type: 'string', default: '10' },
    minutes: { type: 'string', default: '10' },
  },
});

function whole(name: keyof Sizes, given: string = values[name]): number {
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
  paragraphs: whole('paragraphs'),
  traced: values.traced.split(',').map((size) => whole('traced', size)),
  minutes: whole('minutes'),
  scale: values.scale.split(',').map((size) => whole('scale', size)),
};
const machine = `${cpus()[0]?.model.trim() ?? 'unknown'}, ${cpus().length} cores, Node ${process.versions.node}`;
console.log(machine);
let all: Record<string, unknown> = { machine };
for (const part of chosen()) {
  console.log(`\n## ${part.name}\n${part.about}`);
  const began = performance.now();
  all = { ...all, ...(await part.run(sizes, (line) => console.log(line))) };
  const took = Math.round((performance.now() - began) / 1000);
  console.log(`(${took} s, load of the machine ${loadavg()[0]?.toFixed(1)})`);
}
console.log(`\n${JSON.stringify(all)}`);
