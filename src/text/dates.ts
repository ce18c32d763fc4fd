/**
 * Finds dates in an English text and places them in the calendar as EDTF level 1, relative ones from the day of
 * publication. It makes no date up: what cannot be placed has `when` null. What is past is cut at publication.
 * Seasons and holidays are not read. Implements `When` of `record/when.ts`.
 */
import type { Extent, When } from '../record/when.ts';
import { type DateContext, type ReadDate, readAbsolute } from './dates/absolute.ts';
import { type DateSpan, dayOfEdtf, edtfOfSpan, firstDayOf, lastDayOf } from './dates/calendar.ts';
import { cutAt, readRelative } from './dates/relative.ts';
import { endsSentence, type Word, wordsIn } from './words.ts';

/** A date as it stands in a text. */
export interface DateMention {
  /** UTF-16 code units, 0-based; a leading "since" or "between" is included, "on" and "in" are not. */
  readonly start: number;
  /** End exclusive. */
  readonly end: number;
  /** Null when it cannot be placed, such as "yesterday" without a day of publication. */
  readonly when: When | null;
}

const FUTURE = new Set([
  'will',
  'shall',
  'next',
  'scheduled',
  'due',
  'plans',
  'planned',
  'upcoming',
  'tomorrow',
  'expected',
  "'ll",
]);
const STARTERS = new Set(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday late early mid around about circa roughly approximately the today tonight tomorrow yesterday overnight last this next past previous earlier later recent recently a an one two three four five six seven eight nine ten several few since between from until till before after'.split(
    ' ',
  ),
);

function read(words: readonly Word[], index: number, context: DateContext): ReadDate | null {
  const relative = readRelative(words, index, context);
  const absolute = readAbsolute(words, index, context);
  return relative === null || (absolute !== null && absolute.next > relative.next) ? absolute : relative;
}

function low(words: readonly Word[], index: number): string {
  return words[index]?.low ?? '';
}

interface Found {
  readonly span: DateSpan | null;
  readonly next: number;
  readonly extent: Extent;
}

/** "between March and May", "from 3 to 5 April", "from March until May". */
function readBetween(words: readonly Word[], index: number, context: DateContext): Found | null {
  const lead = low(words, index);
  if (lead !== 'between' && lead !== 'from') return null;
  const lower = read(words, index + 1, context);
  if (lower === null) return null;
  if (lead === 'between' && lower.span !== null && lower.span.from !== lower.span.to)
    return { ...lower, extent: 'within' };
  const joint = low(words, lower.next);
  const joins = lead === 'between' ? joint === 'and' : /^(?:to|until|till|through)$/.test(joint);
  const upper = joins ? read(words, lower.next + 1, context) : null;
  if (upper === null) return null;
  const extent: Extent = lead === 'from' ? 'throughout' : 'within';
  if (lower.span === null || upper.span === null) return { span: null, next: upper.next, extent };
  return { span: ordered(lower.span, upper.span), next: upper.next, extent };
}

/** "between March and May 2017": the year of the second end holds for the first. */
function ordered(lower: DateSpan, upper: DateSpan): DateSpan {
  const from = lower.from;
  const to = upper.to;
  if (from === null || to === null || from.month === null || to.month === null) return { from, to };
  const wraps = from.month > to.month;
  return from.year > to.year || (from.year < to.year && !wraps)
    ? { from: { ...from, year: to.year - (wraps ? 1 : 0) }, to }
    : { from, to };
}

/** "since March", "until May", "before 3 April", "after the last week". */
function readOpen(words: readonly Word[], index: number, context: DateContext): Found | null {
  const lead = low(words, index);
  if (!/^(?:since|until|till|before|after)$/.test(lead)) return null;
  const at = low(words, index + 1) === 'at' && low(words, index + 2) === 'least' ? index + 3 : index + 1;
  const date = read(words, at, context);
  if (date === null) return null;
  if (date.span === null) return { span: null, next: date.next, extent: 'within' };
  if (lead === 'since' || lead === 'after') {
    return { span: { from: date.span.from, to: context.published }, next: date.next, extent: 'within' };
  }
  return { span: { from: null, to: date.span.to }, next: date.next, extent: 'within' };
}

/** "3 March to 5 March", "Monday to Wednesday". */
function readRun(words: readonly Word[], index: number, context: DateContext): Found | null {
  const first = read(words, index, context);
  if (first === null) return null;
  const throughout = low(words, index - 1) === 'throughout' || /^(?:for|all)$/.test(low(words, index - 1));
  const extent: Extent = throughout ? 'throughout' : 'within';
  if (/^(?:to|until|till|–|-)$/.test(low(words, first.next)) && first.span !== null) {
    const second = readAbsolute(words, first.next + 1, context);
    if (second?.span != null)
      return { span: ordered(first.span, second.span), next: second.next, extent: 'throughout' };
  }
  return { ...first, extent };
}

function whenOf(found: Found, context: DateContext): When | null {
  if (found.span === null) return null;
  const { from, to } = cutAt(found.span, context);
  if (from !== null && to !== null && firstDayOf(from) > lastDayOf(to)) return null;
  return { edtf: edtfOfSpan({ from, to }), extent: found.extent };
}

/**
 * The dates in already cut tokens.
 *
 * @example
 * datesInWords(wordsIn('in March 2017'), null)[0]?.when?.edtf; // '2017-03'
 */
export function datesInWords(words: readonly Word[], publishedAt: string | null): DateMention[] {
  const published = dayOfEdtf(publishedAt);
  const found: DateMention[] = [];
  let future = false;
  let index = 0;
  while (index < words.length) {
    const word = words[index];
    if (word === undefined) break;
    if (FUTURE.has(word.low)) future = true;
    else if (endsSentence(words, index)) future = false;
    const context: DateContext = { published, future };
    const hit =
      word.kind === 'number' || STARTERS.has(word.low)
        ? (readBetween(words, index, context) ??
          readOpen(words, index, context) ??
          readRun(words, index, context))
        : null;
    const last = hit === null ? undefined : words[hit.next - 1];
    if (hit === null || last === undefined) index += 1;
    else {
      found.push({ start: word.start, end: last.end, when: whenOf(hit, context) });
      index = hit.next;
    }
  }
  return found;
}

/**
 * The dates in a text, in order, without overlap.
 *
 * @example
 * datesIn('earlier this week', '2017-05-18')[0]?.when?.edtf; // '2017-05-15/2017-05-18'
 */
export function datesIn(text: string, publishedAt: string | null): DateMention[] {
  return datesInWords(wordsIn(text), publishedAt);
}
