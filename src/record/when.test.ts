import edtf from 'edtf';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { OnRecordError } from './onrecord-error.ts';
import { cutAtPublication, earliestDay, latestDay, parseEdtf, when } from './when.ts';

test.each([
  ['2017-02-28', '2017-02-28', '2017-02-28'],
  ['2017-02', '2017-02-01', '2017-02-28'],
  ['2016-02', '2016-02-01', '2016-02-29'],
  ['1900-02', '1900-02-01', '1900-02-28'],
  ['2017', '2017-01-01', '2017-12-31'],
  ['2017-03-XX', '2017-03-01', '2017-03-31'],
  ['2017-XX-XX', '2017-01-01', '2017-12-31'],
  ['2017-XX', '2017-01-01', '2017-12-31'],
  ['201X', '2010-01-01', '2019-12-31'],
  ['20XX', '2000-01-01', '2099-12-31'],
  ['2017-02~', '2017-02-01', '2017-02-28'],
  ['2017-02-28?', '2017-02-28', '2017-02-28'],
  ['2017%', '2017-01-01', '2017-12-31'],
  ['2017-02-25/2017-03-01', '2017-02-25', '2017-03-01'],
  ['2017-02~/2017-04', '2017-02-01', '2017-04-30'],
  ['../2017-04', null, '2017-04-30'],
  ['2017-02/..', '2017-02-01', null],
  ['/2017-04', null, '2017-04-30'],
  ['2017-02/', '2017-02-01', null],
  ['2017-05-18T23:30:00-04:00', '2017-05-19', '2017-05-19'],
  ['2017-05-18T01:30:00+03:00', '2017-05-17', '2017-05-17'],
  ['2017-05-18T01:30:00Z', '2017-05-18', '2017-05-18'],
])('%s is from %s to %s', (text, earliest, latest) => {
  expect(parseEdtf(text)).toEqual({ earliest, latest });
});

test.each([
  ['2017-21', /season/],
  ['2017-24', /season/],
  ['2017-03/2017-24', /season/],
  ['[2017-02-25..2017-03-01]', /level 1/],
  ['{2017,2018}', /level 1/],
  ['2017-0X', /level 1/],
  ['2017-?04', /level 1/],
  ['2017-13', /month/],
  ['2017-00', /month/],
  ['2017-02-30', /28/],
  ['2017-02-00', /28/],
  ['2017-02-29', /28/],
  ['201X-05', /year/],
  ['2017-XX-05', /month/],
  ['2017-04/2017-02', /end before/],
  ['/', /one end/],
  ['../..', /one end/],
  ['2017/2018/2019', /one "\/"/],
  ['', /level 1/],
  ['last week', /level 1/],
  ['18.05.2017', /level 1/],
  ['2017-05-18T25:00:00Z', /time/],
  [' 2017', /level 1/],
  ['2017-03-XX?', /both/],
  ['Y17000', /level 1/],
  ['9999-12-31T23:30:00-01:00', /year/],
  ['0000-01-01T00:30:00+01:00', /year/],
])('%s is refused with a reason', (text, reason) => {
  const read = parseEdtf(text);
  expect('message' in read ? read.message : read).toMatch(reason);
});

const date = fc
  .record({
    year: fc.integer({ min: 1, max: 9999 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
    parts: fc.integer({ min: 1, max: 3 }),
    mark: fc.constantFrom('', '?', '~', '%'),
  })
  .map(({ year, month, day, parts, mark }) => {
    const whole = [
      String(year).padStart(4, '0'),
      String(month).padStart(2, '0'),
      String(day).padStart(2, '0'),
    ];
    return whole.slice(0, parts).join('-') + mark;
  });

/** The library's answer in whole UTC days; null when it refuses. */
function byLibrary(text: string): { earliest: string; latest: string } | null {
  try {
    const parsed = edtf(text, { level: 1 });
    return { earliest: isoDay(parsed.min), latest: isoDay(parsed.max) };
  } catch {
    return null;
  }
}

function isoDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

test('agrees with the edtf library on dates and closed intervals', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        date,
        fc.tuple(date, date).map((both) => both.sort().join('/')),
      ),
      (text) => {
        const ours = parseEdtf(text);
        const theirs = byLibrary(text);
        // The library takes 29 February in every year and answers 1 March: a day that does not exist is refused here.
        if (
          'message' in ours &&
          /must name a day from 01 to 28/.test(ours.message) &&
          text.includes('-02-29')
        )
          return;
        // The library also refuses an interval whose ends overlap, such as 2017/2017; that one is harmless.
        if (theirs === null && text.includes('/')) return;
        expect('message' in ours ? null : ours).toEqual(theirs);
      },
    ),
    { numRuns: 3000 },
  );
});

test('a time outside the profile is thrown with its fault', () => {
  expect(() => when('2017-24', 'within')).toThrow(/season/);
  expect(() => when('2017', 'sometimes' as 'within')).toThrow(OnRecordError);
  expect(() => earliestDay('yesterday')).toThrow(OnRecordError);
  expect(when('2017', 'within')).toEqual({ edtf: '2017', extent: 'within' });
});

test.each([
  ['2017-03', '2017-03-15', '2017-03-01/2017-03-15'],
  ['2017-03~', '2017-03-15', '2017-03-01~/2017-03-15'],
  ['2017-02~/2017-05', '2017-03-15', '2017-02~/2017-03-15'],
  ['2017-02/..', '2017-03-15', '2017-02/2017-03-15'],
  ['../2018', '2017-03-15', '../2017-03-15'],
  ['2017-03-15/..', '2017-03-15', '2017-03-15'],
  ['2017-02', '2017-03-15', '2017-02'],
  ['2017-06', '2017-03-15', '2017-06'],
  ['2017', '2017-03', '2017-01-01/2017-03-31'],
  ['2017', null, '2017'],
  ['2017', '2017-02/..', '2017'],
])('%s reported on %s becomes %s', (edtfText, published, expected) => {
  const cut = cutAtPublication(when(edtfText, 'within'), published);
  expect(cut).toEqual({ edtf: expected, extent: 'within' });
});

test('after the cut nothing past lies after publication', () => {
  fc.assert(
    fc.property(date, date, (event, published) => {
      fc.pre(!('message' in parseEdtf(event)) && !('message' in parseEdtf(published)));
      const cut = cutAtPublication(when(event, 'within'), published);
      const announced = (earliestDay(event) ?? '') > (latestDay(published) ?? '');
      expect(announced || (latestDay(cut) ?? '9') <= (latestDay(published) ?? '')).toBe(true);
      expect(earliestDay(cut)).toBe(earliestDay(event));
    }),
  );
});
