import fc from 'fast-check';
import { expect, test } from 'vitest';
import { idMaker, isId, isSha256 } from './id.ts';

test('an id has its prefix and 26 characters, whatever the random bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 26, maxLength: 26 }), (bytes) => {
      const id = idMaker(() => bytes)('claim');
      expect(id).toMatch(/^clm_[0-9a-hjkmnp-tv-z]{26}$/);
      expect(isId('claim', id)).toBe(true);
      expect(isId('source', id)).toBe(false);
    }),
  );
});

test('ids of actors and acts differ by prefix', () => {
  const newId = idMaker((count) => new Uint8Array(count));
  expect(newId('actor').slice(0, 4)).not.toBe(newId('act').slice(0, 4));
});

test.each([
  ['clm_'],
  ['clm_0'],
  [`clm_${'u'.repeat(26)}`],
  [`clm_${'0'.repeat(27)}`],
  [`CLM_${'0'.repeat(26)}`],
  [3],
  [null],
])('%s is no claim id', (value) => {
  expect(isId('claim', value)).toBe(false);
});

test.each([
  ['ab'.repeat(32), true],
  ['AB'.repeat(32), false],
  ['ab'.repeat(31), false],
  [`${'ab'.repeat(32)}\n`, false],
  [null, false],
])('%j as SHA-256: %s', (value, expected) => {
  expect(isSha256(value)).toBe(expected);
});
