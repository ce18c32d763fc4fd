/**
 * The fewest people that counts which may overlap can stand for: the largest sum of weights over counts of which no two
 * may overlap (a maximum-weight independent set). Exact up to 22 counts that hang together, by branch and bound; above
 * that a greedy set, which is a valid and possibly smaller "at least".
 */

/** Counts that hang together and are still settled exactly. */
export const EXACT_UP_TO = 22;

export interface Fewest {
  readonly sum: number;
  /** Indices of the counts that make it up, ascending, 0-based. */
  readonly chosen: readonly number[];
  readonly exact: boolean;
}

/**
 * The fewest people behind the counts.
 *
 * @param weights 0 or more, one a count
 * @param overlaps for each count the indices of those that it may overlap with; symmetric
 * @example
 * fewestPeople([10, 7, 8], [[1], [0, 2], [1]]).sum; // 18: the first and the third share nobody
 */
export function fewestPeople(weights: readonly number[], overlaps: readonly (readonly number[])[]): Fewest {
  const chosen: number[] = [];
  let exact = true;
  for (const group of connected(overlaps)) {
    if (group.length > EXACT_UP_TO) {
      exact = false;
      chosen.push(...greedy(group, weights, overlaps));
    } else chosen.push(...best(group, weights, overlaps));
  }
  chosen.sort((a, b) => a - b);
  return { sum: chosen.reduce((sum, at) => sum + (weights[at] ?? 0), 0), chosen, exact };
}

/**
 * Indices grouped by what hangs together through overlaps, each group ascending.
 *
 * @example
 * connected([[1], [0], []]); // [[0, 1], [2]]
 */
export function connected(overlaps: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const seen = new Uint8Array(overlaps.length);
  const groups: number[][] = [];
  for (let start = 0; start < overlaps.length; start++) {
    if (seen[start] === 1) continue;
    const group = [start];
    seen[start] = 1;
    for (let at = 0; at < group.length; at++) {
      for (const next of overlaps[group[at] ?? 0] ?? []) {
        if (seen[next] === 1) continue;
        seen[next] = 1;
        group.push(next);
      }
    }
    groups.push(group.sort((a, b) => a - b));
  }
  return groups;
}

/** Heaviest first, ties by index, so that the answer does not depend on chance. */
function heaviestFirst(group: readonly number[], weights: readonly number[]): readonly number[] {
  return group.toSorted((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b);
}

/**
 * The sum of a set of which no two overlap, found heaviest first: at most the largest such sum.
 *
 * @example
 * greedySet([0, 1, 2], [10, 7, 8], [[1], [0, 2], [1]]); // 18
 */
export function greedySet(
  group: readonly number[],
  weights: readonly number[],
  overlaps: readonly (readonly number[])[],
): number {
  return greedy(group, weights, overlaps).reduce((sum, at) => sum + (weights[at] ?? 0), 0);
}

function greedy(
  group: readonly number[],
  weights: readonly number[],
  overlaps: readonly (readonly number[])[],
): readonly number[] {
  const barred = new Set<number>();
  const chosen: number[] = [];
  for (const at of heaviestFirst(group, weights)) {
    if (barred.has(at)) continue;
    chosen.push(at);
    for (const other of overlaps[at] ?? []) barred.add(other);
  }
  return chosen;
}

function best(
  group: readonly number[],
  weights: readonly number[],
  overlaps: readonly (readonly number[])[],
): readonly number[] {
  const order = heaviestFirst(group, weights);
  const place = new Map(order.map((at, index) => [at, index]));
  const masks = order.map((at) =>
    (overlaps[at] ?? []).reduce((mask, other) => mask | (1 << (place.get(other) ?? 0)), 0),
  );
  const heavy = order.map((at) => weights[at] ?? 0);
  const rest = heavy.map((_, index) => heavy.slice(index).reduce((a, b) => a + b, 0));
  let top = -1;
  let topSet = 0;
  const visit = (index: number, barred: number, set: number, sum: number): void => {
    if (sum > top) {
      top = sum;
      topSet = set;
    }
    if (index >= order.length || sum + (rest[index] ?? 0) <= top) return;
    const bit = 1 << index;
    if ((barred & bit) === 0)
      visit(index + 1, barred | (masks[index] ?? 0), set | bit, sum + (heavy[index] ?? 0));
    visit(index + 1, barred, set, sum);
  };
  visit(0, 0, 0, 0);
  return order.filter((_, index) => (topSet & (1 << index)) !== 0);
}
