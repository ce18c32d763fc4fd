/** Growth from small to large records: benches that take a size, run at several, and what their figures say as seconds an answer. */
import type { Series } from './growth-picture.ts';
import type { Outcome } from './run-bench.ts';
import { figureAt } from './targets.ts';

/** A bench run at one size. */
export interface GrowthRun {
  readonly name: string;
  readonly file: string;
  readonly args: readonly string[];
  readonly size: number;
}

interface Measure {
  readonly series: string;
  readonly file: string;
  /** Largest size that is run for the picture: beyond it a run takes days, or another bench tells it. */
  readonly most: number;
  /** Bench of a whole run whose figures tell the larger sizes; null: the picture ends there. */
  readonly beyond: string | null;
  args(size: number): readonly string[];
  /** Seconds; null: the run does not tell. */
  seconds(figures: Readonly<Record<string, unknown>>, size: number): number | null;
}

const named = (size: number): string => (size >= 1_000_000 ? `${size / 1_000_000}m` : `${size / 1000}k`);
const perItem = (rate: number | null, size: number): number | null => (rate === null ? null : size / rate);
const fromMs = (ms: number | null): number | null => (ms === null ? null : ms / 1000);

const speed = {
  file: 'speed.ts',
  most: 100_000,
  beyond: null,
  args: (size: number) => ['--articles', String(size)],
};
const scale = {
  file: 'team.ts',
  // 10^4 to 10^6 are in the team's own run.
  most: 1000,
  beyond: 'team',
  // Kept apart from the part of a whole run, which has other sizes.
  args: (size: number) => [
    ...['--only', 'scale', '--scale', String(size)],
    ...['--outcomes', `bench/kept-growth/team-${size}`],
  ],
};

const MEASURES: readonly Measure[] = [
  {
    ...speed,
    series: 'capture (all)',
    seconds: (figures) => figureAt(figures, 'built/captureSeconds'),
  },
  {
    ...speed,
    series: 'reading (all)',
    seconds: (figures) => figureAt(figures, 'built/proposeSeconds'),
  },
  {
    ...scale,
    series: 'capture (200 more)',
    seconds: (figures, size) => figureAt(figures, `capture_200_s_${named(size)}`),
  },
  {
    ...scale,
    series: 'reading (200 more)',
    seconds: (figures, size) => figureAt(figures, `reading_200_s_${named(size)}`),
  },
  {
    file: 'origins.ts',
    most: 1_000_000,
    beyond: null,
    args: (size) => ['--only', 'reuse-100k', '--articles', String(size)],
    series: 'reuse (all pairs)',
    seconds: (figures, size) => perItem(figureAt(figures, 'articles_per_second'), size),
  },
  {
    file: 'count.ts',
    most: 1_000_000,
    beyond: null,
    args: (size) => ['growth', '--records', String(size)],
    series: 'linkage (all records)',
    seconds: (figures) => figureAt(figures, 'linkage_s'),
  },
  {
    ...scale,
    series: 'search (p95)',
    seconds: (figures, size) => fromMs(figureAt(figures, `search_p95_ms_${named(size)}`)),
  },
  {
    ...scale,
    series: 'toll (p95)',
    seconds: (figures, size) => fromMs(figureAt(figures, `toll_p95_ms_${named(size)}`)),
  },
];

/**
 * What is to be run: each bench once a size, however many series it feeds.
 *
 * @param sizes articles, sources or records
 * @example
 * growthRuns([1000, 10_000]).map(({ name }) => name); // ['growth-speed-1000', …]
 */
export function growthRuns(sizes: readonly number[]): readonly GrowthRun[] {
  const files = [...new Map(MEASURES.map((measure) => [measure.file, measure])).values()];
  return files.flatMap(({ file, most, args }) =>
    sizes
      .filter((size) => size <= most)
      .map((size) => ({ name: nameOf(file, size), file, args: args(size), size })),
  );
}

const nameOf = (file: string, size: number): string => `growth-${file.replace(/\.ts$/u, '')}-${size}`;

/**
 * The lines of the picture, smallest size first, from runs of `growthRuns` and from benches of a whole run; sizes that were not measured, or took no time that is told, have no point.
 *
 * @example
 * growthPicture(growthSeries(outcomes, [1000, 10_000]));
 */
export function growthSeries(outcomes: readonly Outcome[], sizes: readonly number[]): readonly Series[] {
  const byName = new Map(outcomes.map((outcome) => [outcome.name, outcome]));
  return MEASURES.map(({ series, file, most, beyond, seconds }) => ({
    name: series,
    points: sizes
      .toSorted((a, b) => a - b)
      .flatMap((size) => {
        const teller = size > most ? beyond : nameOf(file, size);
        const figures = byName.get(teller ?? '')?.figures ?? null;
        const told = figures === null ? null : seconds(figures, size);
        return told === null || told <= 0 ? [] : [[size, told] as const];
      }),
  }));
}

/**
 * The section of the page: the picture, and its numbers for those who want to reckon.
 *
 * @param picture path of the picture beside the page
 * @example
 * growthSection(series, 'growth.svg');
 */
export function growthSection(series: readonly Series[], picture: string): string {
  const rows = series.flatMap(({ name, points }) =>
    points.map(([size, seconds], at) => {
      const before = points[at - 1];
      const slope =
        before === undefined ? '' : (Math.log(seconds / before[1]) / Math.log(size / before[0])).toFixed(2);
      return `| ${name} | ${size.toLocaleString('en-GB')} | ${seconds.toPrecision(3)} | ${slope} |`;
    }),
  );
  return [
    '## Growth',
    '',
    `![Seconds by size of the record, both by powers of ten](${picture})`,
    '',
    'Exponent 1: twice as much takes twice as long; 0: it takes no longer. “All”: the whole work over a record of that size, for capture and reading by one process into a vault in SQLite that is not encrypted. “200 more”: 200 new articles of about 600 words, taken in and read by one worker on top of a record on PostgreSQL that holds so many sources already, with their claims, in the text index and the log. Search and toll are one answer there.',
    '',
    '| what | size | seconds | exponent since the size before |',
    '|---|---|---|---|',
    ...rows,
  ].join('\n');
}
