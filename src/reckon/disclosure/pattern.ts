/** Which cells are withheld, what that costs, and whether anything cheaper would do. */
import type { Attack } from './extreme.ts';
import type { Lattice } from './lattice.ts';
import { openProblem } from './open-problem.ts';
import { type Shortfall, shortfalls, type Target } from './shortfall.ts';

/** The task: what must be protected, in which lattice, and what withholding a cell costs. */
export interface PatternTask {
  readonly lattice: Lattice;
  readonly base: readonly number[];
  readonly targets: readonly Target[];
  /** Cells that are withheld whatever it costs. */
  readonly forced: ReadonlySet<number>;
  /** Cost of withholding each cell; cells that are not in it cannot be withheld, or it would be of no use. */
  readonly costs: ReadonlyMap<number, number>;
  /** Whole tables found so far that make every row true; added to. */
  readonly tables: (readonly number[])[];
}

export interface Pattern {
  readonly withheld: ReadonlySet<number>;
  /** Sum of the costs of the cells that were not forced. */
  readonly cost: number;
  /** No pattern costs less than this; null: that was not searched for. */
  readonly bound: number | null;
}

/**
 * What is not protected when these cells are withheld: looked for over numbers first, which is quick, and over whole
 * numbers where that finds nothing.
 *
 * @example
 * shortOf(task, solve, new Set([4, 7])).length;
 */
export function shortOf(
  { lattice, base, targets, tables }: PatternTask,
  solve: Attack['solve'],
  withheld: ReadonlySet<number>,
  most?: number,
): readonly Shortfall[] {
  const attack = { problem: openProblem(lattice, withheld), base, solve };
  const short = shortfalls({ ...attack, rough: true }, targets, tables, most);
  return short.length > 0 ? short : shortfalls(attack, targets, tables, most);
}

/**
 * Cost of a set of cells, those that are forced left out.
 *
 * @example
 * costOf(task, pattern.withheld);
 */
export function costOf({ forced, costs }: PatternTask, withheld: ReadonlySet<number>): number {
  return [...withheld].reduce((sum, cell) => sum + (forced.has(cell) ? 0 : (costs.get(cell) ?? 0)), 0);
}
