/**
 * A publication date as a file states it, reduced to an EDTF day. An instant with a zone becomes its UTC day;
 * a date without a zone stays the day it names. Refuses what names no one day ("2017-05", "05/06/2017"):
 * null, and the fault says why. Never guesses from file names or file dates.
 */

/** The day, or why there is none. A day in the future is kept; the note says so. */
export interface StatedDate {
  /** "2017-05-18"; null when the statement names no possible day. */
  readonly day: string | null;
  readonly note: string | null;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const ISO =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?$/i;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?$/;
const DAY_FIRST =
  /^(?:\p{L}{2,9}\.?,?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+(\p{L}{3,9})\.?,?\s+(\d{4})(?:,?\s+(?:at\s+)?(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(Z|UT|UTC|GMT|[+-]\d{2}:?\d{2})?.*)?$/iu;
const MONTH_FIRST =
  /^(?:\p{L}{3,9}\.?,?\s+)?(\p{L}{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:\b.*)?$/iu;
/** The shape of a post archive: "Thu May 18 10:21:00 +0000 2017". */
const POST_ARCHIVE = /^\p{L}{3}\s+(\p{L}{3})\s+(\d{1,2})\s+(\d{2}):(\d{2}):(\d{2})\s+([+-]\d{4})\s+(\d{4})$/u;

interface Clocked {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour?: number;
  readonly minute?: number;
  readonly zone?: string;
}

function monthNumber(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function zoneMinutes(zone: string): number {
  const parts = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  if (parts === null) return 0;
  const minutes = Number(parts[2]) * 60 + Number(parts[3] ?? '0');
  return parts[1] === '-' ? -minutes : minutes;
}

function number(text: string | undefined): number {
  return text === undefined ? 0 : Number(text);
}

function parse(text: string): Clocked | null {
  const iso = ISO.exec(text);
  if (iso !== null) {
    const clocked = {
      year: number(iso[1]),
      month: number(iso[2]),
      day: number(iso[3]),
      hour: number(iso[4]),
    };
    return { ...clocked, minute: number(iso[5]), ...(iso[7] === undefined ? {} : { zone: iso[7] }) };
  }
  const compact = COMPACT.exec(text);
  if (compact !== null)
    return { year: number(compact[1]), month: number(compact[2]), day: number(compact[3]) };
  const post = POST_ARCHIVE.exec(text);
  if (post !== null) {
    const clocked = { year: number(post[7]), month: monthNumber(post[1] ?? ''), day: number(post[2]) };
    return { ...clocked, hour: number(post[3]), minute: number(post[4]), zone: post[6] ?? 'Z' };
  }
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst !== null) {
    const clocked = {
      year: number(dayFirst[3]),
      month: monthNumber(dayFirst[2] ?? ''),
      day: number(dayFirst[1]),
    };
    const zone = dayFirst[7] === undefined ? {} : { zone: dayFirst[7] };
    return { ...clocked, hour: number(dayFirst[4]), minute: number(dayFirst[5]), ...zone };
  }
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst === null) return null;
  return { year: number(monthFirst[3]), month: monthNumber(monthFirst[1] ?? ''), day: number(monthFirst[2]) };
}

function isPossible({ year, month, day, hour = 0, minute = 0 }: Clocked): boolean {
  if (month < 1 || month > 12 || day < 1 || year < 1400 || hour > 24 || minute > 59) return false;
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/**
 * Reads one stated date.
 *
 * @param stated as found in the file: ISO 8601, RFC 5322, "18 May 2017", "May 18, 2017"
 * @param now to note a date in the future
 * @example
 * readStatedDate('2017-05-18T23:30:00-04:00', new Date('2026-01-01')).day // '2017-05-19'
 */
export function readStatedDate(stated: string, now: Date): StatedDate {
  const text = stated.normalize('NFKC').replace(/\s+/g, ' ').trim();
  if (text === '') return { day: null, note: null };
  const shown = text.slice(0, 40);
  const clocked = parse(text);
  if (clocked === null)
    return { day: null, note: `The stated date "${shown}" names no one day that could be read.` };
  if (!isPossible(clocked)) return { day: null, note: `The stated date "${shown}" does not exist.` };
  const { year, month, day, hour = 0, minute = 0, zone } = clocked;
  const offset = zone === undefined ? null : zoneMinutes(zone);
  const at = Date.UTC(
    year,
    month - 1,
    day,
    offset === null ? 0 : hour,
    offset === null ? 0 : minute - offset,
  );
  const utcDay = new Date(at).toISOString().slice(0, 10);
  // A day of grace: no place on earth is further than 14 hours ahead of UTC.
  const isFuture = at > now.getTime() + 86_400_000;
  return {
    day: utcDay,
    note: isFuture ? `The stated date ${utcDay} lies in the future; it is kept as stated.` : null,
  };
}

/**
 * Takes the first of several statements that names a day; faults of the others are kept as notes only when
 * none does.
 *
 * @example
 * firstStatedDate([null, '2017-02-30', '2017-05-18'], new Date('2026-01-01')).day // '2017-05-18'
 */
export function firstStatedDate(statements: readonly (string | null | undefined)[], now: Date): StatedDate {
  let fault: string | null = null;
  for (const stated of statements) {
    if (stated === null || stated === undefined) continue;
    const read = readStatedDate(stated, now);
    if (read.day !== null) return read;
    fault ??= read.note;
  }
  return { day: null, note: fault };
}
