import { expect, test } from 'vitest';
import { tokensOf } from '../acts/reading.ts';
import { itemsIn } from './items.ts';

test.each([
  ['at least 26 reporters have left Velt this year', ['at least 26']],
  ['eleven more are still waiting for an answer, while two have been turned away', ['eleven', 'two']],
  ['between 120,000 and 180,000 Tanoi have been sent there without trial', ['between 120,000 and 180,000']],
  ['Orlund has so far let in just six of the men', ['six']],
  ['she is one of an estimated 23,000 people who have crossed the pass', ['an estimated 23,000']],
  ['the real number could be as high as 45', ['as high as 45']],
  ['74 minors among them', ['74']],
  ['8,400 names from a single district', ['8,400']],
  ['we spoke to 58 people', []],
  ['three of the dead were women', []],
  ['he is 45 years old and 12 per cent agree', []],
  ['someone called from 40 houses', []],
  ['80 officers in three trucks killed 12 people', []],
])('%s', (text, expected) => {
  const bare = itemsIn(tokensOf(text)).filter((item) => item.measure === null);
  expect(bare.map((item) => item.quantity?.wording)).toEqual(expected);
});
