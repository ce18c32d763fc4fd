/** Winnowing against its definition, and the guarantee that it gives. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fingerprint, RUN, roomForFingerprints, runHash, WINDOW } from './fingerprints.ts';

const rows = fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 60 }).map((row) => Uint16Array.from(row));

function fingerprintsOf(words: Uint16Array, from = 0, to = words.length): [hash: number, at: number][] {
  const found = roomForFingerprints();
  fingerprint(words, { from, to }, found);
  return Array.from({ length: found.count }, (_, i) => [found.hash[i] ?? 0, found.at[i] ?? 0]);
}

/** Schleimer, Wilkerson and Aiken 2003, §3: in each window the rightmost minimal hash. */
function byDefinition(words: Uint16Array, from: number, to: number): [number, number][] {
  const runs = Array.from({ length: Math.max(0, to - from - RUN + 1) }, (_, i) => from + i);
  const found: [number, number][] = [];
  for (let first = 0; first < Math.max(1, runs.length - WINDOW + 1) && runs.length > 0; first += 1) {
    const window = runs.slice(first, first + WINDOW);
    const least = Math.min(...window.map((at) => runHash(words, at)));
    const at = window.findLast((one) => runHash(words, one) === least) ?? 0;
    if (found.at(-1)?.[1] !== at) found.push([least, at]);
  }
  return found;
}

test('it is winnowing', () => {
  fc.assert(
    fc.property(rows, fc.nat(5), (words, skipped) => {
      const from = Math.min(skipped, words.length);
      expect(fingerprintsOf(words, from)).toEqual(byDefinition(words, from, words.length));
    }),
  );
});

test('texts that share eight words in a row share a fingerprint of them', () => {
  fc.assert(
    fc.property(
      rows,
      rows,
      fc.array(fc.integer({ min: 0, max: 65535 }), { minLength: 8, maxLength: 20 }),
      (before, after, run) => {
        const hashes = new Set(fingerprintsOf(Uint16Array.from([...before, ...run])).map(([hash]) => hash));
        const other = fingerprintsOf(Uint16Array.from([...after, ...run, ...before])).filter(
          ([, at]) => at >= after.length && at + RUN <= after.length + run.length,
        );
        expect(other.some(([hash]) => hashes.has(hash))).toBe(true);
      },
    ),
  );
});

test('fewer than five words have no fingerprint', () => {
  expect(fingerprintsOf(Uint16Array.from([1, 2, 3, 4]))).toEqual([]);
  expect(fingerprintsOf(Uint16Array.from([1, 2, 3, 4, 5]))).toHaveLength(1);
});
