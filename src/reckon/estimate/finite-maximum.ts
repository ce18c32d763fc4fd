/**
 * Whether the likelihood of a log-linear model has a maximum at finite parameters (Fienberg & Rinaldo 2012; Chan,
 * Silverman & Vincent 2021). It has exactly when some table with people in every cell shares the margins that the model
 * fits; a linear programme looks for the table whose emptiest cell is fullest. Without a finite maximum an algorithm
 * stops somewhere and prints a number without meaning: such a model is not used.
 */

import type { SolveLinear } from '../linear-programme.ts';
import type { CaptureTable } from './capture-table.ts';
import { generatorsOf, type Interactions } from './hierarchical-models.ts';

/** A fuller cell than this is not rounding: counts are whole. */
const FULL = 1e-5;

/**
 * Whether a hierarchical model has a finite maximum on this table.
 *
 * @example
 * hasFiniteMaximum(table, [0b011], solve); // false for artificial_3: C shares nobody with A or B
 */
export function hasFiniteMaximum(
  table: CaptureTable,
  interactions: Interactions,
  solve: SolveLinear,
): boolean {
  const lists = table.lists.length;
  if (generatorsOf(lists, interactions).some((generator) => hasEmptyMargin(table, generator))) return false;
  const terms = [0, ...Array.from({ length: lists }, (_, list) => 1 << list), ...interactions];
  return fullestEmptyCell(
    table.counts,
    terms.map((term) => (history: number) => ((history & term) === term ? 1 : 0)),
    solve,
  );
}

/**
 * The same for any columns: whether some positive table gives the same sums in each of them.
 *
 * @param columns one a parameter: its value for each history
 * @example
 * fullestEmptyCell(table.counts, [() => 1, (history) => history & 1], solve);
 */
export function fullestEmptyCell(
  counts: readonly number[],
  columns: readonly ((history: number) => number)[],
  solve: SolveLinear,
): boolean {
  const histories = counts.flatMap((_, history) => (history === 0 ? [] : [history]));
  const empty = histories.filter((history) => counts[history] === 0);
  if (empty.length === 0) return true;
  const least = histories.length;
  const sums = columns.map((column) => ({
    terms: histories.flatMap((history, at) => {
      const value = column(history);
      return value === 0 ? [] : [[at, value] as const];
    }),
    sum: histories.reduce((sum, history) => sum + column(history) * (counts[history] ?? 0), 0),
  }));
  const solution = solve({
    objective: [...histories.map(() => 0), 1],
    lower: [...histories.map(() => 0), 0],
    upper: [...histories.map(() => Number.POSITIVE_INFINITY), 1],
    rows: [
      ...sums.map(({ terms, sum }) => ({ terms, least: sum, most: sum })),
      ...empty.map((history) => ({
        terms: [[histories.indexOf(history), 1] as const, [least, -1] as const],
        least: 0,
        most: Number.POSITIVE_INFINITY,
      })),
    ],
  });
  return solution.status === 'optimal' && solution.value > FULL;
}

/**
 * Whether the table of some lists has a cell with nobody in it. No positive table can share such a margin: no model with
 * this term, or with a larger one, has a finite maximum. Spares most programmes.
 *
 * @param term lists as bits
 * @example
 * hasEmptyMargin(artificial3, 0b101); // true: nobody is on A and C
 */
export function hasEmptyMargin(table: CaptureTable, term: number): boolean {
  const whole = table.counts.length - 1;
  const seen = new Set<number>();
  table.counts.forEach((count, history) => {
    if (count > 0) seen.add(history & term);
  });
  for (let part = term; part !== 0; part = (part - 1) & term) if (!seen.has(part)) return true;
  return term !== whole && !seen.has(0);
}
