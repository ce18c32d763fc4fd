import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blockedText, boxesText, readBoxes, readSpans, spansText } from './redaction.ts';

test('blocks keep every place: as many code points, the same lines, nothing left of what was taken out', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(40), fc.nat(40), (text, start, length) => {
      const span = { start, end: start + length };
      const blocked = blockedText(text, [span]);
      const [before, after] = [[...text], [...blocked]];
      expect(after.length).toBe(before.length);
      for (const [at, point] of before.entries())
        expect(after[at]).toBe(at >= span.start && at < span.end && point !== '\n' ? '█' : point);
    }),
  );
});

test('spans and boxes are read as they are written, and nothing else is', () => {
  const spans = [
    { start: 10, end: 20 },
    { start: 35, end: 40 },
  ];
  expect(readSpans(spansText(spans))).toEqual(spans);
  const boxes = [{ page: 2, x: 1.5, y: 0, width: 10, height: 3 }];
  expect(readBoxes(boxesText(boxes))).toEqual(boxes);
  for (const wrong of ['5', '9-3', '3-3', 'a-b', '-1-4']) expect(readSpans(wrong), wrong).toBeNull();
  for (const wrong of ['1,2,3,4', '0,1,1,5,5', '1,1,1,0,5', '1,-1,1,5,5', '1.5,1,1,5,5', '1,1,1,5,x'])
    expect(readBoxes(wrong), wrong).toBeNull();
  expect(readSpans('')).toEqual([]);
  expect(readBoxes('')).toEqual([]);
});
