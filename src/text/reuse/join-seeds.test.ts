/** Thinning loses nothing: in whatever lots and however often, the passages are those of all seeds. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RUN } from './fingerprints.ts';
import { joinSeeds, type ReusePair, thinSeeds } from './join-seeds.ts';
import { addSeed, roomForSeeds, type Seeds } from './seeds.ts';
import { corpusOf, type WordCorpus } from './word-corpus.ts';

/** A text of pieces of one text, anywhere and overlapping, with few words of its own between them. */
const pieces = fc.array(
  fc.record({
    from: fc.nat({ max: 40 }),
    words: fc.integer({ min: 3, max: 40 }),
    own: fc.nat({ max: 9 }),
  }),
  { minLength: 1, maxLength: 6 },
);
const texts = fc.array(pieces, { minLength: 2, maxLength: 3 });
type Texts = typeof texts extends fc.Arbitrary<infer T> ? T : never;

function corpusFrom(given: Texts): WordCorpus {
  return corpusOf(
    given.map((parts, text) => ({
      outlet: text + 1,
      words: Uint16Array.from(
        parts.flatMap(({ from, words, own }, at) => [
          ...Array.from({ length: words }, (_, i) => from + i),
          ...Array.from({ length: own }, (_, i) => 1000 + text * 500 + at * 50 + i),
        ]),
      ),
    })),
  );
}

/** Every place where five words are the same. */
function allSeeds({ words, starts, outlets }: WordCorpus): Parameters<typeof addSeed>[1][] {
  const found: Parameters<typeof addSeed>[1][] = [];
  const same = (aAt: number, bAt: number): boolean => {
    for (let i = 0; i < RUN; i += 1) if (words[aAt + i] !== words[bAt + i]) return false;
    return true;
  };
  for (let b = 1; b < outlets.length; b += 1)
    for (let a = 0; a < b; a += 1)
      for (let aAt = starts[a] as number; aAt + RUN <= (starts[a + 1] as number); aAt += 1)
        for (let bAt = starts[b] as number; bAt + RUN <= (starts[b + 1] as number); bAt += 1)
          if (same(aAt, bAt)) found.push({ a, b, aAt, bAt });
  return found;
}

function seedsOf(given: readonly Parameters<typeof addSeed>[1][]): Seeds {
  const seeds = roomForSeeds();
  for (const seed of given) addSeed(seeds, seed);
  return seeds;
}

function listed({ a, b, aAt, bAt, count }: Seeds): Parameters<typeof addSeed>[1][] {
  const at = (column: Uint32Array, i: number): number => column[i] as number;
  return Array.from({ length: count }, (_, i) => ({
    ...{ a: at(a, i), b: at(b, i) },
    ...{ aAt: at(aAt, i), bAt: at(bAt, i) },
  }));
}

const joined = (corpus: WordCorpus, seeds: Seeds): ReusePair[] => [...joinSeeds(corpus, seeds, null)];

test('seeds thinned in any lots, twice or not, give the passages of all seeds', () => {
  fc.assert(
    fc.property(
      texts,
      fc.array(fc.nat({ max: 999 }), { minLength: 1, maxLength: 40 }),
      fc.integer({ min: 1, max: 5 }),
      (given, draws, lots) => {
        const corpus = corpusFrom(given);
        const draw = (i: number): number => draws[i % draws.length] as number;
        // A share of the seeds, as winnowing leaves it.
        const seeds = allSeeds(corpus).filter((_, i) => (draw(i) + i) % 4 !== 0);
        const thinned = Array.from({ length: lots }, (_, lot) =>
          listed(thinSeeds(corpus, seedsOf(seeds.filter((__, i) => (draw(i) + i) % lots === lot)))),
        ).flat();
        const all = joined(corpus, seedsOf(seeds));
        expect(joined(corpus, seedsOf(thinned))).toEqual(all);
        expect(joined(corpus, thinSeeds(corpus, seedsOf(thinned)))).toEqual(all);
      },
    ),
    { numRuns: 60 },
  );
});

test('which seeds of a stretch were found changes nothing', () => {
  // The later text runs on from one passage into another that overlaps it.
  const corpus = corpusFrom([
    [
      { from: 0, words: 20, own: 9 },
      { from: 12, words: 28, own: 0 },
    ],
    [{ from: 0, words: 40, own: 3 }],
  ]);
  const seeds = allSeeds(corpus);
  const all = joined(corpus, seedsOf(seeds));
  expect(all).toMatchObject([
    {
      passages: [
        { bFrom: 0, bTo: 20 },
        { bFrom: 12, bTo: 40 },
      ],
    },
  ]);
  for (const step of [2, 3, 7])
    expect(joined(corpus, seedsOf(seeds.filter((_, i) => i % step === 0)))).toEqual(all);
});

test('a long copy is kept as one seed', () => {
  const corpus = corpusFrom([[{ from: 0, words: 40, own: 0 }], [{ from: 0, words: 40, own: 2 }]]);
  const seeds = seedsOf(allSeeds(corpus));
  expect([seeds.count, thinSeeds(corpus, seeds).count]).toEqual([36, 1]);
});
