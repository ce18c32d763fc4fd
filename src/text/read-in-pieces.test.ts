import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sliceCodePoints } from '../record/code-points.ts';
import type { ReadInput } from './proposed-claim.ts';
import { piecesOf, readInPieces } from './read-in-pieces.ts';
import { readText } from './read-text.ts';

function inputOf(text: string): ReadInput {
  return { text, publishedAt: '2031-04-02', outlet: 'The Mirror', language: 'en' };
}

test('pieces joined are the text, none is too long, none cuts a pair', () => {
  const letters = fc.constantFrom('a', ' ', '\n', '\n\n', '. ', '😀', '”', 'é');
  fc.assert(
    fc.property(
      fc.string({ unit: letters, maxLength: 80 }),
      fc.integer({ min: 2, max: 20 }),
      (text, longest) => {
        const pieces = piecesOf(text, longest);
        expect(pieces.join('')).toBe(text);
        for (const piece of pieces) {
          expect(piece.length).toBeLessThanOrEqual(longest);
          expect(piece.isWellFormed()).toBe(true);
        }
      },
    ),
  );
});

test.each([
  ['a paragraph', 'One two. Three\nfour\n\nfive six', 22, 'One two. Three\nfour\n\n'],
  ['a line', 'One two. Three\nfour five six', 22, 'One two. Three\n'],
  ['a sentence', 'One two three four. Five six', 22, 'One two three four. '],
  ['a word', 'One two three four five six', 22, 'One two three four '],
])('the border is %s where there is one', (_, text, longest, first) => {
  expect(piecesOf(text, longest)[0]).toBe(first);
});

const PARAGRAPHS = [
  '😀 Police in Kessar said that six people died.',
  'The ministry denied that 26 weavers were killed in Kessar. It said that four men were detained.',
  'The Harbour Network told Lark News that “more than 100 men were beaten”.',
];

test('where nothing points over a border, pieces give what the whole gives', () => {
  const text = PARAGRAPHS.join('\n\n');
  const whole = readText(inputOf(text));
  const pieces = readInPieces(inputOf(text), readText, 160);
  expect(piecesOf(text, 160).length).toBeGreaterThan(1);
  const words = ({ claims }: typeof whole) =>
    claims.map(({ stance, chain, content }) => [
      stance,
      ...chain.map(({ resolved, span }) => [resolved, span && sliceCodePoints(text, span.start, span.end)]),
      ...content.map(({ start, end }) => sliceCodePoints(text, start, end)),
    ]);
  expect(words(pieces)).toEqual(words(whole));
  expect(whole.claims.length).toBeGreaterThan(3);
});

test('what a claim points at is counted over all pieces', () => {
  const denial = 'Police said that 26 weavers were killed in Kessar. The Guard denied this.';
  const text = [denial, denial, denial].join('\n\n');
  const { claims } = readInPieces(inputOf(text), readText, 100);
  const pointed = claims.map(({ draft }) => draft.sameAs);
  expect(pointed.filter((at) => at !== null).length).toBeGreaterThan(1);
  for (const [index, at] of pointed.entries()) if (at !== null) expect(at).toBe(index - 1);
});

test('a short text is read as it is', () => {
  const input = inputOf(PARAGRAPHS.join('\n\n'));
  expect(readInPieces(input, readText)).toEqual(readText(input));
});
