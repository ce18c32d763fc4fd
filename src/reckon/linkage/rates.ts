/**
 * How often each level is reached: m among pairs that are one person, u among pairs that are not. Sums over a column's levels
 * are 1. Fellegi and Sunter, A Theory for Record Linkage, JASA 64 (1969).
 */
import { LEVELS, type LinkColumn } from './columns.ts';
import type { PatternCount } from './patterns.ts';

/** Rates by column, then by level. */
export type Rates = readonly Float64Array[];

/**
 * u from pairs drawn at random: nearly all of them are two persons.
 *
 * @param same u of full agreement by column where it is known exactly from the frequencies of values; null where not
 * @example
 * ratesOfRandomPairs(patterns, columns, columns.map(() => null));
 */
export function ratesOfRandomPairs(
  patterns: readonly PatternCount[],
  columns: readonly LinkColumn[],
  same: readonly (number | null)[],
): Rates {
  return columns.map(({ kind }, at) => {
    const counts = new Float64Array(LEVELS[kind].length).fill(0.5);
    for (const { levels, pairs } of patterns) {
      const level = levels[at] ?? -1;
      if (level >= 0) counts[level] = (counts[level] ?? 0) + pairs;
    }
    return withTop(normalised(counts), same[at] ?? null);
  });
}

function withTop(rates: Float64Array, top: number | null): Float64Array {
  if (top === null || top <= 0 || top >= 1) return rates;
  const last = rates.length - 1;
  const scale = (1 - top) / (1 - (rates[last] ?? 0));
  return rates.map((rate, level) => (level === last ? top : rate * scale));
}

/**
 * Scaled to sum 1.
 *
 * @example
 * normalised(Float64Array.of(1, 3)); // Float64Array [0.25, 0.75]
 */
export function normalised(counts: Float64Array): Float64Array {
  const sum = counts.reduce((total, count) => total + count, 0);
  return counts.map((count) => count / sum);
}

/**
 * Where EM starts: the better the level, the likelier, fourfold a step.
 *
 * @example
 * startingRates(2); // Float64Array [0.2, 0.8]
 */
export function startingRates(levels: number): Float64Array {
  return normalised(Float64Array.from({ length: levels }, (_, level) => 4 ** level));
}

/**
 * What is held of a column that nothing could teach: where EM starts, with a tenth spread over all levels, for no slip of a pen
 * is unheard of.
 *
 * @example
 * guessedRates(2); // Float64Array [0.23, 0.77]
 */
export function guessedRates(levels: number): Float64Array {
  return startingRates(levels).map((rate) => 0.9 * rate + 0.1 / levels);
}
