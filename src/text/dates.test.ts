import edtf from 'edtf';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DATE_CASES } from './dates.cases.ts';
import { datesIn } from './dates.ts';

const PUBLISHED = '2017-05-18';

test.each(DATE_CASES)('%s', (text, words, expected, extent) => {
  const [found] = datesIn(text, PUBLISHED);
  expect(found === undefined ? '' : text.slice(found.start, found.end)).toBe(words);
  expect(found?.when?.edtf ?? '–').toBe(expected);
  expect(found?.when?.extent ?? '–').toBe(extent);
});

test.each(['yesterday', 'on Tuesday', 'last week', 'in March', 'over the last two months', 'since March'])(
  '%s is found but not placed when the day of publication is unknown',
  (text) => {
    const [found] = datesIn(text, null);
    expect(found?.when).toBeNull();
  },
);

test('a date written out in full needs no day of publication', () => {
  expect(datesIn('on 28 February 2017', null)[0]?.when?.edtf).toBe('2017-02-28');
});

const PIECES = fc.constantFrom(
  'last',
  'week',
  'month',
  'Tuesday',
  'May',
  'March',
  '5',
  '28',
  '2017',
  'since',
  'between',
  'and',
  'early',
  'the',
  'past',
  'two',
  'months',
  'ago',
  'yesterday',
  ',',
  '-',
  'from',
  'to',
  'until',
  '1999',
  '30 February',
  'this',
  'year',
  '.',
  'in',
  'April',
);

test('every date is EDTF level 1, inside the text, and without a year of its own never later than publication', () => {
  fc.assert(
    fc.property(fc.array(PIECES, { maxLength: 12 }), (pieces) => {
      const text = pieces.join(' ');
      for (const { start, end, when } of datesIn(text, PUBLISHED)) {
        const spelled = /\b\d{4}\b/.test(text.slice(start, end));
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        if (when === null) continue;
        expect(() => edtf(when.edtf, { level: 1 })).not.toThrow();
        if (spelled) continue;
        const last = when.edtf.split('/').at(-1) ?? '';
        expect(last.replace('~', '') <= PUBLISHED.slice(0, last.replace('~', '').length)).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});
