/** Seeds of many pairs, gathered pair by pair and grown into passages. */
import { exactRuns, type SeededPair } from './exact-runs.ts';
import type { Facing } from './extend.ts';
import { addSeed, roomForSeeds, type Seeds } from './seeds.ts';
import { type IsCommon, type SharedPassage, sharedPassages } from './shared-passages.ts';
import type { WordCorpus } from './word-corpus.ts';

/** Two texts by number, `a` less than `b`, and what they share. */
export interface ReusePair {
  readonly a: number;
  readonly b: number;
  readonly passages: readonly SharedPassage[];
}

/**
 * The pairs in order of `a`, then `b`; pairs whose passages are all chrome are left out.
 *
 * @example
 * for (const { a, b, passages } of joinSeeds(corpus, seeds, isCommon)) void passages;
 */
export function* joinSeeds(
  corpus: WordCorpus,
  seeds: Seeds,
  isCommon: IsCommon | null,
): Generator<ReusePair> {
  for (const { a, b, pair } of pairsOf(corpus, seeds)) {
    const passages = sharedPassages(pair, isCommon);
    if (passages.length > 0) yield { a, b, passages };
  }
}

/**
 * Keeps one seed for each stretch of equal words, so that a long copy with a hundred fingerprints takes the room of one.
 * Seeds may be thinned in any lots and any number of times: joined, they give the same passages as all of them.
 *
 * @example
 * const fewer = thinSeeds(corpus, seeds);
 */
export function thinSeeds(corpus: WordCorpus, seeds: Seeds): Seeds {
  const kept = roomForSeeds();
  for (const { a, b, pair } of pairsOf(corpus, seeds))
    for (const run of exactRuns(pair)) addSeed(kept, { a, b, aAt: run.a, bAt: run.b });
  // They wait in memory for those of all other lots: without the room they grew in.
  for (const name of ['a', 'b', 'aAt', 'bAt'] as const) kept[name] = kept[name].slice(0, kept.count);
  return kept;
}

/** Seeds pair by pair, in order of `a`, then `b`; one `facing` serves all. */
function* pairsOf(
  { words, starts }: WordCorpus,
  seeds: Seeds,
): Generator<{ readonly a: number; readonly b: number; readonly pair: SeededPair }> {
  const facing: Facing = { aWords: words, a: 0, aFrom: 0, aTo: 0, bWords: words, b: 0, bFrom: 0, bTo: 0 };
  const order = orderOf(seeds);
  for (let from = 0; from < order.length; ) {
    const first = order[from] as number;
    const a = seeds.a[first] as number;
    const b = seeds.b[first] as number;
    let to = from + 1;
    while (to < order.length && seeds.a[order[to] as number] === a && seeds.b[order[to] as number] === b)
      to += 1;
    facing.aFrom = starts[a] as number;
    facing.aTo = starts[a + 1] as number;
    facing.bFrom = starts[b] as number;
    facing.bTo = starts[b + 1] as number;
    const own = order.subarray(from, to);
    const aAt = Uint32Array.from(own, (i) => seeds.aAt[i] as number);
    const bAt = Uint32Array.from(own, (i) => seeds.bAt[i] as number);
    yield { a, b, pair: { facing, aAt, bAt } };
    from = to;
  }
}

/** Sorted by `a`, then `b`; least significant digit first, 16 bits each. */
function orderOf({ a, b, count }: Seeds): Uint32Array {
  let order = Uint32Array.from({ length: count }, (_, i) => i);
  if (count < 2) return order;
  for (const column of [b, a]) {
    for (const shift of [0, 16]) {
      const before = new Uint32Array(2 ** 16 + 1);
      let most = 0;
      for (let i = 0; i < count; i += 1) {
        const digit = ((column[i] as number) >>> shift) & 0xffff;
        before[digit + 1] = (before[digit + 1] as number) + 1;
        most = Math.max(most, digit);
      }
      if (most === 0) continue;
      for (let digit = 0; digit <= most; digit += 1)
        before[digit + 1] = (before[digit + 1] as number) + (before[digit] as number);
      const next = new Uint32Array(count);
      for (let i = 0; i < count; i += 1) {
        const seed = order[i] as number;
        const digit = ((column[seed] as number) >>> shift) & 0xffff;
        const to = before[digit] as number;
        before[digit] = to + 1;
        next[to] = seed;
      }
      order = next;
    }
  }
  return order;
}
