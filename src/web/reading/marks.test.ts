import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type MarkRole, marksOf, paragraphsOf, stretchesOf, type TextMark, unitsOf } from './marks.ts';

const ROLES: readonly MarkRole[] = ['content', 'speaker', 'cue', 'quantity'];

/** Letters of one and of two code units, marks that join, right to left, ends of lines. */
const letters = fc.array(fc.constantFrom('a', ' ', '\n', '🕯', 'ع', 'e\u0301', '𐍈', '.'), { maxLength: 60 });

const markedText = letters.chain((parts) => {
  const text = parts.join('');
  const place = fc.nat({ max: text.length });
  const mark = fc
    .tuple(place, place, fc.constantFrom(...ROLES), fc.nat({ max: 5 }))
    .map(([a, b, role, claim]): TextMark => ({ start: Math.min(a, b), end: Math.max(a, b), role, claim }));
  return fc.tuple(
    fc.constant(text),
    fc
      .array(mark, { maxLength: 12 })
      .map((marks) =>
        marks.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start || b.end - a.end),
      ),
  );
});

test('however marks overlap and nest: the stretches of a paragraph join to its text, and none is empty', () => {
  fc.assert(
    fc.property(markedText, ([text, marks]) => {
      for (const paragraph of paragraphsOf(text, marks)) {
        const stretches = stretchesOf(paragraph);
        expect(stretches.map((stretch) => stretch.text).join('')).toBe(paragraph.text);
        expect(stretches.every((stretch) => stretch.text !== '')).toBe(true);
        expect(text.slice(paragraph.start, paragraph.start + paragraph.text.length)).toBe(paragraph.text);
      }
    }),
  );
});

test('every letter stands under exactly the marks that cover it', () => {
  fc.assert(
    fc.property(markedText, ([text, marks]) => {
      for (const paragraph of paragraphsOf(text, marks)) {
        let unit = paragraph.start;
        for (const stretch of stretchesOf(paragraph))
          for (const _ of stretch.text.split('')) {
            const over = marks.filter(({ start, end }) => start <= unit && unit < end);
            expect(new Set(stretch.claims)).toEqual(new Set(over.map(({ claim }) => claim)));
            expect(new Set(stretch.roles)).toEqual(new Set(over.map(({ role }) => role)));
            unit += 1;
          }
      }
    }),
  );
});

test('a claim is numbered once for each passage, where it begins', () => {
  const text = 'One two three four';
  const mark = (start: number, end: number, claim: number): TextMark => ({
    start,
    end,
    claim,
    role: 'content',
  });
  const [paragraph] = paragraphsOf(text, [mark(0, 13, 0), mark(4, 18, 1), mark(4, 7, 2)]);
  const stretches = stretchesOf(paragraph!);
  expect(stretches.map((stretch) => [stretch.text, stretch.claims, stretch.opens])).toEqual([
    ['One ', [0], [0]],
    ['two', [0, 1, 2], [1, 2]],
    [' three', [0, 1], []],
    [' four', [1], []],
  ]);
});

test('places in code points never fall inside a letter of two code units', () => {
  fc.assert(
    fc.property(letters, (parts) => {
      const text = parts.join('');
      const unit = unitsOf(text);
      const points = [...text];
      points.forEach((letter, point) => {
        expect(text.slice(unit(point), unit(point + 1))).toBe(letter);
      });
      expect(unit(points.length)).toBe(text.length);
      expect(unit(points.length + 7)).toBe(text.length);
    }),
  );
});

test('no claim, no mark', () => {
  expect(marksOf('Nothing was said.', [], 'cap_1')).toEqual([]);
});
