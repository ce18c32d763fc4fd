/** Everything that a run can be told. What is in here, the seed among it, stands in the estimate record. */
import { FACTORS } from './highest-order.ts';
import type { LatentClassOptions } from './latent-class.ts';
import { LATENT_CLASS_OPTIONS } from './latent-class.ts';
import { REFUSAL_LIMITS, type RefusalLimits } from './refusal.ts';

export interface EstimateOptions {
  /** Whole number, 0 or more; the same seed gives the same digits. */
  readonly seed: number;
  /** Prior weight of a cell in the averaging, in persons; null: 2^-lists. */
  readonly delta: number | null;
  /** Other weights for comparison. */
  readonly deltas: readonly number[];
  /** Whether the averaging counts the complete graph, which nothing in the data identifies. */
  readonly complete: boolean;
  /** Unseen people are looked for up to so many times the recorded ones. */
  readonly factor: number;
  /** Lists in the largest interaction of a log-linear model; null: all but one for up to 5 lists, else 2. */
  readonly order: number | null;
  readonly chains: number;
  readonly latentClass: LatentClassOptions;
  /** Factors of the interaction of all lists. */
  readonly factors: readonly number[];
  readonly limits: RefusalLimits;
}

/** R-hat between fewer chains says little. */
export const LEAST_CHAINS = 8;

export const ESTIMATE_OPTIONS: EstimateOptions = Object.freeze({
  seed: 1,
  delta: null,
  deltas: Object.freeze([0.5, 1]),
  complete: false,
  factor: 30,
  order: null,
  chains: LEAST_CHAINS,
  latentClass: LATENT_CLASS_OPTIONS,
  factors: FACTORS,
  limits: REFUSAL_LIMITS,
});
