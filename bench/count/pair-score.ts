/** Pairwise precision, recall and F1 of a grouping against the truth. */

export interface PairScore {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Pairs of records of one person. */
  readonly truePairs: number;
  readonly persons: number;
}

/**
 * Scores a grouping.
 *
 * @param groups name of the group of each record
 * @param truth name of the person of each record
 * @example
 * pairScore([0, 0, 2], ['a', 'a', 'b']).f1; // 1
 */
export function pairScore(groups: ArrayLike<number>, truth: readonly (string | number)[]): PairScore {
  const both = new Map<string, number>();
  const found = new Map<number, number>();
  const real = new Map<string | number, number>();
  for (const [at, person] of truth.entries()) {
    const group = groups[at] ?? -1;
    const key = `${group} ${person}`;
    both.set(key, (both.get(key) ?? 0) + 1);
    found.set(group, (found.get(group) ?? 0) + 1);
    real.set(person, (real.get(person) ?? 0) + 1);
  }
  const pairs = (counts: Iterable<number>): number => {
    let sum = 0;
    for (const count of counts) sum += (count * (count - 1)) / 2;
    return sum;
  };
  const hit = pairs(both.values());
  const said = pairs(found.values());
  const truePairs = pairs(real.values());
  return {
    precision: hit / Math.max(said, 1),
    recall: hit / Math.max(truePairs, 1),
    f1: (2 * hit) / Math.max(said + truePairs, 1),
    truePairs,
    persons: real.size,
  };
}
