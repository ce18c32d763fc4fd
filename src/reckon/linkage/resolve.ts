/**
 * One reading of who is who: records grouped into persons. Groups grow along the strongest links; two groups become one when
 * a pair between them is more likely one person than two and the pairs between them do not speak against it on average, so
 * that a chain of weak likenesses does not join two people who differ. What persons decided binds it.
 */
import { disjointSets } from './components.ts';

/** Pairs side by side: the n-th of each list belongs together. Records are 0-based. */
export interface WeighedPairs {
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** Match weight in bits, prior included; 0 is even odds. */
  readonly weight: Float32Array;
}

/** What persons decided about pairs of records. */
export interface Bindings {
  readonly same: readonly (readonly [number, number])[];
  readonly different: readonly (readonly [number, number])[];
}

export const NO_BINDINGS: Bindings = { same: [], different: [] };

export interface ResolveOptions {
  /** A group is joined to another by a pair of more than this weight, in bits: at even odds nothing is joined. */
  readonly join: number;
  /** Pairs between two groups may weigh this little on average, in bits. */
  readonly floor: number;
  /** What a pair that was not compared counts for, in bits; no pair counts for less. */
  readonly unseen: number;
}

export const RESOLVE_DEFAULTS: ResolveOptions = { join: 0, floor: -2, unseen: -10 };

/**
 * The person of each record, as the lowest record of the same person.
 *
 * @param records how many there are
 * @example
 * resolve(3, { left: Int32Array.of(0), right: Int32Array.of(2), weight: Float32Array.of(8) }); // Int32Array [0, 1, 0]
 */
export function resolve(
  records: number,
  pairs: WeighedPairs,
  bindings: Bindings = NO_BINDINGS,
  options: ResolveOptions = RESOLVE_DEFAULTS,
): Int32Array {
  const { left, right, weight } = pairs;
  const sets = disjointSets(records);
  const size = new Int32Array(records).fill(1);
  const between = new Map<number, Map<number, Sum>>();
  const put = (a: number, b: number, bits: number, count: number): void => {
    const row = between.get(a) ?? new Map<number, Sum>();
    between.set(a, row);
    const had = row.get(b);
    row.set(b, { bits: (had?.bits ?? 0) + bits, count: (had?.count ?? 0) + count });
  };
  const merge = (a: number, b: number): void => {
    const whole = sets.join(a, b);
    const gone = whole === a ? b : a;
    size[whole] = (size[a] ?? 1) + (size[b] ?? 1);
    const row = between.get(gone);
    between.delete(gone);
    between.get(whole)?.delete(gone);
    for (const [other, sum] of row ?? []) {
      if (other === whole) continue;
      between.get(other)?.delete(gone);
      put(whole, other, sum.bits, sum.count);
      put(other, whole, sum.bits, sum.count);
    }
  };
  for (let at = 0; at < left.length; at += 1) {
    const a = left[at] ?? 0;
    const b = right[at] ?? 0;
    const bits = Math.max(options.unseen, Math.min(CAP, weight[at] ?? 0));
    put(a, b, bits, 1);
    put(b, a, bits, 1);
  }
  for (const [a, b] of bindings.different) {
    put(a, b, Number.NEGATIVE_INFINITY, 0);
    put(b, a, Number.NEGATIVE_INFINITY, 0);
  }
  for (const [a, b] of bindings.same) if (sets.find(a) !== sets.find(b)) merge(sets.find(a), sets.find(b));
  const order = Array.from({ length: left.length }, (_, at) => at)
    .filter((at) => (weight[at] ?? 0) > options.join)
    .sort((a, b) => (weight[b] ?? 0) - (weight[a] ?? 0) || a - b);
  for (const at of order) {
    const a = sets.find(left[at] ?? 0);
    const b = sets.find(right[at] ?? 0);
    if (a === b) continue;
    const { bits, count } = between.get(a)?.get(b) ?? { bits: 0, count: 0 };
    const all = (size[a] ?? 1) * (size[b] ?? 1);
    if ((bits + (all - count) * options.unseen) / all >= options.floor) merge(a, b);
  }
  return Int32Array.from({ length: records }, (_, at) => sets.find(at));
}

interface Sum {
  readonly bits: number;
  readonly count: number;
}

/** No single pair outweighs all others. */
const CAP = 20;
