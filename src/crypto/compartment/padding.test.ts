import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MOST_CONTENT, pad, paddedSize, unpad } from './padding.ts';

test('powers of two from 256 bytes to 1 MiB', () => {
  const sizes = [0, 252, 253, 508, 509, 1020, 1021, 2 ** 20 - 4].map(paddedSize);
  expect(sizes).toEqual([256, 256, 512, 512, 1024, 1024, 2048, 2 ** 20]);
});

/** PADMÉ as the paper writes it (Nikitin et al. 2019, Algorithm 1), with its bit masks. */
function padmeByPaper(length: number): number {
  const e = BigInt(Math.floor(Math.log2(length)));
  const s = BigInt(Math.floor(Math.log2(Number(e))) + 1);
  const mask = (1n << (e - s)) - 1n;
  return Number((BigInt(length) + mask) & ~mask);
}

test('PADMÉ above 1 MiB: as the paper has it, at most 12 % more, never smaller for more content', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2 ** 20 - 3, max: MOST_CONTENT / 2 }), (length) => {
      const size = paddedSize(length);
      expect(size).toBe(padmeByPaper(length + 4));
      expect(size).toBeLessThanOrEqual((length + 4) * 1.12);
      expect(size).toBeGreaterThanOrEqual(length + 4);
      expect(paddedSize(length - 1)).toBeLessThanOrEqual(size);
      expect(paddedSize(size - 4)).toBe(size);
    }),
  );
});

test('the number of different sizes is small', () => {
  const sizes = new Set<number>();
  for (let length = 2 ** 20; length < 2 ** 26; length += 1009) sizes.add(paddedSize(length));
  expect(sizes.size).toBeLessThan(200);
});

test('unpadding undoes padding, and refuses what was not padded so', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 5000 }), (content) => {
      expect(unpad(pad(content))).toEqual(content);
    }),
  );
  const padded = pad(new Uint8Array([1, 2, 3]));
  expect(unpad(padded.subarray(0, 255))).toBeNull();
  expect(unpad(padded.with(255, 1))).toBeNull();
  expect(unpad(padded.with(0, 255))).toBeNull();
  expect(unpad(new Uint8Array(512))).toBeNull();
  expect(() => paddedSize(MOST_CONTENT + 1)).toThrow(/1 GiB/);
});
