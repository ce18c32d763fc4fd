import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ageOn, bornBetween, parseAge } from './age.ts';

test.each([
  ['34', { low: 34, high: 34 }],
  ['0', { low: 0, high: 0 }],
  ['30/39', { low: 30, high: 39 }],
  ['18/', { low: 18, high: null }],
  ['/17', { low: null, high: 17 }],
])('the age %s', (text, age) => expect(parseAge(text)).toEqual(age));

test.each(['', '/', '34 years', '-1', '3.5', '39/30', '123', '150', '30/200', '10/20/30'])(
  '%j is no age',
  (text) => expect(parseAge(text)).toHaveProperty('message'),
);

test.each([
  ['34', '2021-03-04', '1986-03-05', '1987-03-04'],
  ['30/39', '2021-03', '1981-03-02', '1991-03-31'],
  ['18/', '2021-03-04', null, '2003-03-04'],
  ['/17', '2021-03-04', '2003-03-05', null],
  ['0', '2021-01-01', '2020-01-02', '2021-01-01'],
  ['34', '../2021', null, '1987-12-31'],
])('somebody aged %s on %s was born from %s to %s', (age, on, earliest, latest) => {
  const read = parseAge(age);
  if ('message' in read) throw new TypeError(read.message);
  expect(bornBetween(read, on)).toEqual({ earliest, latest });
});

test('without a day nothing is known of the birth', () => {
  expect(bornBetween({ low: 34, high: 34 }, null)).toEqual({ earliest: null, latest: null });
});

test.each([
  ['1987-03-04', '2021-03-04', 34, 34],
  ['1987-03-05', '2021-03-04', 33, 33],
  ['1987', '2021-03-04', 33, 34],
  ['1987-03-04', '2021', 33, 34],
])('born %s, on %s from %i to %i years old', (born, on, low, high) => {
  expect(ageOn(born, on)).toEqual({ low, high });
});

const days = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test('an age fits the birth that gave it, on whichever day it is stated', () => {
  fc.assert(
    fc.property(days, days, days, (born, one, other) => {
      for (const on of [one, other]) {
        if (on < born) continue;
        const age = ageOn(born, on);
        if ((age.high ?? 0) > 120 || born.endsWith('02-29')) continue;
        const { earliest, latest } = bornBetween(age, on);
        expect((earliest ?? '') <= born && born <= (latest ?? '9999')).toBe(true);
      }
    }),
  );
});
