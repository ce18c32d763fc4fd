import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  codePointIndex,
  codePointLength,
  sliceCodePoints,
  toCodePoints,
  toCodeUnits,
} from './code-points.ts';

const anyText = fc.string({
  unit: fc.oneof(
    fc.constantFrom('a', 'é', 'Ч', '👩', '🏽', '\ud83d', '\udc69'),
    fc.string({ unit: 'binary' }),
  ),
});

test('counts code points as W3C Web Annotation §4.2.4 asks, not code units', () => {
  expect(codePointLength('“Чечня” 👩🏽‍⚖️ said')).toBe(18);
  expect(codePointLength('')).toBe(0);
});

test('agrees with the iterator of strings on every text, unpaired surrogates included', () => {
  fc.assert(
    fc.property(anyText, fc.nat(40), fc.nat(40), (text, a, b) => {
      const points = [...text];
      expect(codePointLength(text)).toBe(points.length);
      expect(sliceCodePoints(text, a, b)).toBe(a < b ? points.slice(a, b).join('') : '');
      expect(codePointIndex(text).length).toBe(points.length);
    }),
  );
});

test('there and back again is the same offset', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const index = codePointIndex(text);
      for (let at = 0; at <= index.length; at += 1) expect(index.toCodePoint(index.toUnit(at))).toBe(at);
    }),
  );
});

test.each([
  ['inside a pair belongs to the pair', '👩b', 1, 0],
  ['after a pair', '👩b', 2, 1],
  ['beyond the end is the end', '👩b', 99, 2],
  ['before the start is the start', '👩b', -3, 0],
])('a unit offset %s', (_, text, unit, expected) => {
  expect(toCodePoints(text, unit)).toBe(expected);
});

test('a code point offset outside the text is its nearest end', () => {
  expect(toCodeUnits('👩b', 99)).toBe(3);
  expect(toCodeUnits('👩b', -1)).toBe(0);
});

test('long texts of equal length do not share an index', () => {
  const plain = 'x'.repeat(9000);
  const astral = `${'x'.repeat(4000)}👩${'x'.repeat(4998)}`;
  expect(plain.length).toBe(astral.length);
  expect(codePointIndex(plain).length).toBe(9000);
  expect(codePointIndex(astral).length).toBe(8999);
  expect(codePointIndex(plain).toUnit(8000)).toBe(8000);
  expect(codePointIndex(astral).toUnit(8000)).toBe(8001);
});
