/**
 * The lower bound of Chao (1987) for lists of unequal reach, as a log-linear model (Rivest & Baillargeon 2007): people
 * differ in how likely they are to be recorded, so that those on many lists are more than independence says. The model
 * says so with one parameter for each number of lists from three on; a negative one is against its meaning and left out.
 * What it gives is a floor: more people may be unseen, fewer hardly.
 */

import type { SolveLinear } from '../linear-programme.ts';
import { type CaptureTable, listsIn, recorded } from './capture-table.ts';
import { type Column, type ColumnFit, fitColumns, listColumns } from './column-fit.ts';
import { fullestEmptyCell } from './finite-maximum.ts';
import { multinomialLogLikelihood, profileInterval } from './profile-interval.ts';

export interface ChaoBound {
  /** All people at least, and the 95 % profile-likelihood interval of that floor. */
  readonly people: number;
  readonly low: number;
  /** Null: without limit. */
  readonly high: number | null;
  /** Numbers of lists that have a parameter of their own. */
  readonly levels: readonly number[];
}

/**
 * The lower bound.
 *
 * @returns null when the model has no finite maximum: nobody, or hardly anybody, is on two lists
 * @example
 * chaoBound(kosovo, solve)?.people; // about 8 590
 */
export function chaoBound(table: CaptureTable, solve: SolveLinear): ChaoBound | null {
  const lists = table.lists.length;
  let levels = Array.from({ length: Math.max(0, lists - 2) }, (_, i) => i + 3).filter((level) =>
    table.counts.some((count, history) => count > 0 && listsIn(history) === level),
  );
  let fit: ColumnFit | null = null;
  for (;;) {
    fit = fitColumns(table.counts, columnsOf(lists, levels));
    if (fit === null) return null;
    const { coefficients } = fit;
    const kept = levels.filter((_, at) => (coefficients[1 + lists + at] ?? 0) >= 0);
    if (kept.length === levels.length) break;
    levels = kept;
  }
  const columns = columnsOf(lists, levels);
  if (!fullestEmptyCell(table.counts, columns, solve)) return null;
  const seen = recorded(table);
  const interval = profileInterval((unseen) => {
    const at = fitColumns(table.counts, columns, { persons: unseen, factor: 1 });
    return at === null ? null : multinomialLogLikelihood(table.counts, unseen, at.expected);
  }, fit.unseen);
  if (interval === null) return null;
  return {
    people: seen + fit.unseen,
    low: seen + interval.low,
    high: interval.high === null ? null : seen + interval.high,
    levels,
  };
}

function columnsOf(lists: number, levels: readonly number[]): readonly Column[] {
  const level = (many: number) => (history: number) => (listsIn(history) === many ? 1 : 0);
  return [() => 1, ...listColumns(lists), ...levels.map(level)];
}
