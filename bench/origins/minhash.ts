/**
 * The usual way to find near-duplicates, as a comparison: MinHash (Broder 1997) over the 5-word shingles of whole documents
 * with locality-sensitive hashing, 32 bands of 4 rows, pairs with estimated Jaccard likeness from 0.25. Not used by onrecord.
 */

export interface MinHash {
  add(words: Uint16Array): void;
  pairs(): Generator<readonly [number, number]>;
}

const HASHES = 128;
const ROWS = 4;
const SHINGLE = 5;
const LIKENESS = 0.25;

/** Opens an empty index for so many documents. */
export function openMinHash(documents: number): MinHash {
  const factors = Uint32Array.from({ length: HASHES }, (_, i) => Math.imul(2 * i + 1, 0x9e3779b1) | 1);
  const shifts = Uint32Array.from({ length: HASHES }, (_, i) => Math.imul(i + 1, 0x85ebca6b));
  const signatures = new Uint32Array(documents * HASHES);
  let count = 0;
  const likeness = (a: number, b: number): number => {
    let same = 0;
    for (let i = 0; i < HASHES; i += 1)
      if (signatures[a * HASHES + i] === signatures[b * HASHES + i]) same += 1;
    return same / HASHES;
  };
  return {
    add(words) {
      const least = signatures.subarray(count * HASHES, (count + 1) * HASHES).fill(0xffffffff);
      for (let at = 0; at + SHINGLE <= words.length; at += 1) {
        let hash = 0;
        for (let i = 0; i < SHINGLE; i += 1) hash = Math.imul(hash ^ (words[at + i] as number), 0x01000193);
        hash = Math.imul(hash ^ (hash >>> 15), 0x7feb352d);
        hash ^= hash >>> 16;
        for (let i = 0; i < HASHES; i += 1) {
          const value = (Math.imul(hash, factors[i] as number) + (shifts[i] as number)) >>> 0;
          if (value < (least[i] as number)) least[i] = value;
        }
      }
      count += 1;
    },
    *pairs() {
      const told = new Set<number>();
      for (let band = 0; band < HASHES; band += ROWS) {
        const buckets = new Map<string, number[]>();
        for (let document = 0; document < count; document += 1) {
          const at = document * HASHES + band;
          const key = signatures.subarray(at, at + ROWS).join(' ');
          const bucket = buckets.get(key);
          if (bucket === undefined) buckets.set(key, [document]);
          else bucket.push(document);
        }
        for (const bucket of buckets.values())
          for (const [i, a] of bucket.slice(0, 100).entries())
            for (const b of bucket.slice(i + 1, 100)) {
              const key = a * documents + b;
              if (told.has(key) || likeness(a, b) < LIKENESS) continue;
              told.add(key);
              yield [a, b];
            }
      }
    },
  };
}
