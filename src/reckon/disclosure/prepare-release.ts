/**
 * From tables of cases to what may be published of them: what must be protected, what is withheld for it at what cost, and
 * the proof by attack, together with every earlier release of the compartment. Refuses rather than guesses.
 */
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { SolveLinear } from '../linear-programme.ts';
import { type AttackReport, attackRelease, tooLarge } from './attack-release.ts';
import { baseTable } from './base-table.ts';
import { bestPattern } from './best-pattern.ts';
import { cellAt } from './cell-grid.ts';
import { letThrough } from './count-brand.ts';
import { type CountTable, MOST_CELLS } from './count-table.ts';
import { type DisclosureRule, roundedTo } from './disclosure-rule.ts';
import { NoAnswer } from './extreme.ts';
import { type Lattice, latticeOf } from './lattice.ts';
import { openProblem } from './open-problem.ts';
import { costOf, type Pattern, type PatternTask } from './pattern.ts';
import { quickPattern } from './quick-pattern.ts';
import type { Release, ReleasedTable } from './release.ts';
import { shortfalls, type Target } from './shortfall.ts';
import { targetsOf } from './targets.ts';

/** What is to be prepared. */
export interface TablesToPrepare {
  /** Published together; they count the same people on the same day where population and day are equal. */
  readonly tables: readonly CountTable[];
  readonly rule: DisclosureRule;
  /** Every earlier release of the compartment. */
  readonly earlier: readonly Pick<Release, 'id' | 'tables' | 'rule'>[];
}

/** Tables that may be published, and what it took. Only `tables` is for the public. */
export interface PreparedTables {
  readonly tables: readonly ReleasedTable[];
  /** What an attacker gets out of them together with the earlier releases. */
  readonly attack: AttackReport;
  /** Numbers that had to be protected: cells, and changes since earlier releases. */
  readonly protectedNumbers: number;
  /** Cells that are withheld to protect others. */
  readonly complementary: number;
  /** People hidden with those, summed over cells (a cell of nobody counts 1). */
  readonly cost: number;
  /** No way to protect the same costs less; equal to `cost` where this is the cheapest; null: it was not searched for. */
  readonly leastCost: number | null;
}

/**
 * Prepares tables for release.
 *
 * @throws OnRecordError `invalid-record` where tables contradict each other; `too-large` above 2,000 cells or when the
 *   solver gives no answer; `verify-failed` where no way of withholding protects what must be protected
 * @example
 * const answer = makeAxis({ name: 'answer', values: ['granted', 'refused', 'none'], total: 'all' });
 * const table = countTable({ name: 'Answers', population: 'people', asOf: '2031-06-01', axes: [answer], counts: [12, 2, 9, 23] });
 * prepareTables({ tables: [table], rule: disclosureRule(), earlier: [], solve }).attack.recovered; // 0
 */
export function prepareTables(given: TablesToPrepare & { readonly solve: SolveLinear }): PreparedTables {
  const { tables, rule, earlier, solve } = given;
  const rounding = rule.kind === 'round' ? rule.base : null;
  const lattice = latticeOf({ releases: earlier, draft: tables, rounding });
  if (lattice.cells.length > MOST_CELLS) throw tooLarge(lattice.cells.length);
  try {
    const earlierWidths = widthsOf(earlier, rule.protection, solve);
    const targets = targetsOf({ lattice, draft: tables, rule, earlierWidths });
    const task = taskOf({ lattice, targets, rule, base: baseTable(lattice, solve) });
    const pattern = patternOf(task, rule, solve);
    const withheld = new Set(pattern.withheld);
    const publish = () =>
      tables.map((table, at) => publishedOf(table, lattice.draft[at] ?? [], withheld, rounding));
    let published = publish();
    let attack = attackRelease([...earlier, { id: DRAFT, tables: published, rule }], solve);
    // A cell withheld for others that is known all the same hides nothing: it is published, and nobody learns anything.
    for (const cell of needless(attack, { tables, lattice, forced: task.forced })) withheld.delete(cell);
    if (withheld.size < pattern.withheld.size) {
      published = publish();
      attack = attackRelease([...earlier, { id: DRAFT, tables: published, rule }], solve);
    }
    // What was out before cannot be taken back; nothing may be added to it.
    if (attack.recovered > 0 && attack.recovered > attackRelease(earlier, solve).recovered)
      throw stillOpen(attack);
    const forced = [...withheld].filter((cell) => task.forced.has(cell)).length;
    return {
      tables: published,
      attack,
      protectedNumbers: targets.filter(({ why }) => why !== 'earlier').length,
      complementary: withheld.size - forced,
      cost: costOf(task, withheld),
      leastCost: pattern.bound,
    };
  } catch (cause) {
    if (!(cause instanceof NoAnswer)) throw cause;
    throw new OnRecordError(
      'too-large',
      'Whether these tables protect what they must was not brought to an end: nothing is released. Use fewer or coarser axes.',
      { cause },
    );
  }
}

/** Withheld cells of the draft that are known exactly and need no protection. */
function needless(
  { cells }: AttackReport,
  given: {
    readonly tables: readonly CountTable[];
    readonly lattice: Lattice;
    readonly forced: ReadonlySet<number>;
  },
): readonly number[] {
  const known = cells.filter((cell) => cell.release === DRAFT && cell.withheld && cell.recovered);
  return known.flatMap(({ table, labels }) =>
    given.tables.flatMap(({ name, axes }, at) => {
      const place = name === table ? (given.lattice.draft[at]?.[cellAt(axes, labels)] ?? -1) : -1;
      return place < 0 || given.forced.has(place) ? [] : [place];
    }),
  );
}

