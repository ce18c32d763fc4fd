/** Lengths of time as people read them. */
import { expect, test } from 'vitest';
import { durationWords } from './duration-words.ts';

test.each([
  [0, '0 milliseconds'],
  [1, '1 millisecond'],
  [300, '300 milliseconds'],
  [1000, '1 second'],
  [1500, '1500 milliseconds'],
  [30_000, '30 seconds'],
  [60_000, '1 minute'],
  [90_000, '90 seconds'],
  [3_600_000, '1 hour'],
  [86_400_000, '1 day'],
  [200_000_000, '2 days'],
])('%d milliseconds are %s', (milliseconds, words) => {
  expect(durationWords(milliseconds)).toBe(words);
});
