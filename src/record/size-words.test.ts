import { describe, expect, it } from 'vitest';
import { limitWords, MIB, sizeWords } from './size-words.ts';

describe('sizeWords', () => {
  it('takes the unit that leaves the fewest digits', () => {
    expect([0, 1, 999, 1000, 12_000, 4_200_000, 8.5e10, 3e15].map((bytes) => sizeWords(bytes))).toEqual([
      '0 bytes',
      '1 byte',
      '999 bytes',
      '1 kB',
      '12 kB',
      '4.2 MB',
      '85 GB',
      '3,000 TB',
    ]);
  });

  it('never rounds to a thousand of a unit', () => {
    expect(sizeWords(999_949)).toBe('999.9 kB');
    expect(sizeWords(999_950)).toBe('1 MB');
  });

  it('writes Russian', () => {
    expect(sizeWords(4_200_000, 'ru').replaceAll('\u00a0', ' ')).toBe('4,2 МБ');
    expect(sizeWords(2, 'ru').replaceAll('\u00a0', ' ')).toBe('2 байта');
  });
});

it.each([
  [600, '600 bytes'],
  [MIB, '1 MiB'],
  [512 * MIB, '512 MiB'],
])('a limit of %d bytes is told as %s', (bytes, words) => {
  expect(limitWords(bytes)).toBe(words);
});