/** Id of the release that is being prepared, in an attack. */
export const DRAFT = 'draft';

/** Widths, up to what the rule asks for, that the earlier releases leave of what they withheld; by cell of the lattice. */
function widthsOf(
  earlier: readonly Pick<Release, 'tables' | 'rule'>[],
  protection: number,
  solve: SolveLinear,
): ReadonlyMap<number, number> {
  if (earlier.length === 0) return new Map();
  const lattice = latticeOf({ releases: earlier, draft: [], rounding: null });
  const problem = openProblem(lattice, new Set());
  const tables = earlier.flatMap((release) => release.tables);
  const withheld = tables.flatMap(({ cells }, table) =>
    cells.flatMap((cell, at) => {
      const place = lattice.released[table]?.[at] ?? -1;
      return cell === null && problem.partOf[place] !== -1 ? [place] : [];
    }),
  );
  const base = baseTable(lattice, solve);
  const targets = withheld.map(
    (cell): Target => ({ expression: [[cell, 1]], width: protection, why: 'earlier' }),
  );
  const short = shortfalls({ problem, base, solve }, targets, [base]);
  const widths = new Map(withheld.map((cell) => [cell, protection]));
  for (const { target, width } of short) widths.set(target.expression[0]?.[0] ?? -1, width);
  return widths;
}

function taskOf(given: {
  readonly lattice: Lattice;
  readonly targets: readonly Target[];
  readonly rule: DisclosureRule;
  readonly base: readonly number[];
}): PatternTask {
  const { lattice, targets, rule, base } = given;
  const before = new Set(
    lattice.cells.flatMap(({ population, meaning, drafted, open, closed }) =>
      !drafted && closed === null && open.least !== open.most ? [JSON.stringify([population, meaning])] : [],
    ),
  );
  const costs = new Map<number, number>();
  lattice.cells.forEach(({ closed, open, impossible, population, meaning }, cell) => {
    if (closed === null || impossible || open.least === open.most) return;
    // What was withheld before is withheld again rather than something else: an old number hints at a new one.
    const again = before.has(JSON.stringify([population, meaning])) ? 0.25 : 1;
    costs.set(cell, again * Math.max(1, base[cell] ?? 0));
  });
  const forced = new Set<number>();
  for (const { expression, width } of targets) {
    const [cell] = expression.find(([one]) => costs.has(one)) ?? [-1];
    const { closed } = lattice.cells[cell] ?? { closed: null };
    const isTooNarrow = expression.length === 1 && closed !== null && closed.most - closed.least < width;
    const isExactChange = expression.length === 2 && rule.kind === 'suppress';
    if (cell >= 0 && (isTooNarrow || isExactChange)) forced.add(cell);
  }
  if (rule.kind === 'round')
    for (const cell of flips(lattice, rule.base)) if (costs.has(cell)) forced.add(cell);
  return { lattice, base, targets, forced, costs, tables: [base] };
}

/** Cells that would be seen to go from 0 to the base, or back: that shows one person's coming or going. */
function flips({ cells }: Lattice, base: number): readonly number[] {
  const nothing = Math.ceil(base / 2) - 1;
  const byMeaning = Map.groupBy(cells.keys(), (at) =>
    JSON.stringify([cells[at]?.population, cells[at]?.meaning]),
  );
  return [...byMeaning.values()].flatMap((group) =>
    group.filter((cell) => {
      const now = cells[cell]?.closed;
      if (now === null || now === undefined) return false;
      return group.some((other) => {
        const then = cells[other];
        if (then === undefined || other === cell || then.closed !== null || !Number.isFinite(then.open.most))
          return false;
        const [low, high] = now.most < then.open.least ? [now, then.open] : [then.open, now];
        return low.most <= nothing && high.least === nothing + 1;
      });
    }),
  );
}

function patternOf(task: PatternTask, rule: DisclosureRule, solve: SolveLinear): Pattern {
  const best = rule.kind === 'suppress' ? bestPattern(task, solve) : { pattern: null, bound: null };
  const found = best === 'impossible' ? null : (best.pattern ?? quickPattern(task, solve, best.bound));
  if (found !== null) return { ...found, cost: costOf(task, found.withheld) };
  throw new OnRecordError(
    'verify-failed',
    'Nothing that could be withheld would protect what must be protected: earlier releases, or cells that everybody knows to be empty, give it away. Wait until more people are counted, or publish other axes.',
  );
}

function publishedOf(
  { name, population, asOf, grows, axes, counts, impossible }: CountTable,
  places: readonly number[],
  withheld: ReadonlySet<number>,
  rounding: number | null,
): ReleasedTable {
  return Object.freeze({
    name,
    population,
    asOf,
    grows,
    axes,
    impossible,
    cells: Object.freeze(
      counts.map((count, at) => {
        if (withheld.has(places[at] ?? -1)) return null;
        return letThrough(rounding === null ? count : roundedTo(count, rounding));
      }),
    ),
  });
}

function stillOpen({ cells, changes }: AttackReport): OnRecordError {
  const names = [
    ...cells.filter(({ recovered }) => recovered).map(({ labels }) => labels),
    ...changes
      .filter(({ recovered }) => recovered)
      .map(({ labels, from, to }) => [...labels, `${from} to ${to}`]),
  ];
  return new OnRecordError(
    'verify-failed',
    'The attack recovers numbers that must stay hidden: nothing is released.',
    {
      faults: names.map((labels) => ({ path: labels.join(' · '), message: 'can be computed exactly' })),
    },
  );
}
