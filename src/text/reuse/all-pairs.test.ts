/** All with all: what must be found, what must not, and that rounds and threads change nothing. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allPairs } from './all-pairs.ts';
import type { ReusePair } from './join-seeds.ts';
import { MOST_TEXTS } from './seeds.ts';
import { corpusOf } from './word-corpus.ts';

const own = (text: number, count = 40): number[] =>
  Array.from({ length: count }, (_, i) => (text * 997 + i * 31 + ((i * i) % 53)) % 65536);
const SHARED = Array.from({ length: 30 }, (_, i) => 40_000 + i * 7);

function pairsOf(texts: readonly (readonly number[])[], outlets?: readonly number[]): ReusePair[] {
  const given = texts.map((words, i) => ({
    words: Uint16Array.from(words),
    outlet: outlets?.[i] ?? i + 1,
  }));
  return [...allPairs(corpusOf(given))];
}

test('a passage of another outlet is found with its place in both', () => {
  const found = pairsOf([
    [...own(1), ...SHARED],
    [...SHARED, ...own(2)],
    [...own(3), ...own(4)],
  ]);
  expect(found).toMatchObject([
    { a: 0, b: 1, passages: [{ aFrom: 40, aTo: 70, bFrom: 0, bTo: 30, shared: 30 }] },
  ]);
});

test('words that were put in, left out or changed are gaps', () => {
  const edited = [...SHARED.slice(0, 10), 1, 2, ...SHARED.slice(10, 20), ...SHARED.slice(22)];
  expect(
    pairsOf([
      [...own(1), ...SHARED],
      [...own(2), ...edited],
    ]),
  ).toMatchObject([{ passages: [{ aFrom: 40, aTo: 70, bFrom: 40, bTo: 70, shared: 28 }] }]);
});

test('two passages with much between them are two', () => {
  const far = [...SHARED.slice(0, 15), ...own(9), ...SHARED.slice(15)];
  expect(pairsOf([SHARED, far])[0]?.passages).toHaveLength(2);
});

test('texts of one outlet are not compared; those of unknown outlets are', () => {
  const both = [
    [...own(1), ...SHARED],
    [...own(2), ...SHARED],
  ];
  expect(pairsOf(both, [7, 7])).toEqual([]);
  expect(pairsOf(both, [0, 0])).toHaveLength(1);
});

test('eleven words are nothing, twelve are a passage', () => {
  const pair = (words: number): ReusePair[] =>
    pairsOf([
      [...own(1), ...SHARED.slice(0, words), ...own(2)],
      [...own(3), ...SHARED.slice(0, words), ...own(4)],
    ]);
  expect(pair(11)).toEqual([]);
  expect(pair(12)).toHaveLength(1);
});

test('what stands in very many texts is chrome; a passage beside it is still found', () => {
  const chrome = Array.from({ length: 40 }, (_, i) => 20_000 + i * 3);
  const many = Array.from({ length: MOST_TEXTS + 20 }, (_, i) => [...own(i + 10), ...chrome]);
  expect(pairsOf(many)).toEqual([]);
  const [first, second, ...rest] = many;
  const found = pairsOf([[...SHARED, ...(first ?? [])], [...SHARED, ...(second ?? [])], ...rest]);
  expect(found).toMatchObject([{ a: 0, b: 1 }]);
});

test('every exact run of twelve words between outlets is found', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.integer({ min: 0, max: 9999 }), { minLength: 12, maxLength: 40 }), {
        minLength: 2,
        maxLength: 6,
      }),
      fc.nat(),
      fc.nat(),
      (texts, x, y) => {
        const [a, b] = [x % texts.length, y % texts.length].toSorted((p, q) => p - q);
        fc.pre(a !== undefined && b !== undefined && a !== b);
        const copied = texts.map((words, i) => (i === b ? [...words, ...(texts[a ?? 0] ?? [])] : words));
        expect(pairsOf(copied).some((pair) => pair.a === a && pair.b === b)).toBe(true);
      },
    ),
    { numRuns: 40 },
  );
});

test('the number of places in memory does not change what is found', () => {
  const texts = Array.from({ length: 30 }, (_, i) => ({
    words: Uint16Array.from([...own(i), ...SHARED.slice(i % 9, 15 + (i % 16)), ...own(i + 50)]),
    outlet: i % 7,
  }));
  const whole = [...allPairs(corpusOf(texts))];
  expect(whole.length).toBeGreaterThan(20);
  for (const most of [1, 100, 400]) expect([...allPairs(corpusOf(texts), most)]).toEqual(whole);
});
