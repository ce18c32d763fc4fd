import { expect, test } from 'vitest';
import { boundsWords, lowBestHigh, numberWords, originsWords } from './figure-words.ts';

test.each([
  [26, 26, 26, '26'],
  [101, null, null, 'at least 101'],
  [null, null, 30, 'up to 30'],
  [2, 6, 6, '2 to 6'],
  [null, 100, null, '100'],
  [null, null, null, 'no number'],
  [0, 0, 0, '0'],
])('%j %j %j is said as "%s"', (low, best, high, words) => {
  expect(boundsWords({ low, best, high })).toBe(words);
});

test('an absent bound is never said as zero', () => {
  expect(lowBestHigh({ low: 101, best: null, high: null })).toBe('Low 101, no best, no high.');
});

test.each([
  [1, 1, '1 independent origin'],
  [1, 4, 'at least 1, at most 4 independent origins'],
  [2, null, 'at least 2 independent origins, no upper bound'],
  [0, 0, 'no origin: nobody puts it forward'],
])('origins %j to %j', (atLeast, atMost, words) => {
  expect(originsWords(atLeast, atMost)).toBe(words);
});

test('numbers are grouped by three', () => {
  expect([7, 999, 1000, 1234567].map(numberWords)).toEqual(['7', '999', '1,000', '1,234,567']);
});

test('a figure that is open above says from where on', () => {
  const bounds = { low: 2, best: 11, high: null, openFrom: 14 };
  expect(boundsWords(bounds)).toBe('2 to 14 or more');
  expect(lowBestHigh(bounds)).toBe('Low 2, best 11, high 14 or more.');
});
