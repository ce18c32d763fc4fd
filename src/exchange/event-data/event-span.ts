/**
 * When an event is said to have happened, as codes of others: UCDP `date_prec`, ACLED `time_precision`, HURIDOCS list 48. The
 * span is that of all claims that put the event forward; one claim without a time or with an open end leaves it open.
 */
import { polarityOf } from '../../reckon/polarity.ts';
import { earliestDay, latestDay } from '../../record/when.ts';
import type { FiledClaim } from '../record-file/record-file.ts';

export interface EventSpan {
  /** ISO days, UTC, both inclusive. */
  readonly start: string;
  readonly end: string;
  /** From 1 on. */
  readonly days: number;
  /** UCDP: 1 the day, 2 two to six days, 3 a week, 4 a month, 5 a year; null: longer than a year. */
  readonly ucdp: '1' | '2' | '3' | '4' | '5' | null;
  /** ACLED: 1 the day, 2 a week, 3 a month; null: not codable. */
  readonly acled: '1' | '2' | '3' | null;
  /** HURIDOCS: 01 estimate, 02 day unknown, 03 month and day unknown; null: exact. */
  readonly huridocs: '01' | '02' | '03' | null;
}

const DAY_MS = 86_400_000;

/**
 * The span of an event; null when it is not known at both ends.
 *
 * @param claims on the event, of any stance
 * @example
 * eventSpan(claims)?.ucdp; // '4'
 */
export function eventSpan(claims: readonly FiledClaim[]): EventSpan | null {
  const told = claims.filter(({ stance, when }) => polarityOf(stance) === 'for' && when !== null);
  const starts = told.flatMap(({ when }) => (when === null ? [] : (earliestDay(when) ?? [])));
  const ends = told.flatMap(({ when }) => (when === null ? [] : (latestDay(when) ?? [])));
  if (told.length === 0 || starts.length < told.length || ends.length < told.length) return null;
  const start = starts.toSorted()[0] ?? '';
  const end = ends.toSorted().at(-1) ?? '';
  const days = Math.round((Date.parse(end) - Date.parse(start)) / DAY_MS) + 1;
  return {
    start,
    end,
    days,
    ucdp: ucdpOf(days),
    acled: acledOf(days),
    huridocs: huridocsOf(start, end, days),
  };
}

function ucdpOf(days: number): EventSpan['ucdp'] {
  if (days === 1) return '1';
  if (days < 7) return '2';
  if (days === 7) return '3';
  if (days <= 31) return '4';
  return days <= 366 ? '5' : null;
}

function acledOf(days: number): EventSpan['acled'] {
  if (days === 1) return '1';
  if (days <= 7) return '2';
  return days <= 31 ? '3' : null;
}

function huridocsOf(start: string, end: string, days: number): EventSpan['huridocs'] {
  if (days === 1) return null;
  const [startYear, startMonth, startDay] = start.split('-');
  const [endYear, endMonth] = end.split('-');
  const lastDay = new Date(Date.parse(end) + DAY_MS).toISOString().endsWith('-01T00:00:00.000Z');
  if (startYear !== endYear || startDay !== '01' || !lastDay) return '01';
  if (startMonth === endMonth) return '02';
  return startMonth === '01' && endMonth === '12' ? '03' : '01';
}
