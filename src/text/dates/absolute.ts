/**
 * Dates written out: "28 February 2017", "May 5th", "late February", "2017-02-28", "14/05/2017", "3 JAN 90".
 * A missing year is the latest that is not after publication; without a publication day it stays unread.
 */
import type { Word } from '../words.ts';
import { type DateSpan, firstDayOf, isRealDay, type PartialDate } from './calendar.ts';
import { monthAt, weekdayAt } from './months.ts';

/** A date or span that was read at a token. */
export interface ReadDate {
  /** Null: it is a date, but cannot be placed in the calendar. */
  readonly span: DateSpan | null;
  /** First token after it. */
  readonly next: number;
}

/** What dates are read against. */
export interface DateContext {
  /** Day of publication; null when unknown. */
  readonly published: PartialDate | null;
  /** The words speak of what is to come ("will", "next"). */
  readonly future: boolean;
}

const FUZZ = new Set(['late', 'early', 'mid', 'around', 'about', 'circa', 'roughly', 'approximately']);

function low(words: readonly Word[], index: number): string {
  return words[index]?.low ?? '';
}

function single(date: PartialDate): DateSpan {
  return { from: date, to: date };
}

function dayNumberAt(words: readonly Word[], index: number): { day: number; next: number } | null {
  const raw = low(words, index);
  if (words[index]?.kind !== 'number' || !/^\d{1,2}$/.test(raw)) return null;
  const day = Number(raw);
  if (day < 1 || day > 31) return null;
  const suffix = /^(?:st|nd|rd|th|d)$/.test(low(words, index + 1)) && words[index + 1]?.gap === false;
  return { day, next: suffix ? index + 2 : index + 1 };
}

/** Four digits, or two after a full date ("3 JAN 90"); null when none stands there. */
function yearAt(
  words: readonly Word[],
  index: number,
  context: DateContext,
): { year: number; next: number } | null {
  const at = low(words, index) === ',' ? index + 1 : index;
  const raw = low(words, at);
  if (words[at]?.kind !== 'number') return null;
  if (/^(?:1[89]|20)\d\d$/.test(raw)) return { year: Number(raw), next: at + 1 };
  const after = words[at + 1];
  const closed = after === undefined || after.kind !== 'word' || after.low === 'at';
  if (at !== index || !/^\d\d$/.test(raw) || !closed) return null;
  const century = context.published === null ? 2030 : context.published.year;
  const year = 2000 + Number(raw);
  return { year: year > century ? year - 100 : year, next: at + 1 };
}

/** The year that "March" or "3 March" means without one. */
function guessYear(month: number, day: number | null, context: DateContext): number | null {
  const { published } = context;
  if (published === null) return null;
  const candidate: PartialDate = { year: published.year, month, day, approximate: false };
  const today = firstDayOf(published);
  const late = firstDayOf(candidate) > today;
  if (context.future) return late || month === published.month ? published.year : published.year + 1;
  return late ? published.year - 1 : published.year;
}

interface DayMonth {
  readonly month: number;
  readonly from: number | null;
  readonly to: number | null;
  readonly next: number;
}

/** "5 May", "5th of May", "5-7 May", "5 and 7 May". */
function dayThenMonth(words: readonly Word[], index: number): DayMonth | null {
  const first = dayNumberAt(words, index);
  if (first === null) return null;
  let next = first.next;
  let to = first.day;
  if (['-', '–', 'to', 'and'].includes(low(words, next))) {
    const second = dayNumberAt(words, next + 1);
    if (second === null) return null;
    to = second.day;
    next = second.next;
  }
  if (low(words, next) === 'of') next += 1;
  const month = monthAt(words, next);
  return month === null ? null : { month, from: first.day, to, next: next + 1 };
}

/** "May 5", "May 5-7", "May". */
function monthThenDay(words: readonly Word[], index: number): DayMonth | null {
  const month = monthAt(words, index);
  if (month === null) return null;
  const first = dayNumberAt(words, index + 1);
  if (first === null) return { month, from: null, to: null, next: index + 1 };
  const counted = words[first.next];
  if (
    counted?.kind === 'word' &&
    /^(?:people|men|women|civilians|soldiers|others|villagers|persons|children)$/.test(counted.low)
  ) {
    return { month, from: null, to: null, next: index + 1 };
  }
  const dash = ['-', '–'].includes(low(words, first.next)) ? dayNumberAt(words, first.next + 1) : null;
  return { month, from: first.day, to: dash?.day ?? first.day, next: dash?.next ?? first.next };
}

