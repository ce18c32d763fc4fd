/**
 * Fingerprints of a corpus, parted by their highest bits, so that each part is sorted and judged alone: memory is one
 * place a fingerprint, and parts go to different threads. A place is the index of the run's first word; the hash is
 * reckoned again from the words, which costs less than keeping it.
 */
import { fingerprint, roomForFingerprints } from './fingerprints.ts';
import type { WordCorpus } from './word-corpus.ts';

/** Highest bits of a hash that name its part. */
const PART_BITS = 10;
export const PARTS = 2 ** PART_BITS;
const PART_SHIFT = 32 - PART_BITS;

/** Texts from and to, end exclusive. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

/**
 * How many fingerprints of these texts fall in each part.
 *
 * @returns PARTS counts
 * @example
 * countByPart(corpus, { from: 0, to: corpus.outlets.length });
 */
export function countByPart({ words, starts }: WordCorpus, { from, to }: TextRange): Uint32Array {
  const counts = new Uint32Array(PARTS);
  const found = roomForFingerprints();
  for (let text = from; text < to; text += 1) {
    fingerprint(words, { from: starts[text] as number, to: starts[text + 1] as number }, found);
    for (let i = 0; i < found.count; i += 1) {
      const part = (found.hash[i] as number) >>> PART_SHIFT;
      counts[part] = (counts[part] as number) + 1;
    }
  }
  return counts;
}

/** Where the places of these texts go: `next[part]` is the first free index in `places`, and moves on. */
export interface Scatter {
  readonly places: Uint32Array;
  readonly next: Uint32Array;
  /** Parts that are wanted now, end exclusive. */
  readonly firstPart: number;
  readonly lastPart: number;
}

/**
 * Writes the places of the wanted parts, in order of place within each part.
 *
 * @example
 * scatterByPart(corpus, { from: 0, to: 100 }, { places, next, firstPart: 0, lastPart: PARTS });
 */
export function scatterByPart({ words, starts }: WordCorpus, range: TextRange, scatter: Scatter): void {
  const { places, next, firstPart, lastPart } = scatter;
  const found = roomForFingerprints();
  for (let text = range.from; text < range.to; text += 1) {
    fingerprint(words, { from: starts[text] as number, to: starts[text + 1] as number }, found);
    for (let i = 0; i < found.count; i += 1) {
      const part = (found.hash[i] as number) >>> PART_SHIFT;
      if (part < firstPart || part >= lastPart) continue;
      const free = next[part] as number;
      places[free] = found.at[i] as number;
      next[part] = free + 1;
    }
  }
}
