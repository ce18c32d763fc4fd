import { expect, test } from 'vitest';
import { foundIn, pagesFrom } from './find-passage.ts';

const ITEMS = ['The governor of Kes-', 'sar said that 26 men', ' were held.', 'He gave no names.'];
const passage = (exact: string, prefix = '', suffix = '') => ({ exact, prefix, suffix, share: 0 });

test.each([
  ['over a hyphen at a line end', passage('governor of Kessar said'), { first: 0, last: 1 }],
  ['with ligatures and case', passage('HE GAVE NO NAMES'), { first: 3, last: 3 }],
  [
    'short, by what stands around it',
    passage('26', 'Kessar said that ', ' men were held'),
    { first: 1, last: 1 },
  ],
  [
    'around it, half of which was put elsewhere',
    passage('men were held', 'that 26 ', ' Page 4 of 9'),
    { first: 1, last: 2 },
  ],
])('%s', (_, one, items) => expect(foundIn(ITEMS, one)).toEqual(items));

test.each([
  ['what does not stand there', passage('the ministry denied it')],
  ['too little to be told from others', passage('26')],
  ['nothing', passage(' – ')],
])('%s is not found', (_, one) => expect(foundIn(ITEMS, one)).toBeNull());

test('pages are looked through from where the passage should stand', () => {
  expect(pagesFrom(0.5, 4)).toEqual([3, 2, 4, 1]);
  expect(pagesFrom(0, 3)).toEqual([1, 2, 3]);
  expect(pagesFrom(1, 3)).toEqual([3, 2, 1]);
});
