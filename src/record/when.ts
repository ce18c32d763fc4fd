/**
 * Uncertain time: an EDTF level 1 string (ISO 8601-2) plus what a span means. The profile is that of
 * docs/vocabulary.md#when: days, months, years, masked digits at the end, qualifiers ? ~ %, intervals with open or
 * unknown ends. It refuses seasons (libraries give them months by a rule of their own), sets, level 2 and years
 * outside 0000 to 9999. Read by hand rather than by the `edtf` library, whose import takes 26 ms and whose answers
 * for unknown starts and level 2 mislead; when.test.ts holds both to the same answers.
 */
import { type Field, noteFault, object, oneOf } from './fields.ts';
import { type Fault, OnRecordError } from './onrecord-error.ts';

const EXTENTS = ['throughout', 'within'] as const;
/** `throughout`: on every day of the span. `within`: on at least one day inside it. */
export type Extent = (typeof EXTENTS)[number];

/** EDTF level 1 without seasons; UTC days. See docs/vocabulary.md#when. */
export interface When {
  readonly edtf: string;
  readonly extent: Extent;
}

/** First and last day that a time can mean: ISO days, UTC, both inclusive; null where open or unknown. */
export interface DayRange {
  readonly earliest: string | null;
  readonly latest: string | null;
}

const DATE = /^(\d{4}|\d{3}X|\d{2}XX)(?:-(\d\d|XX)(?:-(\d\d|XX))?)?([?~%])?$/;
const INSTANT = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d(?::?\d\d)?)?$/;
const DAY_MS = 86_400_000;

/** Reads an EDTF string. */
export const edtfField: Field<string> = (value, at, faults) => {
  const read = typeof value === 'string' ? parseEdtf(value) : notText;
  if ('message' in read) noteFault(faults, at, read.message);
  return value as string;
};
const notText: Fault = { path: '', message: 'must be an EDTF date such as 2017-02-28' };

/** Reads a time and its extent. */
export const whenField: Field<When> = object<When>({ edtf: edtfField, extent: oneOf(EXTENTS) });

/**
 * Makes a time.
 *
 * @throws OnRecordError `invalid-record` when the string is outside the profile
 * @example
 * when('2017-02-25/2017-02-28', 'within'); // { edtf: '2017-02-25/2017-02-28', extent: 'within' }
 */
export function when(edtf: string, extent: Extent): When {
  const faults: Fault[] = [];
  const made = whenField({ edtf, extent }, { path: '', key: 'when' }, faults);
  const [first] = faults;
  if (first !== undefined)
    throw new OnRecordError('invalid-record', `Not a time: ${first.message}.`, { faults });
  return made;
}

/**
 * The days an EDTF string can mean, or what is wrong with it.
 *
 * @example
 * parseEdtf('2017-02'); // { earliest: '2017-02-01', latest: '2017-02-28' }
 * parseEdtf('/2017-04'); // { earliest: null, latest: '2017-04-30' }
 * parseEdtf('2017-24'); // { path: '', message: 'must not be a season: …' }
 */
export function parseEdtf(edtf: string): DayRange | Fault {
  if (!edtf.includes('/')) return parseDate(edtf);
  const ends = edtf.split('/');
  if (ends.length > 2) return fault('must have at most one "/": an interval has a start and an end');
  const [start = '', end = ''] = ends;
  const from = parseEnd(start);
  const to = parseEnd(end);
  if ('message' in from) return from;
  if ('message' in to) return to;
  if (from.earliest === null && to.latest === null)
    return fault('must name a day, month or year at one end at least');
  if (from.earliest !== null && to.latest !== null && from.earliest > to.latest) {
    return fault('must not end before it starts');
  }
  return Object.freeze({ earliest: from.earliest, latest: to.latest });
}

/**
 * The first day a time can mean: ISO day, UTC; null when open or unknown.
 *
 * @throws OnRecordError `invalid-record` when it is no EDTF of the profile
 * @example
 * earliestDay('2017-03'); // '2017-03-01'
 */
export function earliestDay(time: When | string): string | null {
  return range(time).earliest;
}

/**
 * The last day a time can mean: ISO day, UTC; null when open or unknown.
 *
 * @throws OnRecordError `invalid-record` when it is no EDTF of the profile
 * @example
 * latestDay({ edtf: '2017-03', extent: 'within' }); // '2017-03-31'
 */
export function latestDay(time: When | string): string | null {
  return range(time).latest;
}

