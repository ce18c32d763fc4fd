import fc from 'fast-check';
import { expect, test } from 'vitest';
import { turns, visualRuns } from './visual-order.ts';

/** Signs as they stand from left to right; a run of an odd level is read from its right end. */
const seen = (words: string, base: 0 | 1): string =>
  visualRuns(words, base)
    .map((run) => (run.level % 2 === 1 ? [...run.words].reverse().join('') : run.words))
    .join('');

// As in UAX #9 and BidiTest: Hebrew letters stand for all that run from right to left.
test.each([
  ['abc', 0, 'abc'],
  ['אבג', 0, 'גבא'],
  ['אבג', 1, 'גבא'],
  ['car אבג end', 0, 'car גבא end'],
  ['אבג car דה', 1, 'הד car גבא'],
  ['אבג car דה', 0, 'גבא car הד'],
  ['אב 12 גד', 0, 'דג 12 בא'],
  ['אב 12,5 גד.', 1, '.דג 12,5 בא'],
  ['אב.', 0, 'בא.'],
  ['אב.', 1, '.בא'],
  ['(אב)', 1, '(בא)'],
  ['a 12 אב', 0, 'a 12 בא'],
  ['אב 12', 0, '12 בא'],
  ['“אב”', 1, '”בא“'],
] as const)('%s in a line of direction %i', (words, base, shown) => {
  expect(seen(words, base)).toBe(shown);
});

test('signs of direction in the words turn nothing, and no letter is lost', () => {
  expect(seen('\u202eabc\u202c', 0)).toBe('abc');
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a', 'ב', 'ج', '1', ' ', '.', ','), { maxLength: 40 }),
      fc.constantFrom(0 as const, 1 as const),
      (signs, base) => {
        const words = signs.join('');
        expect([...seen(words, base)].sort()).toEqual([...words].sort());
        if (!turns(words) && base === 0) expect(seen(words, base)).toBe(words);
      },
    ),
  );
});
