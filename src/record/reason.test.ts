import { expect, test } from 'vitest';
import { sayReason } from './reason.ts';

test('values stand in their places, as they are: no place is looked for inside a value', () => {
  expect(sayReason('{a} names {b}', { a: 'a line of {b}', b: '$& {a}' })).toBe('a line of {b} names $& {a}');
  expect(sayReason('not listed', {})).toBe('not listed');
  // @ts-expect-error a value is missing
  expect(sayReason('{a} of {b}', { a: 1 })).toBe('1 of {b}');
});
