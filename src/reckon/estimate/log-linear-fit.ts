/**
 * Maximum likelihood of a Poisson log-linear model by iteratively reweighted least squares (McCullagh & Nelder 1989
 * §2.5). All columns are sets of lists, so that sums over histories are sums over supersets, and one step costs little
 * more than a Cholesky factor. Gives null where the model is not identified; whether a finite maximum exists is asked
 * elsewhere (`finite-maximum.ts`).
 */
import type { Interactions } from './hierarchical-models.ts';
import { openCholesky } from './normal-equations.ts';

/** A fitted model. */
export interface LogLinearFit {
  /** Expected people with each history; index 0: on no list. */
  readonly expected: Float64Array;
  /** Persons on no list, by the model. */
  readonly unseen: number;
  /** Twice the distance in log-likelihood to the saturated model. */
  readonly deviance: number;
  readonly parameters: number;
  /** Variance of the logarithm of `unseen`. */
  readonly varianceOfLog: number;
}

/** How the people on no list are treated. */
export interface UnseenCell {
  /** Null: not observed, no part of the likelihood. A number: as if so many had been counted. */
  readonly persons: number | null;
  /** Factor by which the unseen are more than the model says; 1: the model as it is. */
  readonly factor: number;
}

export const UNOBSERVED: UnseenCell = Object.freeze({ persons: null, factor: 1 });

const MOST_STEPS = 80;
const CONVERGED = 1e-10;
/** Smallest logarithm of an expected count: below it a cell is empty to the model. */
const EMPTY = -30;

export type LogLinearFitter = (interactions: Interactions, cell?: UnseenCell) => LogLinearFit | null;

/**
 * Opens a fitter for one table; its working space is used again from model to model.
 *
 * @param counts persons by history, length 2^lists
 * @example
 * const fit = openLogLinear(4, kosovo.counts)([0b0111]);
 */
export function openLogLinear(lists: number, counts: readonly number[]): LogLinearFitter {
  const cells = 2 ** lists;
  const y = Float64Array.from(counts);
  const mean = new Float64Array(cells);
  const eta = new Float64Array(cells);
  const weight = new Float64Array(cells);
  const working = new Float64Array(cells);
  const cholesky = openCholesky(cells);
  return (interactions, cell = UNOBSERVED) => {
    const terms = [0, ...Array.from({ length: lists }, (_, list) => 1 << list), ...interactions];
    const size = terms.length;
    const counted = cell.persons !== null;
    if (size > cells - (counted ? 0 : 1)) return null;
    y[0] = cell.persons ?? 0;
    const first = counted ? 0 : 1;
    const shift = Math.log(cell.factor);
    for (let i = first; i < cells; i += 1) {
      mean[i] = (y[i] ?? 0) + 0.1;
      eta[i] = Math.log(mean[i] ?? 1);
    }
    let before = Number.POSITIVE_INFINITY;
    for (let step = 0; step < MOST_STEPS; step += 1) {
      working[0] = 0;
      weight[0] = 0;
      for (let i = first; i < cells; i += 1) {
        const mu = mean[i] ?? 0;
        weight[i] = mu;
        const offset = i === 0 ? shift : 0;
        working[i] = mu * ((eta[i] ?? 0) - offset) + (y[i] ?? 0) - mu;
      }
      sumOverSupersets(weight, lists);
      sumOverSupersets(working, lists);
      for (let a = 0; a < size; a += 1) {
        const term = terms[a] ?? 0;
        for (let b = 0; b <= a; b += 1) cholesky.set(a, b, weight[term | (terms[b] ?? 0)] ?? 0);
        cholesky.right[a] = working[term] ?? 0;
      }
      if (!cholesky.solve(size)) return null;
      eta.fill(0);
      for (let a = 0; a < size; a += 1) eta[terms[a] ?? 0] = cholesky.right[a] ?? 0;
      sumOverSubsets(eta, lists);
      eta[0] = (eta[0] ?? 0) + shift;
      let deviance = 0;
      for (let i = 0; i < cells; i += 1) {
        eta[i] = Math.max(EMPTY, eta[i] ?? 0);
        const mu = Math.exp(eta[i] ?? 0);
        mean[i] = mu;
        if (i < first) continue;
        const seen = y[i] ?? 0;
        deviance += 2 * ((seen > 0 ? seen * Math.log(seen / mu) : 0) - (seen - mu));
      }
      if (!Number.isFinite(deviance)) return null;
      if (Math.abs(deviance - before) < CONVERGED * (Math.abs(deviance) + 0.1)) {
        return {
          expected: mean.slice(),
          unseen: mean[0] ?? 0,
          deviance,
          parameters: size,
          varianceOfLog: cholesky.firstVariance(size),
        };
      }
      before = deviance;
    }
    return null;
  };
}

/** Each entry becomes the sum over the histories that contain it. */
function sumOverSupersets(values: Float64Array, lists: number): void {
  for (let list = 0; list < lists; list += 1) {
    const bit = 1 << list;
    for (let i = 0; i < values.length; i += 1)
      if ((i & bit) === 0) values[i] = (values[i] ?? 0) + (values[i | bit] ?? 0);
  }
}

/** Each entry becomes the sum over the histories that it contains. */
function sumOverSubsets(values: Float64Array, lists: number): void {
  for (let list = 0; list < lists; list += 1) {
    const bit = 1 << list;
    for (let i = 0; i < values.length; i += 1)
      if ((i & bit) !== 0) values[i] = (values[i] ?? 0) + (values[i ^ bit] ?? 0);
  }
}
