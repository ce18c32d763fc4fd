import fc from 'fast-check';
import { expect, test } from 'vitest';
import { htmlText } from './html.ts';
import { type Mark, type MarkRole, markedText, unitOffsets } from './marked-text.ts';

const mark = (start: number, end: number, role: MarkRole, anchor: string | null = null): Mark => ({
  start,
  end,
  role,
  anchor,
  after: null,
});

test.each([
  [
    'nested',
    [mark(0, 6, 'content'), mark(2, 4, 'quantity')],
    '<span class="m content">ab</span><span class="m content quantity">cd</span><span class="m content">ef</span>',
  ],
  [
    'overlapping',
    [mark(0, 4, 'content'), mark(2, 6, 'speaker')],
    '<span class="m content">ab</span><span class="m content speaker">cd</span><span class="m speaker">ef</span>',
  ],
  ['equal', [mark(0, 6, 'content'), mark(0, 6, 'content')], '<span class="m content">abcdef</span>'],
  ['past the end', [mark(4, 99, 'content')], 'abcd<span class="m content">ef</span>'],
  [
    'anchored',
    [mark(2, 4, 'content', 'c-1')],
    'ab<a class="anchor" id="c-1"></a><span class="m content">cd</span>ef',
  ],
])('%s marks', (_, marks, expected) => {
  expect(htmlText(markedText('abcdef', marks))).toBe(`<p dir="auto">${expected}</p>`);
});

test('positions are code points, not code units', () => {
  expect(unitOffsets('a😀b😀', [0, 1, 2, 3, 4, 9])).toEqual([0, 1, 3, 4, 6, 6]);
  expect(htmlText(markedText('😀b', [mark(1, 2, 'content')]))).toContain(
    '😀<span class="m content">b</span>',
  );
});

test('a mark over a line end is closed and opened again', () => {
  expect(htmlText(markedText('ab\ncd', [mark(1, 4, 'content')]))).toBe(
    '<p dir="auto">a<span class="m content">b</span></p>\n<p dir="auto"><span class="m content">c</span>d</p>',
  );
});

test('whatever the marks, the words are whole and elements never cross', () => {
  const role = fc.constantFrom<MarkRole>('content', 'speaker', 'cue', 'quantity', 'evidence');
  const marks = fc.array(
    fc
      .tuple(fc.nat(40), fc.nat(40), role)
      .map(([a, b, name]) => mark(Math.min(a, b), Math.max(a, b), name, `x${a}-${b}`)),
  );
  const words = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '😀', 'ש', '<'), maxLength: 40 });
  fc.assert(
    fc.property(words, marks, (text, list) => {
      const out = htmlText(markedText(text, list));
      const shown = out
        .replace(/<[^>]*>/g, '')
        .replaceAll('&lt;', '<')
        .replaceAll('\n', '');
      expect(shown).toBe(text);
      expect(out).not.toMatch(/<span[^>]*>[^<]*<span/);
    }),
  );
});
