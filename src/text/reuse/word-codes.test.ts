/** What is one word, and what does not matter when texts are compared. */
import { expect, test } from 'vitest';
import { placedWords, wordCodes } from './word-codes.ts';

const words = (text: string): string[] => {
  const { starts, ends } = placedWords(text);
  return [...starts].map((start, i) => text.slice(start, ends[i]));
};

test.each([
  ['Six died, police said.', ['Six', 'died', 'police', 'said']],
  ['They didn’t pay.', ['They', 'didn’t', 'pay']],
  ['1,200 men', ['1', '200', 'men']],
  ['', []],
  ['  —  ', []],
  ['Арестован у реки', ['Арестован', 'у', 'реки']],
  ['警方说。', ['警', '方', '说']],
  ['a👩b', ['a', 'b']],
])('%s', (text, expected) => expect(words(text)).toEqual(expected));

test.each([
  ['case', 'POLICE said', 'Police said'],
  ['apostrophes', "didn't", 'didn’t'],
  ['quotation marks and dashes', '“No,” he — said', "'No', he said"],
  ['a soft hyphen', 'de\u00ADtained', 'detained'],
  ['Arabic vowel signs and stretching', 'كَتَبـــ', 'كتب'],
])('%s make no difference', (_, one, other) => expect(wordCodes(one)).toEqual(wordCodes(other)));

test('other words and other numbers do', () => {
  expect(wordCodes('26 men')).not.toEqual(wordCodes('27 men'));
  expect(wordCodes('resume')).not.toEqual(wordCodes('résumé'));
});

test('the codes do not depend on what was read before', () => {
  const before = wordCodes('Six died.');
  wordCodes('word '.repeat(9000));
  expect(wordCodes('Six died.')).toEqual(before);
});
