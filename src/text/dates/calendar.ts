/**
 * Partial calendar dates and the EDTF level 1 strings for them (ISO 8601-2; no seasons, no level 2). Days are
 * UTC days. All arithmetic goes through explicit instants: the room has no clock.
 */

/** A day, a month (day null) or a year (month null). */
export interface PartialDate {
  readonly year: number;
  /** 1 to 12; null when only the year is known. */
  readonly month: number | null;
  /** 1 to 31; null when only the month is known. */
  readonly day: number | null;
  readonly approximate: boolean;
}

/** From a date to a date; null at the beginning is an open or unknown one. */
export interface DateSpan {
  readonly from: PartialDate | null;
  readonly to: PartialDate | null;
}

const DAY_MS = 86_400_000;

/** The day of a date as a count of days since 1970; months and years give their first day. */
export function firstDayOf(date: PartialDate): number {
  return Date.UTC(date.year, (date.month ?? 1) - 1, date.day ?? 1) / DAY_MS;
}

/** The last day that a partial date can be. */
export function lastDayOf(date: PartialDate): number {
  if (date.day !== null) return firstDayOf(date);
  if (date.month !== null) return Date.UTC(date.year, date.month, 0) / DAY_MS;
  return Date.UTC(date.year, 11, 31) / DAY_MS;
}

/** The date of a count of days since 1970. */
export function dateOfDay(day: number): PartialDate {
  const at = new Date(day * DAY_MS);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, day: at.getUTCDate(), approximate: false };
}

/** 0 (Sunday) to 6. */
export function weekdayOf(day: number): number {
  return new Date(day * DAY_MS).getUTCDay();
}

/** A date so many months away; whole months only. */
export function shiftMonths(date: PartialDate, months: number): PartialDate {
  const index = date.year * 12 + ((date.month ?? 1) - 1) + months;
  return {
    year: Math.floor(index / 12),
    month: (((index % 12) + 12) % 12) + 1,
    day: null,
    approximate: false,
  };
}

/** Whether there is such a day. */
export function isRealDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/**
 * EDTF of one date.
 *
 * @example
 * edtfOf({ year: 2017, month: 2, day: null, approximate: true }); // '2017-02~'
 */
export function edtfOf(date: PartialDate): string {
  const month = date.month === null ? '' : `-${two(date.month)}`;
  const day = date.day === null ? '' : `-${two(date.day)}`;
  return `${String(date.year).padStart(4, '0')}${month}${day}${date.approximate ? '~' : ''}`;
}

/**
 * EDTF of a span; a single date when both ends are one, approximate where either is ("March until early March").
 *
 * @example
 * edtfOfSpan({ from: null, to: { year: 2017, month: 5, day: 18, approximate: false } }); // '../2017-05-18'
 */
export function edtfOfSpan(span: DateSpan): string {
  const from = span.from === null ? '..' : edtfOf(span.from);
  const to = span.to === null ? '..' : edtfOf(span.to);
  if (from.replace('~', '') === to.replace('~', '')) return from.length > to.length ? from : to;
  return `${from}/${to}`;
}

/** A full ISO day at the beginning of an EDTF string; null when it names no single day. */
export function dayOfEdtf(edtf: string | null): PartialDate | null {
  const match = edtf === null ? null : /^(\d{4})-(\d{2})-(\d{2})(?:$|[T~?%])/.exec(edtf);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return isRealDay(year, month, day) ? { year, month, day, approximate: false } : null;
}
