/**
 * Match weights in bits: log2 of how much likelier an agreement is among records of one person than among records of two. A
 * weight of 0 is even odds. Where two records agree on a value, the value's own frequency stands for the column's u: a shared
 * rare name tells more than a shared common one.
 */
import { topLevel, WEIGHED_BY_VALUE } from './columns.ts';
import type { LinkageModel } from './train-model.ts';

/**
 * The prior odds of a model in bits.
 *
 * @example
 * priorBits(model); // -9.8
 */
export function priorBits({ prior }: LinkageModel): number {
  return Math.log2(prior / (1 - prior));
}

/**
 * Bits of one comparison without the rarity of the value.
 *
 * @param level 0-based; -1 where one side has no value: no evidence, 0 bits
 * @example
 * levelBits(model, 0, -1); // 0
 */
export function levelBits(model: LinkageModel, column: number, level: number): number {
  const kind = model.columns[column]?.kind;
  if (level < 0 || kind === undefined) return 0;
  const m = model.m[column]?.[level] ?? 1;
  if (level === topLevel(kind) && WEIGHED_BY_VALUE.has(kind)) return Math.log2(m);
  return Math.log2(m / (model.u[column]?.[level] ?? 1));
}

/**
 * The weight of a pattern without the rarity of its values, prior included, in bits.
 *
 * @example
 * patternWeight(model, Int8Array.of(1, -1));
 */
export function patternWeight(model: LinkageModel, levels: Int8Array): number {
  return levels.reduce((sum, level, at) => sum + levelBits(model, at, level), priorBits(model));
}

/**
 * The probability that a weight stands for, 0 to 1.
 *
 * @example
 * probabilityOf(0); // 0.5
 */
export function probabilityOf(bits: number): number {
  return 1 / (1 + 2 ** -bits);
}
