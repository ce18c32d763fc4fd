/**
 * Ages of people as lists state them: whole completed years, exact or a range. Two lists that name one person on different
 * days state different ages; what both fix is when the person was born, so ages are compared by that (docs/guide/lists.md).
 */
import type { Fault } from './onrecord-error.ts';
import { type DayRange, parseEdtf } from './when.ts';

/** Completed years; null: open on that side. Both ends are possible. */
export interface AgeRange {
  readonly low: number | null;
  readonly high: number | null;
}

/** The oldest age of a person that is known for certain is 122 years. */
export const OLDEST = 122;

const AGE = /^(\d{1,3})?(?:(\/)(\d{1,3})?)?$/;

/**
 * Reads an age in the form in which listings keep it: "34", "30/39", "18/" or "/17".
 *
 * @example
 * parseAge('30/39'); // { low: 30, high: 39 }
 * parseAge('140'); // { path: '', message: 'must be an age of at most 122 years' }
 */
export function parseAge(age: string): AgeRange | Fault {
  const [, first, slash, second] = AGE.exec(age) ?? [];
  if (first === undefined && second === undefined)
    return fault('must be an age in years: 34, 30/39, 18/ or /17');
  const low = first === undefined ? null : Number(first);
  const high = slash === undefined ? low : second === undefined ? null : Number(second);
  if ((low ?? 0) > OLDEST || (high ?? 0) > OLDEST) return fault(`must be an age of at most ${OLDEST} years`);
  if (low !== null && high !== null && low > high) return fault('must not end below where it starts');
  return Object.freeze({ low, high });
}

/**
 * Between which days somebody was born who had an age on a day: the first and last that fit.
 *
 * @param on EDTF; null or open ends leave the answer open
 * @example
 * bornBetween({ low: 34, high: 34 }, '2021-03-04'); // { earliest: '1986-03-05', latest: '1987-03-04' }
 */
export function bornBetween({ low, high }: AgeRange, on: string | null): DayRange {
  const days = on === null ? null : parseEdtf(on);
  if (days === null || 'message' in days) return Object.freeze({ earliest: null, latest: null });
  return Object.freeze({
    earliest: days.earliest === null || high === null ? null : shifted(days.earliest, -high - 1, 1),
    latest: days.latest === null || low === null ? null : shifted(days.latest, -low, 0),
  });
}

/**
 * The age that somebody born on a day or in a span had on another: the youngest and the oldest that fit.
 *
 * @param born EDTF
 * @param on EDTF
 * @example
 * ageOn('1987', '2021-03-04'); // { low: 33, high: 34 }
 */
export function ageOn(born: string, on: string): AgeRange {
  const [from, to] = [parseEdtf(born), parseEdtf(on)];
  if ('message' in from || 'message' in to) return Object.freeze({ low: null, high: null });
  return Object.freeze({
    low: from.latest === null || to.earliest === null ? null : years(from.latest, to.earliest),
    high: from.earliest === null || to.latest === null ? null : years(from.earliest, to.latest),
  });
}

/** Completed years between two ISO days; 0 where the second comes first. */
function years(born: string, on: string): number {
  const whole = Number(on.slice(0, 4)) - Number(born.slice(0, 4)) - (on.slice(5) < born.slice(5) ? 1 : 0);
  return Math.max(0, whole);
}

/** An ISO day so many years and days later; 29 February stands for 1 March in years without it. Null before the year 0. */
function shifted(day: string, byYears: number, byDays: number): string | null {
  const year = Number(day.slice(0, 4)) + byYears;
  if (year < 0) return null;
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCFullYear(year);
  at.setUTCDate(at.getUTCDate() + byDays);
  return at.toISOString().slice(0, 10);
}

function fault(message: string): Fault {
  return Object.freeze({ path: '', message });
}
