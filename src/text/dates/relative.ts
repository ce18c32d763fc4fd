/**
 * Dates told from the day of publication: "yesterday", "earlier this week", "on Tuesday", "two weeks ago",
 * "over the last few months". Without that day they are found but not placed. "The last few months" has an end
 * and no stated beginning: the beginning stays open, none is made up.
 */
import { readNumber } from '../quantity/number-words.ts';
import type { Word } from '../words.ts';
import type { DateContext, ReadDate } from './absolute.ts';
import {
  type DateSpan,
  dateOfDay,
  firstDayOf,
  lastDayOf,
  type PartialDate,
  shiftMonths,
  weekdayOf,
} from './calendar.ts';
import { weekdayAt } from './months.ts';

const DAY_PARTS = new Set(['morning', 'afternoon', 'evening', 'night']);
const UNITS = new Map<string, 'day' | 'week' | 'month' | 'year'>([
  ['day', 'day'],
  ['days', 'day'],
  ['night', 'day'],
  ['nights', 'day'],
  ['week', 'week'],
  ['weeks', 'week'],
  ['month', 'month'],
  ['months', 'month'],
  ['year', 'year'],
  ['years', 'year'],
]);
const SMALL = new Set(['hour', 'hours', 'minute', 'minutes']);

function low(words: readonly Word[], index: number): string {
  return words[index]?.low ?? '';
}

type Unit = 'day' | 'week' | 'month' | 'year';

function daySpan(day: number): DateSpan {
  const date = dateOfDay(day);
  return { from: date, to: date };
}

function daysSpan(from: number, to: number): DateSpan {
  return { from: dateOfDay(from), to: dateOfDay(to) };
}

function whole(date: PartialDate): DateSpan {
  return { from: date, to: date };
}

/** The span of "this week", "last month", "next year". */
function unitSpan(unit: Unit, step: -1 | 0 | 1, published: PartialDate): DateSpan {
  const today = firstDayOf(published);
  if (unit === 'day') return daySpan(today + step);
  if (unit === 'week') {
    const monday = today - ((weekdayOf(today) + 6) % 7) + step * 7;
    return step === 0 ? daysSpan(monday, today) : daysSpan(monday, monday + 6);
  }
  if (unit === 'month') {
    const month = shiftMonths(published, step);
    return step === 0 ? { from: dateOfDay(firstDayOf(month)), to: published } : whole(month);
  }
  const year: PartialDate = { year: published.year + step, month: null, day: null, approximate: false };
  return step === 0 ? { from: dateOfDay(firstDayOf(year)), to: published } : whole(year);
}

/** The span of "in the last three weeks": from so long ago until publication. */
function pastSpan(unit: Unit, count: number | null, published: PartialDate): DateSpan {
  const today = firstDayOf(published);
  if (count === null) return { from: null, to: published };
  if (unit === 'day') return daysSpan(today - count, today);
  if (unit === 'week') return daysSpan(today - count * 7, today);
  const from =
    unit === 'month'
      ? shiftMonths(published, -count)
      : { ...published, year: published.year - count, month: null, day: null };
  return { from: { ...from, approximate: true }, to: published };
}

function agoSpan(unit: Unit, count: number | null, published: PartialDate): DateSpan | null {
  const today = firstDayOf(published);
  if (count === null) return { from: null, to: published };
  if (unit === 'day') return daySpan(today - count);
  if (unit === 'week') return whole({ ...dateOfDay(today - count * 7), approximate: true });
  if (unit === 'month') return whole({ ...shiftMonths(published, -count), approximate: true });
  return whole({ year: published.year - count, month: null, day: null, approximate: true });
}

function spanIf(context: DateContext, make: (published: PartialDate) => DateSpan | null): DateSpan | null {
  return context.published === null ? null : make(context.published);
}

function readDayWord(words: readonly Word[], index: number, context: DateContext): ReadDate | null {
  const first = low(words, index);
  const second = low(words, index + 1);
  const day = (offset: number, next: number): ReadDate => ({
    span: spanIf(context, (published) => daySpan(firstDayOf(published) + offset)),
    next,
  });
  if (first === 'today' || first === 'tonight') return day(0, index + 1);
  if (first === 'tomorrow') return day(1, index + 1);
  if (first === 'yesterday') return day(-1, DAY_PARTS.has(second) ? index + 2 : index + 1);
  if (first === 'overnight')
    return { span: spanIf(context, (p) => daysSpan(firstDayOf(p) - 1, firstDayOf(p))), next: index + 1 };
  if (first === 'last' && second === 'night') return day(-1, index + 2);
  if (first === 'this' && DAY_PARTS.has(second)) return day(0, index + 2);
  if (
    first === 'the' &&
    second === 'day' &&
    low(words, index + 2) === 'before' &&
    low(words, index + 3) === 'yesterday'
  )
    return day(-2, index + 4);
  return null;
}

function weekdaySpan(weekday: number, mode: 'plain' | 'last' | 'next', published: PartialDate): DateSpan {
  const today = firstDayOf(published);
  const back = (weekdayOf(today) - weekday + 7) % 7;
  if (mode === 'next') return daySpan(today + (back === 0 ? 7 : 7 - back));
  return daySpan(today - (mode === 'last' && back === 0 ? 7 : back));
}

