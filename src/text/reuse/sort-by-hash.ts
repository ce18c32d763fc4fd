/** Places sorted by the hash of the words that stand there: radix sort, equal hashes keep the order of places. */
import { runHash } from './fingerprints.ts';

const DIGIT_BITS = 11;
const DIGITS = 2 ** DIGIT_BITS;

/** Sorted columns; `count` is how much of them is filled. */
export interface SortedPlaces {
  hash: Uint32Array;
  at: Uint32Array;
  count: number;
}

/** A sorter that uses its room again. */
export interface PlaceSorter {
  /** The result is overwritten by the next call. */
  sort(words: Uint16Array, places: Uint32Array): SortedPlaces;
}

/**
 * Opens a sorter.
 *
 * @example
 * openPlaceSorter().sort(words, places).hash; // ascending
 */
export function openPlaceSorter(): PlaceSorter {
  let front = { hash: new Uint32Array(0), at: new Uint32Array(0), count: 0 };
  let back = { hash: new Uint32Array(0), at: new Uint32Array(0), count: 0 };
  const before = new Uint32Array(DIGITS);
  const pass = (shift: number): void => {
    const { count } = front;
    before.fill(0);
    for (let i = 0; i < count; i += 1) {
      const digit = ((front.hash[i] as number) >>> shift) & (DIGITS - 1);
      before[digit] = (before[digit] as number) + 1;
    }
    let sum = 0;
    for (let digit = 0; digit < DIGITS; digit += 1) {
      const here = before[digit] as number;
      before[digit] = sum;
      sum += here;
    }
    for (let i = 0; i < count; i += 1) {
      const hash = front.hash[i] as number;
      const digit = (hash >>> shift) & (DIGITS - 1);
      const to = before[digit] as number;
      before[digit] = to + 1;
      back.hash[to] = hash;
      back.at[to] = front.at[i] as number;
    }
    back.count = count;
    [front, back] = [back, front];
  };
  return {
    sort(words, places) {
      const count = places.length;
      if (front.hash.length < count) {
        const room = Math.ceil(count * 1.25);
        front = { hash: new Uint32Array(room), at: new Uint32Array(room), count: 0 };
        back = { hash: new Uint32Array(room), at: new Uint32Array(room), count: 0 };
      }
      front.count = count;
      for (let i = 0; i < count; i += 1) {
        const at = places[i] as number;
        front.at[i] = at;
        front.hash[i] = runHash(words, at);
      }
      for (let shift = 0; shift < 32; shift += DIGIT_BITS) pass(shift);
      return front;
    },
  };
}
