import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnsOf, cut, ink, oneLine, pad, wrap } from './paper.ts';

test('nothing that a terminal obeys is left in foreign text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is looked for
      expect(oneLine(text)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u);
    }),
  );
});

test('no line is wider than the paper, and no letter is lost', () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[a-zй日]{1,60}$/u), { minLength: 1 }),
      fc.integer({ min: 20, max: 90 }),
      (words, width) => {
        const lines = wrap({ width, colour: false }, words.join(' '), { first: '- ', rest: '    ' });
        expect(lines.every((line) => columnsOf(line) <= width)).toBe(true);
        expect(lines.join('').replaceAll(/[-\s]/gu, '')).toBe(words.join(''));
      },
    ),
  );
});

test.each([
  ['abc', 3],
  ['日本', 4],
  ['e\u0301', 1],
  [ink({ width: 80, colour: true }, 'strong', 'ab'), 2],
])('%j takes %i columns', (text, columns) => expect(columnsOf(text)).toBe(columns));

test('without colour nothing is added', () =>
  expect(ink({ width: 80, colour: false }, 'warn', 'a')).toBe('a'));
test('cut and pad keep to their columns', () => {
  expect(cut('a long title', 6)).toBe('a lon…');
  expect(pad('日', 4)).toBe('日  ');
});
