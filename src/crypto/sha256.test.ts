import { expect, test } from 'vitest';
import { NO_SHA256, sha256Hex } from './sha256.ts';

test.each([
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  [
    'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  ],
])('FIPS 180-4 example "%s"', (text, expected) => {
  expect(sha256Hex(text)).toBe(expected);
  expect(sha256Hex(new TextEncoder().encode(text))).toBe(expected);
});

test('a text is hashed as UTF-8', () => {
  expect(sha256Hex('Чечня')).toBe(sha256Hex(new TextEncoder().encode('Чечня')));
});

test('two different broken texts do not share a hash: they are refused', () => {
  expect(() => sha256Hex('\ud800')).toThrow(/surrogate/);
  expect(() => sha256Hex('\udfff')).toThrow(/surrogate/);
});

test('the hash before the first entry is no hash of anything written here', () => {
  expect(NO_SHA256).toMatch(/^0{64}$/);
});
