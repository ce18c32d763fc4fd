import { expect, test } from 'vitest';
import { secretBytes, secretCopy } from './secret-bytes.ts';

test('a copy is a copy, and its memory is its own', () => {
  const given = Uint8Array.from([1, 2, 3]);
  const copy = secretCopy(given);
  given.fill(0);
  expect([...copy]).toEqual([1, 2, 3]);
  expect(copy.buffer.byteLength).toBe(3);
});

test('a copy of a part of a larger buffer holds that part only', () => {
  const part = Buffer.from('a key and more').subarray(2, 5);
  expect(Buffer.from(secretCopy(part)).toString()).toBe('key');
  expect(secretCopy(part).buffer.byteLength).toBe(3);
});

test('fresh memory is zero', () => expect(secretBytes(40).every((byte) => byte === 0)).toBe(true));
