/**
 * Places where two texts of different outlets share enough words to be looked at: a fingerprint that stands in 2 to 100
 * texts, checked on the spot to lie in at least twelve words that go on alike. What stands in more texts is a turn of
 * phrase or site chrome: it starts nothing, and is told so that passages made of it can be dropped.
 */
import { extend, type Facing, type Reach, sameRun } from './extend.ts';
import { RUN } from './fingerprints.ts';
import type { SortedPlaces } from './sort-by-hash.ts';
import { textAt, type WordCorpus } from './word-corpus.ts';

/** Texts at most in which a fingerprint may stand and still start a comparison. */
export const MOST_TEXTS = 100;
/** Shared words less gaps that a passage has at least: twelve words that are the same without a gap. */
export const LEAST_SCORE = 12;

/** Seeds in columns; `a` is the earlier text by number. Places are indexes in the corpus' words. */
export interface Seeds {
  a: Uint32Array;
  b: Uint32Array;
  aAt: Uint32Array;
  bAt: Uint32Array;
  count: number;
}

/**
 * Room for seeds that grows.
 *
 * @example
 * const seeds = roomForSeeds();
 */
export function roomForSeeds(room = 1024): Seeds {
  const column = (): Uint32Array => new Uint32Array(room);
  return { a: column(), b: column(), aAt: column(), bAt: column(), count: 0 };
}

/**
 * Adds one seed.
 *
 * @example
 * addSeed(seeds, { a: 0, b: 1, aAt: 5, bAt: 305 });
 */
export function addSeed(
  seeds: Seeds,
  seed: { readonly a: number; readonly b: number; readonly aAt: number; readonly bAt: number },
): void {
  if (seeds.count === seeds.a.length) {
    for (const name of ['a', 'b', 'aAt', 'bAt'] as const) {
      const longer = new Uint32Array(Math.max(1024, seeds.count * 2));
      longer.set(seeds[name]);
      seeds[name] = longer;
    }
  }
  const at = seeds.count;
  seeds.a[at] = seed.a;
  seeds.b[at] = seed.b;
  seeds.aAt[at] = seed.aAt;
  seeds.bAt[at] = seed.bAt;
  seeds.count = at + 1;
}

/** What one part gave; both grow. */
export interface PartFindings {
  readonly seeds: Seeds;
  /** Hashes that stand in more texts than `MOST_TEXTS`. */
  readonly common: number[];
  /** Seeds looked at, those that came to nothing included. */
  looked: number;
}

/** Compares the texts that share a fingerprint; made once for a corpus and used for every part. */
export interface SeedFinder {
  find(sorted: SortedPlaces, into: PartFindings): void;
}

/**
 * Opens a finder.
 *
 * @param firstNew pairs of two texts below this number are left out
 * @example
 * openSeedFinder(corpus, 0).find(sorter.sort(corpus.words, places), findings);
 */
export function openSeedFinder({ words, starts, outlets }: WordCorpus, firstNew: number): SeedFinder {
  const facing: Facing = { aWords: words, a: 0, aFrom: 0, aTo: 0, bWords: words, b: 0, bFrom: 0, bTo: 0 };
  const reach: Reach = { a: 0, b: 0, shared: 0, score: 0, enough: LEAST_SCORE - RUN };
  let texts = new Uint32Array(256);
  const goesOn = (aAt: number, bAt: number): boolean => {
    facing.a = aAt;
    facing.b = bAt;
    if (!sameRun(facing)) return false;
    facing.a = aAt + RUN - 1;
    facing.b = bAt + RUN - 1;
    extend(facing, 1, reach);
    const forwards = reach.score;
    if (forwards >= LEAST_SCORE - RUN) return true;
    facing.a = aAt;
    facing.b = bAt;
    extend(facing, -1, reach);
    return forwards + reach.score >= LEAST_SCORE - RUN;
  };
  const compare = (at: Uint32Array, group: { from: number; to: number }, into: PartFindings): void => {
    for (let i = group.from; i < group.to - 1; i += 1) {
      const a = texts[i - group.from] as number;
      facing.aFrom = starts[a] as number;
      facing.aTo = starts[a + 1] as number;
      const outlet = outlets[a] as number;
      for (let j = i + 1; j < group.to; j += 1) {
        const b = texts[j - group.from] as number;
        if (a === b || b < firstNew || (outlet !== 0 && outlets[b] === outlet)) continue;
        facing.bFrom = starts[b] as number;
        facing.bTo = starts[b + 1] as number;
        into.looked += 1;
        const aAt = at[i] as number;
        const bAt = at[j] as number;
        if (goesOn(aAt, bAt)) addSeed(into.seeds, { a, b, aAt, bAt });
      }
    }
  };
  return {
    find({ hash, at, count }, into) {
      for (let from = 0; from < count; ) {
        let to = from + 1;
        while (to < count && hash[to] === hash[from]) to += 1;
        if (to - from > 1) {
          if (texts.length < to - from) texts = new Uint32Array((to - from) * 2);
          let different = 0;
          for (let i = from; i < to; i += 1) {
            const text = textAt(starts, at[i] as number);
            texts[i - from] = text;
            if (i === from || texts[i - from - 1] !== text) different += 1;
          }
          if (different > MOST_TEXTS) into.common.push(hash[from] as number);
          else if (different > 1) compare(at, { from, to }, into);
        }
        from = to;
      }
    },
  };
}
