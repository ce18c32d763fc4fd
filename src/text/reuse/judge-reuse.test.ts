/** Words in quotation marks weigh nothing, thresholds are where they are said to be, positions are code points. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sliceCodePoints } from '../../record/code-points.ts';
import { allPairs } from './all-pairs.ts';
import { type JudgedReuse, judgeReuse } from './judge-reuse.ts';
import { placedWords, wordCodes } from './word-codes.ts';
import { corpusOf } from './word-corpus.ts';

const OWN =
  'Soldiers of the Interior Guard entered the mill at Sorev before dawn on Tuesday and led away forty weavers, whose families have heard nothing since then.';
const QUOTED = `The governor of Dol told the press: “${OWN.slice(0, -1)}.”`;

function judged(a: string, b: string): JudgedReuse {
  const corpus = corpusOf([a, b].map((text, i) => ({ words: wordCodes(text), outlet: i + 1 })));
  return judgeReuse({ a, b, passages: [...allPairs(corpus)][0]?.passages ?? [] });
}

test('a sentence in the words of another report is a possible link, with its place in both', () => {
  const [a, b] = [`👩 Dol, Tuesday. ${OWN} It snowed.`, `Sorev. ${OWN.replace('forty', 'forty-one')} 👩`];
  const { passages, aWords } = judged(a, b);
  expect(passages).toHaveLength(1);
  const [passage] = passages;
  expect(passage).toMatchObject({ strength: 'link', outside: 26 });
  expect(sliceCodePoints(a, passage?.a.start ?? 0, passage?.a.end ?? 0)).toBe(OWN.slice(0, -1));
  expect(sliceCodePoints(b, passage?.b.start ?? 0, passage?.b.end ?? 0)).toContain('forty-one');
  expect(aWords).toBe(30);
});

test('the same quotation in two reports is no link: a speaker in common', () => {
  expect(judged(QUOTED, `“${OWN.slice(0, -1)}”, he said. No more was known.`).passages).toEqual([]);
});

test('words quoted on one side alone are not counted', () => {
  expect(judged(OWN, QUOTED).passages).toEqual([]);
});

test.each([
  [11, []],
  [12, ['hint']],
  [19, ['hint']],
  [20, ['link']],
])('%i words', (count, expected) => {
  const words = OWN.split(' ').slice(0, count).join(' ');
  const found = judged(`Kessar. ${words} north wind`, `Velin. ${words} – rain fell`);
  expect(found.passages.map(({ strength }) => strength)).toEqual(expected);
});

/** Any characters at all, quotation marks that never close, and stretches of one text. */
const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom('“', '”', '"', '«', '»', '\n\n', '👩‍👩‍👧 ', 'é'.normalize('NFD')),
  fc.tuple(fc.nat({ max: 20 }), fc.nat({ max: 26 })).map(([from, count]) =>
    OWN.split(' ')
      .slice(from, from + count)
      .join(' '),
  ),
  fc.constant(`${OWN} `),
);
const anyText = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(' '));

test('of any two texts it gives places inside them that begin and end with the same word', () => {
  fc.assert(
    fc.property(anyText, anyText, (a, b) => {
      const { passages, aWords, bWords } = judged(a, b);
      for (const { a: inA, b: inB, shared, outside, strength } of passages) {
        const [fromA, fromB] = [
          sliceCodePoints(a, inA.start, inA.end),
          sliceCodePoints(b, inB.start, inB.end),
        ];
        const [wordsA, wordsB] = [placedWords(fromA).codes, placedWords(fromB).codes];
        expect([wordsA[0], wordsA.at(-1)]).toEqual([wordsB[0], wordsB.at(-1)]);
        expect(Math.min(wordsA.length, wordsB.length)).toBeGreaterThanOrEqual(shared);
        expect(shared).toBeGreaterThanOrEqual(outside);
        expect(strength).toBe(outside >= 20 ? 'link' : 'hint');
        expect([aWords, bWords]).toEqual([wordCodes(a).length, wordCodes(b).length]);
      }
    }),
    { numRuns: 150 },
  );
});
