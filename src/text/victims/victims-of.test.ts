import fc from 'fast-check';
import { expect, test } from 'vitest';
import { VICTIM_CASES } from './victims-of.cases.ts';
import { factsOf } from './victims-of.ts';

test.each(VICTIM_CASES)('%s', (text, expected) => {
  const found = factsOf(text).map((fact) => `${fact.kind} ${fact.figure}`);
  expect(found.sort()).toEqual([...expected].sort());
});

test('the facts keep their spans, words and bounds', () => {
  const text = 'A car bomb killed more than 100 villagers in the village of Velt today.';
  const [fact] = factsOf(text);
  expect(fact).toMatchObject({
    kind: 'killed',
    low: 101,
    best: null,
    high: null,
    figure: 100,
    group: 'villagers',
  });
  expect(fact?.spans.map(({ start, end }) => text.slice(start, end))).toEqual(['more than 100 villagers']);
});

test('the same text gives the same facts', () => {
  const [text] = VICTIM_CASES[1] ?? [''];
  expect(factsOf(text)).toEqual(factsOf(text));
});

const PIECES = fc.oneof(
  fc.constantFrom(
    'killed',
    'Joren',
    'TALVIK',
    'two',
    '26',
    'men',
    'were',
    'the',
    'of',
    '.',
    ',',
    '[',
    ']',
    '(ABC)',
    '\n\n',
    'kidnapped',
    'his wife',
    '’s',
    '-',
    '😀',
    'é',
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
);

test('any text is read without a fault, and every span lies inside it between whole characters', () => {
  fc.assert(
    fc.property(fc.array(PIECES, { maxLength: 30 }), fc.constantFrom(' ', ''), (pieces, gap) => {
      const text = pieces.join(gap);
      for (const fact of factsOf(text)) {
        expect(fact.spans.length).toBeGreaterThan(0);
        for (const { start, end } of fact.spans) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          for (const edge of [start, end]) {
            const inPair =
              /[\uD800-\uDBFF]/.test(text[edge - 1] ?? '') && /[\uDC00-\uDFFF]/.test(text[edge] ?? '');
            expect(inPair).toBe(false);
          }
        }
      }
    }),
    { numRuns: 300 },
  );
});
