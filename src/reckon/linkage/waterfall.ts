/** Why two records are held to be one person or not: the prior, then each comparison with its bits; their sum is the weight. */
import { LEVELS, topLevel, WEIGHED_BY_VALUE } from './columns.ts';
import type { LinkageModel } from './train-model.ts';
import { levelBits, priorBits } from './weights.ts';

/** One step of a waterfall. */
export interface WaterfallStep {
  /** The column; null for the prior. */
  readonly column: string | null;
  /** The level reached; null for the prior and where one side gives no value. */
  readonly level: string | null;
  /** What it adds to the weight; negative speaks for two persons. */
  readonly bits: number;
  /** Of these, what the rarity of the shared value gives; null where it plays no part. */
  readonly rarity: number | null;
}

/**
 * The steps of a pair's weight.
 *
 * @param levels of the pair by column, 0-based; -1 where one side gives no value
 * @param rarity by column: how rare the value is, in bits; null where it plays no part
 * @example
 * waterfall(model, Int8Array.of(7, -1), [9.2, null]).reduce((sum, { bits }) => sum + bits, 0); // the pair's weight
 */
export function waterfall(
  model: LinkageModel,
  levels: Int8Array,
  rarity: readonly (number | null)[],
): readonly WaterfallStep[] {
  const steps = model.columns.map(({ name, kind }, at): WaterfallStep => {
    const level = levels[at] ?? -1;
    const weighed = level === topLevel(kind) && WEIGHED_BY_VALUE.has(kind);
    const rare = weighed ? (rarity[at] ?? 0) : null;
    return {
      column: name,
      level: level < 0 ? null : (LEVELS[kind][level] ?? null),
      bits: levelBits(model, at, level) + (rare ?? 0),
      rarity: rare,
    };
  });
  return [{ column: null, level: null, bits: priorBits(model), rarity: null }, ...steps];
}
