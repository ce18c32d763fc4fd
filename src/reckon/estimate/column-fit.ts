/**
 * Maximum likelihood of a Poisson log-linear model with any columns, by iteratively reweighted least squares: for models
 * whose columns are not sets of lists (heterogeneity, the lower bound). Null where the model is not identified.
 */
import type { LogLinearFit, UnseenCell } from './log-linear-fit.ts';
import { UNOBSERVED } from './log-linear-fit.ts';
import { openCholesky } from './normal-equations.ts';

/** The value of a parameter's column for a history. The first column of a model must be 1 throughout. */
export type Column = (history: number) => number;

const MOST_STEPS = 80;
const CONVERGED = 1e-10;
const EMPTY = -30;

/** What `fitColumns` gives besides the fit of any log-linear model. */
export interface ColumnFit extends LogLinearFit {
  /** One coefficient for each column. */
  readonly coefficients: readonly number[];
}

/**
 * Fits a model.
 *
 * @param columns one for each parameter; on history 0 all but the first should be 0
 * @example
 * fitColumns(hare.counts, [() => 1, ...listColumns(6), (history) => 2 ** listsIn(history) - 1]);
 */
export function fitColumns(
  counts: readonly number[],
  columns: readonly Column[],
  cell: UnseenCell = UNOBSERVED,
): ColumnFit | null {
  const first = cell.persons === null ? 1 : 0;
  const y = Float64Array.from(counts, (count, history) => (history === 0 ? (cell.persons ?? 0) : count));
  const size = columns.length;
  if (size > y.length - first) return null;
  const design = Array.from(y, (_, history) => columns.map((column) => column(history)));
  const offset = (history: number): number => (history === 0 ? Math.log(cell.factor) : 0);
  const mean = y.map((count) => count + 0.1);
  const eta = mean.map(Math.log);
  const cholesky = openCholesky(size);
  let before = Number.POSITIVE_INFINITY;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const sums = normalSums(design, { y, mean, eta, first, offset });
    for (const [a, row] of sums.matrix.entries())
      for (const [b, value] of row.entries()) cholesky.set(a, b, value);
    cholesky.right.set(sums.right);
    if (!cholesky.solve(size)) return null;
    let deviance = 0;
    design.forEach((row, i) => {
      let linear = offset(i);
      row.forEach((value, a) => {
        linear += value * (cholesky.right[a] ?? 0);
      });
      eta[i] = Math.max(EMPTY, linear);
      const mu = Math.exp(eta[i] ?? 0);
      mean[i] = mu;
      const seen = y[i] ?? 0;
      if (i >= first) deviance += 2 * ((seen > 0 ? seen * Math.log(seen / mu) : 0) - (seen - mu));
    });
    if (!Number.isFinite(deviance)) return null;
    if (Math.abs(deviance - before) < CONVERGED * (Math.abs(deviance) + 0.1))
      return {
        expected: mean,
        unseen: mean[0] ?? 0,
        deviance,
        parameters: size,
        varianceOfLog: cholesky.firstVariance(size),
        coefficients: [...cholesky.right.slice(0, size)],
      };
    before = deviance;
  }
  return null;
}

function normalSums(
  design: readonly (readonly number[])[],
  state: {
    readonly y: Float64Array;
    readonly mean: Float64Array;
    readonly eta: Float64Array;
    readonly first: number;
    readonly offset: (history: number) => number;
  },
): { readonly matrix: readonly number[][]; readonly right: readonly number[] } {
  const size = design[0]?.length ?? 0;
  const matrix = Array.from({ length: size }, (_, a) => new Array<number>(a + 1).fill(0));
  const right = new Array<number>(size).fill(0);
  for (let i = state.first; i < design.length; i += 1) {
    const row = design[i] ?? [];
    const mu = state.mean[i] ?? 0;
    const working = mu * ((state.eta[i] ?? 0) - state.offset(i)) + (state.y[i] ?? 0) - mu;
    for (let a = 0; a < size; a += 1) {
      const value = row[a] ?? 0;
      if (value === 0) continue;
      right[a] = (right[a] ?? 0) + value * working;
      const sums = matrix[a] ?? [];
      for (let b = 0; b <= a; b += 1) sums[b] = (sums[b] ?? 0) + value * mu * (row[b] ?? 0);
    }
  }
  return { matrix, right };
}

/**
 * The columns of the main effects: 1 where the person is on the list.
 *
 * @example
 * listColumns(3)[1]?.(0b010); // 1
 */
export function listColumns(lists: number): readonly Column[] {
  return Array.from({ length: lists }, (_, list) => (history: number) => (history >> list) & 1);
}