function readWeekday(words: readonly Word[], index: number, context: DateContext): ReadDate | null {
  const first = low(words, index);
  const led = /^(?:last|next|this|past)$/.test(first) ? 1 : 0;
  const weekday = weekdayAt(words, index + led);
  if (weekday === null) return null;
  const mode =
    first === 'next' || (context.future && first !== 'last') ? 'next' : first === 'last' ? 'last' : 'plain';
  const end = index + led + 1;
  return {
    span: spanIf(context, (published) => weekdaySpan(weekday, mode, published)),
    next: DAY_PARTS.has(low(words, end)) ? end + 1 : end,
  };
}

function weekendSpan(published: PartialDate): DateSpan {
  const today = firstDayOf(published);
  const saturday = today - ((weekdayOf(today) + 1) % 7);
  return daysSpan(saturday, Math.min(saturday + 1, today));
}

/** "this week", "earlier this month", "last year", "next week", "the previous month", "the weekend". */
function readUnit(words: readonly Word[], index: number, context: DateContext): ReadDate | null {
  let at = index;
  if (low(words, at) === 'earlier' || low(words, at) === 'later') at += 1;
  const article = low(words, at) === 'the' ? 1 : 0;
  const lead = low(words, at + article);
  if (low(words, at + 1) === 'weekend' && /^(?:the|last|this|past)$/.test(low(words, at))) {
    return { span: spanIf(context, weekendSpan), next: at + 2 };
  }
  const step = lead === 'this' ? 0 : lead === 'next' ? 1 : /^(?:last|previous|past)$/.test(lead) ? -1 : null;
  const unit = UNITS.get(low(words, at + article + 1));
  if (step === null || unit === undefined || low(words, at + article + 1).endsWith('s')) return null;
  const next = at + article + 2;
  if (article === 1 && (lead === 'last' || lead === 'past'))
    return { span: spanIf(context, (p) => pastSpan(unit, 1, p)), next };
  return { span: spanIf(context, (published) => unitSpan(unit, step, published)), next };
}

/** "the last two months", "the past few weeks", "recent months", "recently". */
function readPast(words: readonly Word[], index: number, context: DateContext): ReadDate | null {
  if (
    low(words, index) === 'recently' ||
    (low(words, index) === 'recent' && UNITS.has(low(words, index + 1)))
  ) {
    const next = low(words, index) === 'recently' ? index + 1 : index + 2;
    return { span: spanIf(context, (published) => ({ from: null, to: published })), next };
  }
  const at = low(words, index) === 'the' ? index + 1 : index;
  if (!/^(?:last|past|previous)$/.test(low(words, at))) return null;
  const few = /^(?:few|several|couple)$/.test(low(words, at + 1));
  const read = few
    ? { n: null, next: low(words, at + 2) === 'of' ? at + 3 : at + 2 }
    : readNumber(words, at + 1);
  if (read === null) return null;
  if (SMALL.has(low(words, read.next)))
    return {
      span: spanIf(context, (p) => daysSpan(firstDayOf(p) - Math.ceil((read.n ?? 24) / 24), firstDayOf(p))),
      next: read.next + 1,
    };
  const unit = UNITS.get(low(words, read.next));
  if (unit === undefined) return null;
  return { span: spanIf(context, (published) => pastSpan(unit, read.n, published)), next: read.next + 1 };
}

/** "two weeks ago", "a month ago", "several days earlier". */
function readAgo(words: readonly Word[], index: number, context: DateContext): ReadDate | null {
  const article = low(words, index) === 'a' || low(words, index) === 'an';
  const read =
    article && UNITS.has(low(words, index + 1)) ? { n: 1, next: index + 1 } : readNumber(words, index);
  if (read === null) return null;
  const unit = UNITS.get(low(words, read.next));
  if (unit === undefined || low(words, read.next + 1) !== 'ago') return null;
  return { span: spanIf(context, (published) => agoSpan(unit, read.n, published)), next: read.next + 2 };
}

/**
 * The relative date that begins at a token; null when none does. Its span is null without a publication day.
 *
 * @example
 * readRelative(wordsIn('yesterday'), 0, { published: null, future: false }); // { span: null, next: 1 }
 */
export function readRelative(words: readonly Word[], index: number, context: DateContext): ReadDate | null {
  return (
    readDayWord(words, index, context) ??
    readWeekday(words, index, context) ??
    readPast(words, index, context) ??
    readUnit(words, index, context) ??
    readAgo(words, index, context)
  );
}

/** Cuts what is past at the day of publication; what lies wholly after it stays. */
export function cutAt(span: DateSpan, context: DateContext): DateSpan {
  const { published } = context;
  if (published === null || context.future || span.to === null) return span;
  const today = firstDayOf(published);
  if (lastDayOf(span.to) <= today) return span;
  if (span.from !== null && firstDayOf(span.from) > today) return span;
  const from =
    span.from === null ? null : { ...dateOfDay(firstDayOf(span.from)), approximate: span.from.approximate };
  return { from, to: published };
}
