import fc from 'fast-check';
import { expect, test } from 'vitest';
import { processorMs } from '../../test/fixtures/processor-time.ts';
import { QUANTITY_CASES } from './quantity.cases.ts';
import { quantitiesIn } from './quantity.ts';

function bounds(value: { low: number | null; best: number | null; high: number | null }): string {
  return [value.low, value.best, value.high].map((bound) => bound ?? '–').join('/');
}

test.each(QUANTITY_CASES)('%s', (text, expected) => {
  const found = quantitiesIn(text).map((mention) => [
    text.slice(mention.start, mention.end),
    mention.kind,
    bounds(mention.value),
    mention.value.comparator,
  ]);
  expect(found).toEqual(expected);
});

test('a family is counted as a family', () => {
  expect(quantitiesIn('three families fled')[0]?.value.unit).toBe('family');
  expect(quantitiesIn('three villagers fled')[0]?.value.unit).toBe('individual');
});

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

function spelled(n: number): string {
  if (n < 20) return UNITS[n] ?? '';
  if (n < 100) return `${TENS[Math.floor(n / 10) - 2] ?? ''}${n % 10 === 0 ? '' : `-${spelled(n % 10)}`}`;
  if (n < 1000)
    return `${spelled(Math.floor(n / 100))} hundred${n % 100 === 0 ? '' : ` and ${spelled(n % 100)}`}`;
  const thousands = `${spelled(Math.floor(n / 1000))} thousand`;
  const rest = n % 1000;
  return rest === 0
    ? thousands
    : rest < 100
      ? `${thousands} and ${spelled(rest)}`
      : `${thousands} ${spelled(rest)}`;
}

test('a spelled number reads back as itself', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 999_999 }), (n) => {
      expect(quantitiesIn(`${spelled(n)} people`)[0]?.n).toBe(n);
    }),
  );
});

const PIECES = fc.constantFrom(
  '26',
  'over',
  'at least',
  'two',
  'hundred',
  'men',
  '-',
  'to',
  'between',
  'and',
  '1,200',
  'May',
  'dozens of',
  '$',
  '.',
  ',',
  'million',
  'aged',
  "'s",
  '😀',
  '16-50',
  'killed',
  '%',
  'some',
  'a',
  'half',
);

test('low ≤ best ≤ high, whole, and every span lies inside the text in order', () => {
  fc.assert(
    fc.property(fc.array(PIECES, { maxLength: 14 }), (pieces) => {
      const text = pieces.join(' ');
      let last = 0;
      for (const { start, end, value } of quantitiesIn(text)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        last = end;
        const present = [value.low, value.best, value.high].filter((bound) => bound !== null);
        expect([...present].sort((a, b) => a - b)).toEqual(present);
        expect(present.every((bound) => Number.isInteger(bound) && bound >= 0)).toBe(true);
      }
    }),
  );
});

test.each([
  ['digits', '1'.repeat(1_000_000)],
  ['digits and spaces', '1 '.repeat(500_000)],
  ['spaces', ' '.repeat(1_000_000)],
  ['commas', '1,'.repeat(500_000)],
  ['hyphens', '1-'.repeat(500_000)],
])('a megabyte of %s is read in linear time', (_name, text) => {
  expect(processorMs(() => quantitiesIn(text))).toBeLessThan(4000);
});
