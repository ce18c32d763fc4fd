import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DIGEST_NAMES, fileDigests, fileHmac } from './file-digest.ts';
import { sha256Hex } from './sha256.ts';

const ABC = new TextEncoder().encode('abc');

test('all algorithms in one pass (FIPS 180-4, RFC 1321, RFC 3174: "abc")', async () => {
  const found = await fileDigests([ABC], DIGEST_NAMES);
  expect([...found].map(([name, hex]) => [name, hex.slice(0, 8)])).toEqual([
    ['md5', '90015098'],
    ['sha1', 'a9993e36'],
    ['sha224', '23097d22'],
    ['sha256', 'ba7816bf'],
    ['sha384', 'cb00753f'],
    ['sha512', 'ddaf35a1'],
  ]);
});

test('how the bytes are cut does not matter', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.uint8Array()), async (parts) => {
      const whole = new Uint8Array(Buffer.concat(parts));
      expect((await fileDigests(parts, ['sha256'])).get('sha256')).toBe(sha256Hex(whole));
      expect(await fileHmac('0b', parts)).toBe(await fileHmac('0b', [whole]));
    }),
    { numRuns: 30 },
  );
});

test('RFC 4231 test case 1', async () => {
  expect(await fileHmac('0b'.repeat(20), [new TextEncoder().encode('Hi There')])).toBe(
    'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7',
  );
});

test.each(['', 'xyz', 'ABCD', 'abc'])('the key "%s" is refused', async (key) => {
  await expect(fileHmac(key, [ABC])).rejects.toThrow(TypeError);
});