function placed(words: readonly Word[], found: DayMonth, context: DateContext, fuzzy: boolean): ReadDate {
  const explicit = yearAt(words, found.next, context);
  const useYear =
    explicit !== null && (found.from !== null || low(words, found.next) !== ',' || explicit.year > 1000);
  const year = useYear && explicit !== null ? explicit.year : guessYear(found.month, found.from, context);
  const next = useYear && explicit !== null ? explicit.next : found.next;
  if (year === null) return { span: null, next };
  if (found.from === null || found.to === null) {
    return { span: single({ year, month: found.month, day: null, approximate: fuzzy }), next };
  }
  if (!isRealDay(year, found.month, found.from) || !isRealDay(year, found.month, found.to))
    return { span: null, next };
  return {
    span: {
      from: { year, month: found.month, day: found.from, approximate: fuzzy },
      to: { year, month: found.month, day: found.to, approximate: fuzzy },
    },
    next,
  };
}

/** "2017-02-28" and "28/02/2017"; where day and month cannot be told apart only the year is kept. */
function numericDate(words: readonly Word[], index: number): ReadDate | null {
  const raw = words
    .slice(index, index + 5)
    .map((word) => word.low)
    .join('');
  if (words[index]?.kind !== 'number') return null;
  const iso = /^((?:19|20)\d\d)-(\d\d)-(\d\d)$/.exec(raw);
  if (iso !== null) return realDay(Number(iso[1]), Number(iso[2]), Number(iso[3]), index + 5);
  const slashed = /^(\d{1,2})[/-](\d{1,2})[/-]((?:19|20)\d\d)$/.exec(raw);
  const dotted = slashed ?? /^(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)$/.exec(low(words, index));
  if (dotted === null) return null;
  const next = slashed === null ? index + 1 : index + 5;
  const [one, other, year] = [Number(dotted[1]), Number(dotted[2]), Number(dotted[3])];
  if (slashed === null || one > 12) return realDay(year, other, one, next);
  if (other > 12) return realDay(year, one, other, next);
  return { span: single({ year, month: null, day: null, approximate: false }), next };
}

function realDay(year: number, month: number, day: number, next: number): ReadDate {
  const real = isRealDay(year, month, day);
  return { span: real ? single({ year, month, day, approximate: false }) : null, next };
}

const YEAR_AFTER = new Set(
  'in since during of by until till from early late mid before after year between and to for through throughout'.split(
    ' ',
  ),
);

function plainYear(words: readonly Word[], index: number, fuzzy: boolean): ReadDate | null {
  const raw = low(words, index);
  if (words[index]?.kind !== 'number' || !/^(?:19|20)\d\d$/.test(raw)) return null;
  if (!fuzzy && !YEAR_AFTER.has(low(words, index - 1))) return null;
  const after = words[index + 1];
  if (after?.low === 's' && !after.gap) return null;
  const counted =
    after?.kind === 'word' &&
    /^(?:people|men|women|civilians|soldiers|others|persons|children|residents|houses)$/.test(after.low);
  return counted
    ? null
    : { span: single({ year: Number(raw), month: null, day: null, approximate: fuzzy }), next: index + 1 };
}

/**
 * The written-out date that begins at a token; null when none does.
 *
 * @example
 * readAbsolute(wordsIn('28 February 2017'), 0, { published: null, future: false })?.next; // 3
 */
export function readAbsolute(words: readonly Word[], index: number, context: DateContext): ReadDate | null {
  let at = index;
  if (weekdayAt(words, at) !== null) {
    at += low(words, at + 1) === ',' ? 2 : 1;
    if (words[at]?.kind !== 'number' && monthAt(words, at) === null) return null;
  }
  let fuzzy = false;
  if (FUZZ.has(low(words, at))) {
    fuzzy = true;
    at += low(words, at + 1) === '-' ? 2 : 1;
  } else if (
    low(words, at) === 'the' &&
    /^(?:beginning|start|end|middle)$/.test(low(words, at + 1)) &&
    low(words, at + 2) === 'of'
  ) {
    fuzzy = true;
    at += 3;
  }
  const numeric = fuzzy ? null : numericDate(words, at);
  if (numeric !== null) return numeric;
  const named = dayThenMonth(words, at) ?? monthThenDay(words, at);
  if (named !== null) return placed(words, named, context, fuzzy);
  return plainYear(words, at, fuzzy);
}
