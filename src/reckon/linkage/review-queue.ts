/**
 * What a person should look at first: pairs of records ordered by how far an answer is expected to move the number of
 * people. A pair whose answer follows from an earlier one of the queue moves less once that is given, so the queue is made
 * anew after decisions.
 */
import type { WeighedPairs } from './resolve.ts';

/** A pair to decide on. */
export interface QueuedPair {
  /** Place among the pairs of the linkage, 0-based. */
  readonly pair: number;
  /** Records, 0-based. */
  readonly left: number;
  readonly right: number;
  /** Chance that they are one person, 0 to 1. */
  readonly together: number;
  /** By how many persons an answer is expected to move the number of people. */
  readonly change: number;
}

export interface QueueInput {
  readonly pairs: WeighedPairs;
  readonly together: Float64Array;
  readonly change: Float64Array;
}

export interface QueueOptions {
  /** Pairs to show at most. */
  readonly most: number;
  /** Pairs that move less than so many persons wait. */
  readonly least: number;
}

export const QUEUE_DEFAULTS: QueueOptions = { most: 20, least: 0.005 };

export interface ReviewQueue {
  readonly first: readonly QueuedPair[];
  /** Pairs in all that move `least` persons or more. */
  readonly waiting: number;
}

/**
 * Orders the pairs.
 *
 * @example
 * reviewQueue({ pairs, together: linkage.together, change: linkage.change }).first[0];
 */
export function reviewQueue(
  { pairs: { left, right, weight }, together, change }: QueueInput,
  { most, least }: QueueOptions = QUEUE_DEFAULTS,
): ReviewQueue {
  const open = Array.from({ length: left.length }, (_, at) => at)
    .filter((at) => (change[at] ?? 0) >= least)
    .sort((a, b) => (change[b] ?? 0) - (change[a] ?? 0) || (weight[b] ?? 0) - (weight[a] ?? 0) || a - b);
  return {
    waiting: open.length,
    first: open.slice(0, most).map((pair) => ({
      pair,
      left: left[pair] ?? 0,
      right: right[pair] ?? 0,
      together: together[pair] ?? 0,
      change: change[pair] ?? 0,
    })),
  };
}
