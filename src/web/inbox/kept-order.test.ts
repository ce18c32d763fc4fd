import { expect, test } from 'vitest';
import { inKeptOrder } from './kept-order.ts';

const ids = (rows: readonly { readonly id: string }[]): string => rows.map(({ id }) => id).join('');
const rows = (letters: string) => [...letters].map((id) => ({ id }));

test.each([
  ['bac', 'abc', 'abc'],
  ['cb', 'abc', 'bc'],
  ['xabc', 'abc', 'abcx'],
  ['yxab', 'ba', 'bayx'],
  ['ba', '', 'ba'],
])('%s told anew where %s was shown is %s', (told, shown, now) => {
  expect(ids(inKeptOrder(rows(told), [...shown]))).toBe(now);
});
