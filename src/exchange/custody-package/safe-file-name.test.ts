import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeFileName, safeFileNames } from './safe-file-name.ts';

test.each([
  ['../Aussage: Müller?.PDF', 'Aussage-Muller.PDF'],
  ['C:\\Users\\x\\scan 1.jpg', 'scan-1.jpg'],
  ['Письмо.txt', 'original.txt'],
  ['', 'original'],
  ['...', 'original'],
  ['.htaccess', 'original.htaccess'],
  ['con', '_con'],
  ['COM1.txt', '_COM1.txt'],
  ['-rf', 'rf'],
  ['a'.repeat(300), 'a'.repeat(80)],
  [`${'a'.repeat(300)}.html`, `${'a'.repeat(75)}.html`],
  ['report.', 'report'],
  ['a\u0000b\n.txt', 'a-b.txt'],
])('%j becomes %s', (given, expected) => {
  expect(safeFileName(given)).toBe(expected);
});

test('any name becomes one that every system keeps, and again the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (given) => {
      const safe = safeFileName(given);
      expect(safe).toMatch(/^[A-Za-z0-9_][A-Za-z0-9._-]{0,80}$/);
      expect(safe).not.toMatch(/\.$|\.\.|^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i);
    }),
    { numRuns: 60 },
  );
});

test('names of one folder never collide, on a disk that folds case neither', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'A', '2-a', 'á', 'a.txt', 'A.TXT', '2-A')), (given) => {
      const names = safeFileNames(given);
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(given.length);
    }),
  );
});
