/**
 * Dates as lists write them, read as EDTF. Refuses to guess: 03/04/2021 is read only in an order that the column shows or a
 * person names, and a year of two digits is not read. Months by name in English, Spanish, French, Russian, Ukrainian, Arabic.
 */
import type { DateOrder } from '../../record/victim-list.ts';
import { parseEdtf } from '../../record/when.ts';
import { monthNamed } from './month-names.ts';
import { asciiDigits, type CellReading, cannot, readAs } from './reading.ts';

/** How dates of a column are written. */
export interface DateRules {
  /** Null: not known. */
  readonly order: DateOrder | null;
  /** A bare number counts days as workbooks do. */
  readonly numbersAreDays: boolean;
}

/** What a date shows of the order that its column is written in; null: nothing. */
export type OrderShown = 'dmy' | 'mdy' | 'either' | null;

const NUMERIC = /^(\d{1,4})[./\- ](\d{1,2})[./\- ](\d{1,4})(?:[T ,]+\d{1,2}:\d{2}(?::\d{2})?.*)?$/;
const MONTH_OF_YEAR = /^(\d{1,2})[./-](\d{4})$/;
const DAY_FIRST =
  /^(\d{1,2})(?:st|nd|rd|th|\.)?\s+(?:de\s+)?([\p{L}\p{M}.]+)(?:\s+de)?,?\s+(\d{4})(?:\s*(?:г|р)\.?)?$/u;
const MONTH_FIRST = /^([\p{L}\p{M}.]+)\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u;
const MONTH_YEAR = /^([\p{L}\p{M}.]+)(?:\s+de)?,?\s+(\d{4})(?:\s*(?:г|р)\.?)?$/u;
const ABOUT =
  /^(?:c\.|ca\.?|circa|about|around|approx\.?|~|≈|около|прибл\.?|близько|hacia|vers|حوالي)\s*(.+)$/iu;
const UNTIL = /^(?:before|by|until|not after|до|antes de|avant|قبل)\s+(.+)$/iu;
const SINCE = /^(?:after|since|not before|после|після|después de|après|بعد)\s+(.+)$/iu;
const DECADE = /^(\d{3})0s$/;

const WHAT =
  'must be a date: 2021-03-04, 04/03/2021, March 2021, 2021, 2021-03~ (about) or 2021-02/2021-04 (between)';

/**
 * Reads a date.
 *
 * @param text as `cellText` gives it, not empty
 * @example
 * readDate('4.3.2021', { order: 'dmy', numbersAreDays: false }); // { kind: 'value', value: '2021-03-04' }
 */
export function readDate(text: string, rules: DateRules): CellReading {
  const plain = asciiDigits(text);
  if (/^\d{5}$/.test(plain)) return readSerial(Number(plain), rules);
  const edtf = /T\d/.test(plain) ? null : parseEdtf(plain);
  if (edtf !== null && !('message' in edtf)) return readAs(plain);
  const numeric = NUMERIC.exec(plain);
  if (numeric !== null) return readNumeric(numeric, rules);
  return readWorded(plain, rules);
}

/**
 * What a date shows of the order of its column.
 *
 * @example
 * orderShown('13/04/2021'); // 'dmy'
 * orderShown('03/04/2021'); // 'either'
 */
export function orderShown(text: string): OrderShown {
  const [, first = '', second = '', third = ''] = NUMERIC.exec(asciiDigits(text)) ?? [];
  if (third.length !== 4 || first.length > 2) return null;
  const [a, b] = [Number(first), Number(second)];
  if (a > 31 || b > 31 || a < 1 || b < 1 || (a > 12 && b > 12)) return null;
  if (a > 12) return 'dmy';
  if (b > 12) return 'mdy';
  return a === b ? null : 'either';
}

function readNumeric(
  [, first = '', second = '', third = '']: RegExpExecArray,
  { order }: DateRules,
): CellReading {
  if (first.length === 4) return dayOf(first, second, third);
  if (third.length !== 4 || first.length > 2)
    return cannot('must have a year of four digits: the century cannot be told from two');
  if (first === second) return dayOf(third, first, second);
  const shown = Number(first) > 12 ? 'dmy' : Number(second) > 12 ? 'mdy' : null;
  if (order === null && shown === null) return { kind: 'order' };
  if (shown !== null && order !== null && order !== 'ymd' && shown !== order)
    return cannot(
      `must be written as the others of the column are: ${order === 'dmy' ? 'day' : 'month'} first; here that is no month`,
    );
  const used = shown ?? order;
  return used === 'mdy' ? dayOf(third, first, second) : dayOf(third, second, first);
}

function dayOf(year: string, month: string, day: string): CellReading {
  const edtf = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const read = parseEdtf(edtf);
  return 'message' in read ? cannot(`${read.message}: there is no such day`) : readAs(edtf);
}

function readSerial(serial: number, { numbersAreDays }: DateRules): CellReading {
  if (!numbersAreDays)
    return cannot(
      'must be a date: this is a bare number, as a workbook counts days. Format the column as dates before you save it',
    );
  return readAs(new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10));
}

function readWorded(text: string, rules: DateRules): CellReading {
  const about = ABOUT.exec(text)?.[1];
  if (about !== undefined) return changed(readDate(about.trim(), rules), (edtf) => `${edtf}~`);
  const until = UNTIL.exec(text)?.[1];
  if (until !== undefined) return changed(readDate(until.trim(), rules), (edtf) => `../${edtf}`);
  const since = SINCE.exec(text)?.[1];
  if (since !== undefined) return changed(readDate(since.trim(), rules), (edtf) => `${edtf}/..`);
  const decade = DECADE.exec(text)?.[1];
  if (decade !== undefined) return readAs(`${decade}X`);
  const monthYear = MONTH_OF_YEAR.exec(text);
  if (monthYear !== null) {
    const edtf = `${monthYear[2]}-${(monthYear[1] ?? '').padStart(2, '0')}`;
    return 'message' in parseEdtf(edtf) ? cannot(WHAT) : readAs(edtf);
  }
  return readNamed(text);
}

function changed(read: CellReading, change: (edtf: string) => string): CellReading {
  if (read.kind !== 'value') return read;
  const edtf = change(read.value);
  return 'message' in parseEdtf(edtf) ? cannot(WHAT) : readAs(edtf);
}

function readNamed(text: string): CellReading {
  const [, day, name, year] = DAY_FIRST.exec(text) ?? [];
  const [, otherName, otherDay, otherYear] = MONTH_FIRST.exec(text) ?? [];
  const [, monthName, monthYear] = MONTH_YEAR.exec(text) ?? [];
  const month = monthNamed(name ?? otherName ?? monthName ?? '');
  if (month === null) return cannot(WHAT);
  const two = String(month).padStart(2, '0');
  if (year !== undefined) return dayOf(year, two, day ?? '');
  if (otherYear !== undefined) return dayOf(otherYear, two, otherDay ?? '');
  return readAs(`${monthYear}-${two}`);
}
