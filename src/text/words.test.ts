import fc from 'fast-check';
import { expect, test } from 'vitest';
import { endsSentence, isAllCapitals, wordsIn } from './words.ts';

const CASES = [
  ["Chechnya's anti-gay purge", ['chechnya', "'s", 'anti', '-', 'gay', 'purge']],
  ['the U.S State Department', ['the', 'u.s', 'state', 'department']],
  ['Mr. Oban said. He left.', ['mr', 'oban', 'said', '.', 'he', 'left', '.']],
  ['1,200 at 3.5', ['1,200', 'at', '3.5']],
  ['they didn’t', ['they', "didn't"]],
  ['one\n\ntwo', ['one', '¶', 'two']],
] as const;

test.each(CASES)('%s', (text, expected) => {
  expect(wordsIn(text).map((word) => word.low)).toEqual(expected);
});

test('a full stop ends a sentence only before a gap', () => {
  const words = wordsIn('He died. She fled.');
  expect([1, 2].map((index) => endsSentence(words, index))).toEqual([false, true]);
});

test('capitals throughout are seen as such', () => {
  expect(isAllCapitals('THREE SUBVERSIVES WERE KILLED')).toBe(true);
  expect(isAllCapitals('Three men were killed')).toBe(false);
});

test('tokens lie in order and leave out nothing but white space', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      let last = 0;
      let left = '';
      for (const word of wordsIn(text)) {
        expect(word.start).toBeGreaterThanOrEqual(last);
        left += text.slice(last, word.start);
        last = word.end;
      }
      expect((left + text.slice(last)).trim()).toBe('');
    }),
  );
});
