/** `bench/RESULTS.md`: every figure that an issue asks for, beside what it asks; then everything that was measured. */
import type { Bench } from './benches.ts';
import type { Outcome } from './run-bench.ts';
import { figureAt, isMet, type Target } from './targets.ts';

/** A target and what came of it. */
export interface Verdict extends Target {
  /** Null: not measured. */
  readonly measured: number | null;
  readonly met: boolean;
  /** What it was measured by; null: the bench was not run. */
  readonly of: Pick<Outcome, 'commit' | 'at'> | null;
}

/**
 * Holds the figures against the targets. A bench that was not run says nothing: its targets are neither met nor missed.
 *
 * @example
 * verdictsOf(TARGETS, outcomes).filter(({ met }) => !met);
 */
export function verdictsOf(targets: readonly Target[], outcomes: readonly Outcome[]): readonly Verdict[] {
  const byName = new Map(outcomes.map((outcome) => [outcome.name, outcome]));
  return targets.map((target) => {
    const outcome = byName.get(target.bench);
    if (outcome === undefined) return { ...target, measured: null, met: false, of: null };
    const measured = outcome.figures === null ? null : figureAt(outcome.figures, target.figure);
    return { ...target, measured, met: isMet(target, measured), of: outcome };
  });
}

export interface Results {
  readonly benches: readonly Bench[];
  readonly outcomes: readonly Outcome[];
  readonly verdicts: readonly Verdict[];
  /** Whether the smallest sizes were run: then no figure says anything. */
  readonly small: boolean;
  /** Markdown of growth; null: not asked for. */
  readonly growth: string | null;
}

/**
 * The page, as Markdown.
 *
 * @example
 * writeFileSync('bench/RESULTS.md', resultsPage(results));
 */
export function resultsPage({ benches, outcomes, verdicts, small, growth }: Results): string {
  const ran = verdicts.filter(({ of }) => of !== null);
  const missed = ran.filter(({ met }) => !met).length;
  const unknown = verdicts.length - ran.length;
  const about = new Map(benches.map((one) => [one.name, one.about]));
  return [
    '# Results',
    '',
    'Written by `npm run bench`; not by hand. Each bench ran in a process of its own, one after the other, over as many sittings as it took: commit and day stand beside each figure.',
    ...(small
      ? ['', '**Smallest sizes: this run shows that the benches run, and no figure of it counts.**']
      : []),
    '',
    `${ran.length - missed} of ${verdicts.length} targets met, ${missed} missed or not measured, ${unknown} of benches that were not run.`,
    '',
    '## Against the targets of the issues',
    '',
    '| issue | bench | figure | measured | target | | commit, day |',
    '|---|---|---|---|---|---|---|',
    ...verdicts.map(verdictRow),
    ...(growth === null ? [] : ['', growth]),
    '',
    '## What was run',
    '',
    '| bench | what, against what | command | commit | machine | ended (UTC) | seconds | load before, after |',
    '|---|---|---|---|---|---|---|---|',
    ...outcomes.map((outcome) => ranRow(outcome, about.get(outcome.name) ?? '')),
    ...benches
      .filter(({ name }) => !outcomes.some((outcome) => outcome.name === name))
      .map(({ name, about: what, file, args }) =>
        row([name, what, `\`node bench/${[file, ...args].join(' ')}\``, 'not run', '', '', '', '']),
      ),
    ...outcomes.flatMap(everyFigure),
    '',
  ].join('\n');
}

function verdictRow({ issue, bench, figure, measured, is, value, unit, met, of }: Verdict): string {
  const unmeasured = of === null ? 'not run' : 'not measured';
  const told = measured === null ? unmeasured : number(measured);
  const verdict = met ? 'met' : '**missed**';
  return row([
    issue,
    bench,
    `\`${figure}\``,
    told,
    `${is} ${number(value)} ${unit}`.trim(),
    of === null ? '' : verdict,
    of === null ? '' : `${of.commit ?? 'unknown'}, ${of.at.slice(0, 10)}`,
  ]);
}

function ranRow(outcome: Outcome, about: string): string {
  const { name, line, commit, machine, at, seconds, load, fault } = outcome;
  const said = fault === null ? about : `${about} — **failed**: ${fault}`;
  return row([
    name,
    said,
    `\`node bench/${line}\``,
    commit ?? 'unknown',
    machine,
    at,
    seconds,
    load.join(', '),
  ]);
}

function everyFigure({ name, figures }: Outcome): readonly string[] {
  if (figures === null) return [];
  const rows = Object.entries(figures).map(([figure, value]) =>
    row([`\`${figure}\``, typeof value === 'number' ? number(value) : JSON.stringify(value)]),
  );
  return ['', `### ${name}`, '', '| figure | value |', '|---|---|', ...rows];
}

const row = (cells: readonly (string | number)[]): string =>
  `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;

const number = (value: number): string =>
  value.toLocaleString('en-GB', { maximumFractionDigits: 4, useGrouping: Math.abs(value) >= 10_000 });
