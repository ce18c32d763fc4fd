/** The number part of a claim, for comparing: which figures are the same, and which one is a looser form of another. */
import type { Utterance } from '../record/utterance.ts';

/** Bounds as claimed; null is unbounded or not stated, never zero. */
export type Figure = Pick<Utterance, 'low' | 'best' | 'high'>;

/**
 * Whether any bound is stated.
 *
 * @example
 * hasNumber({ low: 101, best: null, high: null }); // true
 */
export function hasNumber(figure: Figure): boolean {
  return figure.low !== null || figure.best !== null || figure.high !== null;
}

/**
 * Whether two figures have the same bounds.
 *
 * @example
 * sameFigure({ low: 26, best: 26, high: 26 }, { low: 26, best: null, high: null }); // false
 */
export function sameFigure(a: Figure, b: Figure): boolean {
  return a.low === b.low && a.best === b.best && a.high === b.high;
}

/**
 * Whether `loose` follows from `exact`: "over 20" from "26". A claim without a number follows from any figure.
 *
 * @example
 * followsFrom({ low: 21, best: null, high: null }, { low: 26, best: 26, high: 26 }); // true
 */
export function followsFrom(loose: Figure, exact: Figure): boolean {
  if (!hasNumber(loose) || !hasNumber(exact)) return true;
  return floorOf(loose) <= floorOf(exact) && ceilingOf(loose) >= ceilingOf(exact);
}

/**
 * A key that is equal for equal figures: the number itself for an exact one, which is by far the most common.
 *
 * @example
 * figureKey({ low: 26, best: 26, high: 26 }); // 26
 */
export function figureKey(figure: Figure): number | string {
  const { low, best, high } = figure;
  if (best !== null && low === best && high === best) return best;
  return `${low ?? ''}|${best ?? ''}|${high ?? ''}`;
}

/**
 * The lowest number a figure allows when two are compared: "about 100", which has a best only, is taken as 100.
 *
 * @example
 * floorOf({ low: null, best: 100, high: null }); // 100
 */
export function floorOf({ low, best, high }: Figure): number {
  return low ?? (high === null ? (best ?? Number.NEGATIVE_INFINITY) : Number.NEGATIVE_INFINITY);
}

/**
 * The highest number a figure allows when two are compared.
 *
 * @example
 * ceilingOf({ low: 101, best: null, high: null }); // Infinity
 */
export function ceilingOf({ low, best, high }: Figure): number {
  return high ?? (low === null ? (best ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY);
}
