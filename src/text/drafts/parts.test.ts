import { expect, test } from 'vitest';
import { tokensOf } from '../acts/reading.ts';
import { itemsIn } from './items.ts';
import { cutAt, demandAt } from './parts.ts';

function before(text: string, at: number | null): string | null {
  const tokens = tokensOf(text);
  return at === null ? null : tokens.text.slice(0, tokens.words[at]?.start ?? text.length).trim();
}

test.each([
  ['the camps are schools and that all 12,000 pupils are there freely', 'the camps are schools'],
  ['40 men had been held and that most were released after a warning', '40 men had been held'],
  [
    'shelters have been turning people away, with more than 200 now sleeping rough',
    'shelters have been turning people away',
  ],
  ['he was beaten every day and that a doctor had watched', null],
  ['12 people were killed and that 14 were wounded', null],
  ['26 men were killed', null],
])('a clause with a figure beside one without: %s', (text, expected) => {
  const tokens = tokensOf(text);
  expect(before(text, cutAt(tokens, itemsIn(tokens)))).toBe(expected);
});

test.each([
  ['They shot them one by one. The authorities must stop this.', 'They shot them one by one.'],
  ['They shot them one by one. They burned the houses.', null],
  ['The authorities must stop this.', null],
])('a sentence that demands beside one that tells: %s', (text, expected) => {
  expect(before(text, demandAt(tokensOf(text)))).toBe(expected);
});
