/**
 * Fingerprints of a row of words: hashes of runs of five words, thinned by winnowing (Schleimer, Wilkerson and Aiken,
 * "Winnowing: local algorithms for document fingerprinting", SIGMOD 2003): of each four neighbouring hashes the least is
 * kept, of equal ones the last. Whatever eight words in a row two texts share, they share a fingerprint of it.
 */

/** Words in one hash. */
export const RUN = 5;
/** Neighbouring hashes of which one is kept. */
export const WINDOW = 4;

/** Fingerprints of one text, in order of place; the arrays may be longer than `count`. */
export interface Fingerprints {
  hash: Uint32Array;
  /** Index in the words of the first of the five. */
  at: Uint32Array;
  count: number;
}

const BASE = 0x9e3779b1;
/** The weight of the word that leaves the run. */
const LEAVING = [1, 2, 3, 4].reduce((power) => Math.imul(power, BASE), 1);

/** MurmurHash3's finaliser. */
function mixed(sum: number): number {
  const once = Math.imul(sum ^ (sum >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return (twice ^ (twice >>> 16)) >>> 0;
}

/**
 * Room for fingerprints, to be used again for one text after the other.
 *
 * @example
 * const found = roomForFingerprints();
 */
export function roomForFingerprints(): Fingerprints {
  return { hash: new Uint32Array(1024), at: new Uint32Array(1024), count: 0 };
}

/**
 * The hash of the five words from here on.
 *
 * @param at index in `words`; four more must follow
 * @example
 * runHash(wordCodes('one two three four five'), 0);
 */
export function runHash(words: Uint16Array, at: number): number {
  let sum = 0;
  for (let i = at; i < at + RUN; i += 1) sum = (Math.imul(sum, BASE) + (words[i] as number)) | 0;
  return mixed(sum);
}

/**
 * Fingerprints the words from `from` to `to`. Fewer than five words have none, fewer than eight have one.
 *
 * @param range indexes in `words`, end exclusive
 * @param into is overwritten
 * @example
 * fingerprint(words, { from: 0, to: words.length }, found); // found.count, found.hash, found.at
 */
export function fingerprint(
  words: Uint16Array,
  { from, to }: { readonly from: number; readonly to: number },
  into: Fingerprints,
): void {
  const runs = to - from - RUN + 1;
  into.count = 0;
  if (runs <= 0) return;
  if (into.hash.length < runs) {
    into.hash = new Uint32Array(runs * 2);
    into.at = new Uint32Array(runs * 2);
  }
  const { hash, at } = into;
  let sum = 0;
  for (let i = from; i < from + RUN - 1; i += 1) sum = (Math.imul(sum, BASE) + (words[i] as number)) | 0;
  // The hashes of the last four runs, oldest first, in four plain numbers: no array is walked in this loop.
  let [first, second, third] = [NONE, NONE, NONE];
  let count = 0;
  let kept = -1;
  for (let run = from; run < from + runs; run += 1) {
    sum = (Math.imul(sum, BASE) + (words[run + RUN - 1] as number)) | 0;
    const fourth = mixed(sum);
    sum = (sum - Math.imul(words[run] as number, LEAVING)) | 0;
    if (run - from >= WINDOW - 1 || run === from + runs - 1) {
      let least = fourth;
      let place = run;
      if (third < least) {
        least = third;
        place = run - 1;
      }
      if (second < least) {
        least = second;
        place = run - 2;
      }
      if (first < least) {
        least = first;
        place = run - 3;
      }
      if (place !== kept) {
        hash[count] = least;
        at[count] = place;
        count += 1;
        kept = place;
      }
    }
    first = second;
    second = third;
    third = fourth;
  }
  into.count = count;
}

/** Greater than every hash: no run stands there. */
const NONE = 2 ** 32;
