/**
 * The days that an EDTF level 1 string covers, as two whole numbers (20170401), so that days can be compared
 * fast. It reads days only: times of day are cut off, qualifiers (`?`, `~`, `%`) widen nothing, seasons are unknown.
 */

/** Before every day: the start of an unknown or open span. */
export const FIRST_DAY = 0;
/** After every day: the end of an unknown or open span. */
export const LAST_DAY = 99_999_999;

/**
 * The first day of the span as YYYYMMDD; `FIRST_DAY` when the string is null, open or not understood.
 *
 * @example
 * earliestDay('2017-04'); // 20170401
 */
export function earliestDay(edtf: string | null): number {
  if (edtf === null) return FIRST_DAY;
  const exact = exactDay(edtf);
  if (exact >= 0) return exact;
  const slash = edtf.indexOf('/');
  return coarseDay(slash < 0 ? edtf : edtf.slice(0, slash), 'first');
}

/**
 * The last day of the span as YYYYMMDD; `LAST_DAY` when the string is null, open or not understood. A month
 * ends on 31 here: the number is for comparing, not for showing.
 *
 * @example
 * latestDay('2017-04'); // 20170431
 */
export function latestDay(edtf: string | null): number {
  if (edtf === null) return LAST_DAY;
  const exact = exactDay(edtf);
  if (exact >= 0) return exact;
  const slash = edtf.indexOf('/');
  return coarseDay(slash < 0 ? edtf : edtf.slice(slash + 1), 'last');
}

/**
 * Writes such a number as an ISO day, a month's end as its real last day; null for `FIRST_DAY` and `LAST_DAY`.
 *
 * @example
 * isoDay(20170431); // '2017-04-30'
 */
export function isoDay(day: number): string | null {
  if (day === FIRST_DAY || day === LAST_DAY) return null;
  const year = Math.floor(day / 10_000);
  const month = Math.floor(day / 100) % 100;
  const within = Math.min(day % 100, daysIn(year, month));
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(within).padStart(2, '0')}`;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** `2017-04-01`, alone or followed by a time of day; -1 for anything else. */
function exactDay(text: string): number {
  if (text.length < 10 || text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return -1;
  if (text.length > 10 && text.charCodeAt(10) !== 84) return -1;
  let day = 0;
  for (let at = 0; at < 10; at++) {
    if (at === 4 || at === 7) continue;
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    day = day * 10 + digit;
  }
  return day;
}

const PARTS = /^([0-9X]{4})(?:-([0-9X]{2}))?(?:-([0-9X]{2}))?$/;

function coarseDay(text: string, end: 'first' | 'last'): number {
  const unknown = end === 'first' ? FIRST_DAY : LAST_DAY;
  const parts = PARTS.exec(text.replace(/[?~%]/g, '').replace(/T.*$/, ''));
  if (parts === null) return unknown;
  const year = fill(parts[1] ?? '', end === 'first' ? '0' : '9');
  const month = bounded(parts[2], end, 12);
  if (month === null) return unknown;
  const day = bounded(parts[3], end, 31);
  return day === null ? unknown : year * 10_000 + month * 100 + day;
}

/** A month or day that may be absent or hold X; null when out of range (a season). */
function bounded(part: string | undefined, end: 'first' | 'last', most: number): number | null {
  if (part === undefined || part === 'XX') return end === 'first' ? 1 : most;
  const value = fill(part, end === 'first' ? '0' : '9');
  if (part.includes('X')) return Math.min(Math.max(value, 1), most);
  return value >= 1 && value <= most ? value : null;
}

function fill(part: string, digit: string): number {
  return Number(part.replaceAll('X', digit));
}