/**
 * Cuts the end of a past event at the day its report was published: what is told had happened by then. A time
 * that starts after publication is something announced and stays as it is.
 *
 * @param publishedAt EDTF; null when unknown: nothing is cut
 * @example
 * cutAtPublication(when('2017-03', 'within'), '2017-03-15').edtf; // '2017-03-01/2017-03-15'
 */
export function cutAtPublication(time: When, publishedAt: string | null): When {
  const published = publishedAt === null ? null : latestDay(publishedAt);
  if (published === null) return time;
  const { earliest, latest } = range(time);
  if (latest !== null && latest <= published) return time;
  if (earliest !== null && earliest > published) return time;
  const [start = '', end] = time.edtf.split('/');
  const qualifier = /[?~%]$/.exec(start)?.[0] ?? '';
  const from = end === undefined ? `${earliest ?? ''}${qualifier}` : start;
  return when(from === published ? published : `${from}/${published}`, time.extent);
}

function range(time: When | string): DayRange {
  const edtf = typeof time === 'string' ? time : time.edtf;
  const read = parseEdtf(edtf);
  if (!('message' in read)) return read;
  throw new OnRecordError('invalid-record', `Not a time: ${read.message}.`, { faults: [read] });
}

function parseEnd(end: string): DayRange | Fault {
  return end === '' || end === '..' ? Object.freeze({ earliest: null, latest: null }) : parseDate(end);
}

/** One date, not an interval. */
function parseDate(text: string): DayRange | Fault {
  const parts = DATE.exec(text);
  if (parts === null) return parseInstant(text);
  const [, year = '', month, day, qualifier] = parts;
  if (qualifier !== undefined && text.includes('X'))
    return fault('must not carry both unknown digits and a qualifier');
  if (year.includes('X')) {
    if (month !== undefined) return fault('must not name a month when digits of the year are unknown');
    return Object.freeze({
      earliest: `${year.replaceAll('X', '0')}-01-01`,
      latest: `${year.replaceAll('X', '9')}-12-31`,
    });
  }
  if (month === undefined) return Object.freeze({ earliest: `${year}-01-01`, latest: `${year}-12-31` });
  if (month === 'XX') {
    if (day !== undefined && day !== 'XX') return fault('must not name a day when the month is unknown');
    return Object.freeze({ earliest: `${year}-01-01`, latest: `${year}-12-31` });
  }
  const last = lastDayOf(Number(year), Number(month));
  if (last === null) return monthFault(Number(month));
  if (day === undefined || day === 'XX') {
    return Object.freeze({ earliest: `${year}-${month}-01`, latest: `${year}-${month}-${last}` });
  }
  if (Number(day) < 1 || Number(day) > last) return fault(`must name a day from 01 to ${last} in that month`);
  return Object.freeze({ earliest: `${year}-${month}-${day}`, latest: `${year}-${month}-${day}` });
}

/** Days in a month; null when there is no such month. */
function lastDayOf(year: number, month: number): number | null {
  if (month < 1 || month > 12) return null;
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function monthFault(month: number): Fault {
  if (month < 21 || month > 41) return fault('must name a month from 01 to 12');
  return fault('must not be a season: write the months it means, for example 2017-03/2017-05');
}

/** An instant stands for its UTC day. Without a zone its day is taken as written. */
function parseInstant(text: string): DayRange | Fault {
  const parts = INSTANT.exec(text);
  if (parts === null)
    return fault('must be an EDTF date of level 1: 2017-02-28, 2017-02, 2017, 2017-02~ or 2017-02/2017-04');
  const [, date = '', hour = '', minute = '', second = '00', zone = 'Z'] = parts;
  const day = parseDate(date);
  if ('message' in day) return day;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59)
    return fault('must name a time from 00:00:00 to 23:59:59');
  const utc = shiftDay(date, Number(hour) * 60 + Number(minute) - offsetMinutes(zone));
  return utc === null
    ? fault('must name a year from 0000 to 9999')
    : Object.freeze({ earliest: utc, latest: utc });
}

function offsetMinutes(zone: string): number {
  if (zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3).replace(':', ''));
  return zone.startsWith('-') ? -minutes : minutes;
}

/** The UTC day that lies so many minutes after the start of a day; null outside the years 0000 to 9999. */
function shiftDay(day: string, minutes: number): string | null {
  const days = Math.floor((minutes * 60_000) / DAY_MS);
  const shifted = new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString();
  return /^\d{4}-/.test(shifted) ? shifted.slice(0, 10) : null;
}

function fault(message: string): Fault {
  return Object.freeze({ path: '', message });
}
