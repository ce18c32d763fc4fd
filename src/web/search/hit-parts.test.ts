/** Pieces of a marked text, and what is asked while typing. */
import { expect, test } from 'vitest';
import { askedWhileTyping, hasWord, hitParts } from './hit-parts.ts';

test.each([
  ['the ⟦mill⟧ burnt', ['the ', '[mill]', ' burnt']],
  ['⟦他⟧在', ['[他]', '在']],
  ['no hit ⟧ here', ['no hit ⟧ here']],
  ['', []],
])('%s', (marked, pieces) =>
  expect(hitParts(marked).map(({ text, hit }) => (hit ? `[${text}]` : text))).toEqual(pieces),
);

test.each([
  ['old mil', 'old mil*'],
  ['old mill ', 'old mill'],
  ['ol', 'ol'],
  ['"old mil', '"old mil'],
  ['"old mill"', '"old mill"'],
  ['ёлк', 'ёлк*'],
])('%s is asked as %s', (typed, asked) => expect(askedWhileTyping(typed)).toBe(asked));

test('a word is a letter or a number in any script', () => {
  expect(['—', '', '" "'].map(hasWord)).toEqual([false, false, false]);
  expect(['a', '7', '京', 'ب'].map(hasWord)).toEqual([true, true, true, true]);
});
