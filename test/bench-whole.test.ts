/** `npm run bench`: what it makes of what the benches tell, and a run of it at the smallest size. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { BENCHES } from '../bench/whole/benches.ts';
import { growthRuns, growthSection, growthSeries } from '../bench/whole/growth.ts';
import { growthPicture } from '../bench/whole/growth-picture.ts';
import { resultsPage, verdictsOf } from '../bench/whole/results-page.ts';
import { keepOutcome, keptOutcome, lastOutcome, type Outcome } from '../bench/whole/run-bench.ts';
import { figureAt, isMet, TARGETS } from '../bench/whole/targets.ts';

const BENCH = fileURLToPath(new URL('../bench/', import.meta.url));
const outcome = (name: string, figures: Outcome['figures'], line = `${name}.ts`): Outcome => ({
  ...{ name, line, commit: 'a1b2c3d', machine: 'a machine', at: '2031-06-01T10:00:00Z', seconds: 9 },
  ...{ load: [0.1, 1.2], figures, fault: figures === null ? 'ended with 1' : null },
});

test('every bench with a command is in the list, and every file of the list is there', () => {
  const { scripts } = JSON.parse(readFileSync(join(BENCH, '../package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const commands = Object.keys(scripts).flatMap((name) => /^bench:(.+)$/u.exec(name)?.[1] ?? []);
  expect(BENCHES.map(({ name }) => name).toSorted()).toEqual(commands.toSorted());
  for (const { file } of BENCHES) expect(existsSync(join(BENCH, file)), file).toBe(true);
});

test('every target is of a bench, and its figure is written in the bench', () => {
  const written = readdirSync(BENCH, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.startsWith('whole'))
    .map((path) => readFileSync(join(BENCH, path), 'utf8'))
    .join('\n');
  // Made from the name of a list, a half or a size.
  const made =
    /^(?:febrl|rldata|fake|names_|linkage_|gold\.|scale_|search_p95_ms_|proposition_p95_ms_|toll_p95_ms_)/u;
  for (const { bench, figure } of TARGETS) {
    expect(BENCHES.map(({ name }) => name)).toContain(bench);
    const last = figure.split(/[./]/u).at(-1) ?? '';
    if (!made.test(figure)) expect(written, figure).toMatch(new RegExp(`\\b${last}\\b`, 'u'));
  }
});

test.each([
  ['≥', 30, 30, true],
  ['≥', 30, 29.9, false],
  ['≤', 5, 5, true],
  ['<', 5, 5, false],
  ['=', 0, 0, true],
  ['=', 0, 1, false],
  ['≤', 5, null, false],
] as const)('%s %d: %s is met: %s', (is, value, figure, met) => {
  expect(isMet({ is, value }, figure)).toBe(met);
});

test('a figure is found by its path, whole names first; words and gaps are none', () => {
  expect(figureAt({ toll: { firstMs: 683 } }, 'toll/firstMs')).toBe(683);
  expect(figureAt({ 'polnear.half': 0.7 }, 'polnear.half')).toBe(0.7);
  expect(figureAt({ toll: null }, 'toll/firstMs')).toBeNull();
  expect(figureAt({ toll: 'fast' }, 'toll')).toBeNull();
});

test('the page says what was met, missed and not measured, and only of benches that ran', () => {
  const outcomes = [
    outcome('seed', { found: 16, wrong: 0 }),
    outcome('desk', { first_paint_ms: 543, page_mb: 300 }),
  ];
  const verdicts = verdictsOf(TARGETS, outcomes);
  expect(new Set(verdicts.flatMap(({ bench, of }) => (of === null ? [] : [bench])))).toEqual(
    new Set(['desk']),
  );
  const page = resultsPage({ benches: BENCHES, outcomes, verdicts, small: false, growth: null });
  const others = TARGETS.length - 6;
  expect(page).toContain(
    `1 of ${TARGETS.length} targets met, 5 missed or not measured, ${others} of benches that were not run.`,
  );
  expect(page).toContain('| 9 | team | `lost` | not run | = 0 |  |  |');
  expect(page).toMatch(/\| lists \| 100,000 rows [^|]+\| `node bench\/lists.ts` \| not run \|/u);
  expect(page).toContain('| 7 | desk | `first_paint_ms` | 543 | ≤ 1000 ms | met | a1b2c3d, 2031-06-01 |');
  expect(page).toContain('| 7 | desk | `page_mb` | 300 | ≤ 200 MB | **missed** | a1b2c3d, 2031-06-01 |');
  expect(page).toContain(
    '| 7 | desk | `js_gzip_kb` | not measured | ≤ 250 KB | **missed** | a1b2c3d, 2031-06-01 |',
  );
  expect(page).toContain('### seed');
  const failed = [outcome('desk', null)];
  expect(verdictsOf(TARGETS, failed).some(({ met }) => met)).toBe(false);
  expect(
    resultsPage({ benches: BENCHES, outcomes: failed, verdicts: [], small: true, growth: null }),
  ).toMatch(/no figure of it counts[\s\S]*\*\*failed\*\*: ended with 1/u);
});

test('what was kept is used for the same line and commit, and never a failure', () => {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-kept-'));
  const run = { name: 'seed', file: 'seed.ts', args: [], commit: 'a1b2c3d' };
  expect(keptOutcome(folder, run)).toBeNull();
  keepOutcome(folder, outcome('seed', { found: 16 }));
  expect(keptOutcome(folder, run)?.figures).toEqual({ found: 16 });
  expect(keptOutcome(folder, { ...run, commit: 'e5f6a7b' })).toBeNull();
  expect(lastOutcome(folder, run)?.figures).toEqual({ found: 16 });
  expect(lastOutcome(folder, { ...run, args: ['--more'] })).toBeNull();
  expect(keptOutcome(folder, { ...run, args: ['--more'] })).toBeNull();
  keepOutcome(folder, outcome('seed', null));
  expect(keptOutcome(folder, run)).toBeNull();
  rmSync(folder, { recursive: true });
});

test('growth: each bench once a size, a point where it told one, and the picture says it in words', () => {
  const runs = growthRuns([1000, 1_000_000]);
  expect(new Set(runs.map(({ name }) => name)).size).toBe(runs.length);
  const told = [
    outcome('growth-count-1000', { linkage_s: 0.5 }),
    outcome('growth-count-10000', { linkage_s: 5 }),
    outcome('growth-team-1000', { search_p95_ms_1k: 20, toll_p95_ms_1k: 0 }),
    outcome('team', { search_p95_ms_10k: 40, capture_200_s_10k: 4 }),
    outcome('growth-origins-1000', null),
  ];
  const series = growthSeries(told, [10_000, 1000]).filter(({ points }) => points.length > 0);
  expect(series).toEqual([
    { name: 'capture (200 more)', points: [[10_000, 4]] },
    {
      name: 'linkage (all records)',
      points: [
        [1000, 0.5],
        [10_000, 5],
      ],
    },
    {
      name: 'search (p95)',
      points: [
        [1000, 0.02],
        [10_000, 0.04],
      ],
    },
  ]);
  expect(growthSection(series, 'growth.svg')).toContain('| linkage (all records) | 10,000 | 5.00 | 1.00 |');
  const picture = growthPicture(series);
  expect(picture).toContain(
    '<desc>capture (200 more): 10000 in 4 s; linkage (all records): 1000 in 0.5 s, 10000 in 5 s; search (p95): 1000 in 0.02 s, 10000 in 0.04 s</desc>',
  );
  expect(picture).not.toMatch(/NaN|Infinity|undefined/u);
  expect(picture.match(/<circle/gu)).toHaveLength(5);
});

test('growth: names of lines that end together stand below one another, in the order of the lines', () => {
  const ends = { one: 1, two: 1.01, three: 1.02, four: 50 };
  const picture = growthPicture(
    Object.entries(ends).map(([name, end]) => ({
      name,
      points: [[1000, 0.5] as const, [10_000, end] as const],
    })),
  );
  const heights = Object.keys(ends).map((name) =>
    Number(new RegExp(`y="([\\d.]+)"[^>]*>${name}<`, 'u').exec(picture)?.[1]),
  );
  const [one = 0, two = 0, three = 0, four = 0] = heights;
  expect([one - two, two - three]).toEqual([14, 14]);
  expect(three - four).toBeGreaterThan(14);
});

test('a run of one bench writes the page, keeps what it told, and uses it the next time', () => {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-bench-'));
  // Of another sitting and an earlier commit: shown as what it is.
  keepOutcome(join(folder, 'kept'), outcome('seed', { found: 14 }));
  const args = ['--only', 'main-text', '--small', '--keep', join(folder, 'kept')];
  const run = () =>
    spawnSync(process.execPath, [join(BENCH, 'run.ts'), ...args, '--out', join(folder, 'RESULTS.md')], {
      encoding: 'utf8',
    });
  const first = run();
  expect([first.status, first.stderr]).toEqual([0, '']);
  expect(JSON.parse(first.stdout.trimEnd().split('\n').at(-1) ?? '')).toMatchObject({
    benches: 1,
    failed: [],
  });
  expect(readFileSync(join(folder, 'RESULTS.md'), 'utf8')).toContain('### main-text');
  expect(readFileSync(join(folder, 'RESULTS.md'), 'utf8')).toMatch(/\| seed \|.+\| a1b2c3d \|/u);
  expect(run().stdout).toContain('# main-text: kept of 2');
  rmSync(folder, { recursive: true });
});
