import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileOfWords } from './place-groups.ts';

test.each([
  ['upper kessar', 'w-upper-kessar'],
  ['velt, kessar region', 'w-velt-kessar-region'],
  ['дол', 'w-u434u43eu43b'],
])('%s has the page %s', (key, file) => expect(fileOfWords(key)).toBe(file));

test('any words give a name that every disk takes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (key) => {
      const file = fileOfWords(key);
      expect(file).toMatch(/^w-[a-z0-9-]*$/);
      expect(file.length).toBeLessThan(80);
    }),
  );
});

test('long words that begin alike have pages of their own', () => {
  const long = 'the house beside the mill '.repeat(5);
  expect(fileOfWords(`${long}a`)).not.toBe(fileOfWords(`${long}b`));
});
