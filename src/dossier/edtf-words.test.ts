import { expect, test } from 'vitest';
import { edtfWords, firstDay, instantWords } from './edtf-words.ts';

test.each([
  ['2017-05-12', '12 May 2017', '2017-05-12'],
  ['2017-05-12T10:00:00Z', '12 May 2017', '2017-05-12'],
  ['2017-05', 'May 2017', '2017-05-01'],
  ['2017', '2017', '2017-01-01'],
  ['2017-05~', 'about May 2017', '2017-05-01'],
  ['2017-05-12?', '12 May 2017 (uncertain)', '2017-05-12'],
  ['2017-02-25/2017-02-28', '25 February 2017 to 28 February 2017', '2017-02-25'],
  ['2017-02/..', 'February 2017 or later', '2017-02-01'],
  ['2017-13', '2017-13', '2017-01-01'],
  ['someday', 'someday', null],
  [null, 'date unknown', null],
])('%j reads %j and starts on %j', (edtf, words, day) => {
  expect(edtfWords(edtf)).toBe(words);
  expect(firstDay(edtf)).toBe(day);
});

test('an instant is said to the minute', () => {
  expect(instantWords('2017-05-18T14:05:09Z')).toBe('18 May 2017, 14:05 UTC');
});
