/**
 * Finds the numbers in an English text and says what each claims: bounds, comparator, what is counted. It
 * reads digits, words up to billions, ranges, comparators on both sides, and the uncounted many ("dozens"). It
 * leaves out telephone numbers, codes ("M-16") and "one" as a pronoun, and never turns "dozens" into a figure.
 * Implements `Quantity` of `record/quantity.ts`.
 */
import type { Comparator, Quantity } from '../record/quantity.ts';
import { isPeoplePlural, isPersonSingular, mayBePerson, unitOfHead } from './people-nouns.ts';
import { quantityOf } from './quantity/bounds.ts';
import { comparatorAfter, comparatorBefore } from './quantity/comparators.ts';
import { kindOfNumber, type NumberPlace, type QuantityKind } from './quantity/kinds.ts';
import { type ReadNumber, readNumber } from './quantity/number-words.ts';
import { type Word, wordsIn } from './words.ts';

export type { QuantityKind } from './quantity/kinds.ts';

/** A number as it stands in a text. */
export interface QuantityMention {
  /** UTF-16 code units, 0-based; the comparator is included. */
  readonly start: number;
  /** End exclusive. */
  readonly end: number;
  readonly value: Quantity;
  readonly kind: QuantityKind;
  /** The figure itself without its comparator; the lower end of a range; null for "dozens". */
  readonly n: number | null;
}

/** A mention with the tokens it covers, for those who match on tokens. */
export interface PlacedQuantity extends QuantityMention {
  /** Index of its first token. */
  readonly first: number;
  /** Index of the first token after it. */
  readonly next: number;
}

const CURRENCY_SIGNS = new Set(['$', '£', '€', '¥']);
const RANGE_OPENERS = new Set(['between', 'from']);
const RANGE_MARKS = new Set(['-', '–', '—', 'to', 'or']);
const CHANGE =
  /^(?:rose|risen|rising|increased|increasing|grew|grown|climbed|jumped|fell|fallen|dropped|went|gone|up|down|updated|revised|raised|lowered|reduced|changed)$/;
const ONE_SKIPPED_BEFORE = new Set([
  'no',
  'the',
  'this',
  'that',
  'any',
  'every',
  'each',
  'which',
  'another',
  'some',
  'only',
]);

interface Range {
  readonly to: number | null;
  readonly next: number;
  readonly lower: number | null;
}

/** "sixty, at most seventy": the upper end behind the comma; null when none is told. */
function limitAt(words: readonly Word[], index: number): ReadNumber | null {
  const limit = comparatorBefore(words, index);
  return limit?.comparator === 'at-most' ? readNumber(words, limit.next) : null;
}

/** "30 to 40", "16-50", "between 30 and 40", "30 or 40". */
function readRange(words: readonly Word[], read: ReadNumber, before: string): Range {
  const none: Range = { to: null, next: read.next, lower: read.n };
  const mark = words[read.next];
  if (mark === undefined || read.n === null) return none;
  const limit = mark.low === ',' ? limitAt(words, read.next + 1) : null;
  if (limit?.n != null && limit.n > read.n) return { to: limit.n, next: limit.next, lower: read.n };
  const joined = RANGE_MARKS.has(mark.low) || (before === 'between' && mark.low === 'and');
  if (!joined || words[read.next + 1]?.kind === 'mark') return none;
  const upper = readNumber(words, read.next + 1);
  if (upper === null || upper.n === null) return none;
  if (words[read.next + 1]?.low.startsWith('0') === true) return none;
  const scale = upper.n >= 1000 && read.n < 1000 && upper.digits && read.digits ? scaleOf(words, upper) : 1;
  const lower = read.n * scale;
  if (upper.n <= lower || (mark.low === 'or' && upper.n > lower * 2 + 1)) return none;
  return { to: upper.n, next: upper.next, lower };
}

/** "2-3 million": the scale word belongs to both ends. */
function scaleOf(words: readonly Word[], upper: ReadNumber): number {
  const last = words[upper.next - 1]?.low;
  if (last === 'million' || last === 'm') return 1e6;
  if (last === 'thousand' || last === 'k') return 1e3;
  return 1;
}

/** "one" counts only before people or an act; elsewhere it is a pronoun. */
function isPronounOne(words: readonly Word[], index: number, next: number): boolean {
  if (words[index]?.low !== 'one' || next !== index + 1) return false;
  if (ONE_SKIPPED_BEFORE.has(words[index - 1]?.low ?? '')) return true;
  const after = words[next]?.low ?? '';
  if (after === 'of')
    return (
      !/^(?:the|them|those|these|his|her|their|its|four|five|six|seven|eight|nine|ten)$/.test(
        words[next + 1]?.low ?? '',
      ) && words[next + 1]?.kind !== 'number'
    );
  if (
    /^(?:other|more|was|has|is|had|person|dead|killed|injured|wounded|missing|detained|arrested|died|deceased|life|fatality|death|arrest|injury|casualty|abduction|kidnapping|killing|murder|body|corpse|hurt|fatal|and|or|young|elderly|unidentified|day|week|month|year|hour|hundred|thousand|million)$/.test(
      after,
    )
  )
    return false;
  for (let at = next; at < next + 4; at += 1) {
    const word = words[at];
    if (word === undefined || (word.kind !== 'word' && word.low !== '-')) return true;
    if (mayBePerson(word.low) || isPeoplePlural(word.low)) return false;
  }
  return true;
}

/** "2. Persons killed": the number of an entry, not of people. */
function isListNumber(words: readonly Word[], index: number, next: number): boolean {
  const opens =
    index === 0 || /^[.!?]$/.test(words[index - 1]?.low ?? '') || words[index - 1]?.kind === 'break';
  const stop = words[next];
  if (!opens || next !== index + 1 || stop === undefined || stop.gap || !/^[.)]$/.test(stop.low))
    return false;
  return (
    words[next + 1]?.kind === 'word' && words[next + 1]?.cap === true && (words[index]?.low.length ?? 9) < 3
  );
}

/** Codes, telephone numbers, scores, decimals of a list: numbers that claim nothing. */
function isCode(words: readonly Word[], index: number, next: number): boolean {
  const word = words[index];
  if (word?.kind !== 'number') return false;
  const before = words[index - 1];
  if (before !== undefined && !word.gap) {
    if (
      before.kind === 'word' ||
      before.low === '#' ||
      before.low === '/' ||
      before.low === '_' ||
      before.low === '@'
    )
      return true;
    if (before.low === '-' && !before.gap) return true;
    if (before.low === ':' || before.low === '+') return true;
  }
  if (isListNumber(words, index, next)) return true;
  if (before?.low === '+' || /^(?:tel|telephone|phone|fax|dial)$/.test(before?.low ?? '')) return true;
  const after = words[next];
  if (after === undefined || after.gap) return threeRuns(words, index);
  if (after.low === '-' && /^0\d/.test(words[next + 1]?.low ?? '')) return true;
  if (after.low === '/' || (after.low === ':' && words[next + 1]?.kind === 'number')) return true;
  return (
    after.kind === 'word' && !/^(?:st|nd|rd|th|d|s|k|m|bn|mn|am|pm|km|kg|mm|cm|ft|h|pc)$/.test(after.low)
  );
}

function threeRuns(words: readonly Word[], index: number): boolean {
  return (
    words[index - 1]?.kind === 'number' ||
    (words[index + 1]?.kind === 'number' && words[index + 2]?.kind === 'number')
  );
}

function skipsHyphenRun(words: readonly Word[], index: number): number {
  let next = index + 1;
  while (
    words[next]?.kind === 'mark' &&
    words[next]?.gap === false &&
    words[next + 1]?.gap === false &&
    words[next + 1]?.kind === 'number'
  )
    next += 2;
  return next;
}

/** A number with its comparator, before it is known what it counts. */
interface Draft {
  readonly place: NumberPlace;
  readonly range: Range;
  readonly comparator: Comparator;
  /** First token after it and after a comparator behind it. */
  readonly end: number;
}

interface Opening {
  /** First token of the number. */
  readonly number: number;
  readonly comparator: Comparator;
  readonly compared: boolean;
}

/** Up to two comparators ("at least some"), a currency sign, "between" or "from". */
function openingAt(words: readonly Word[], first: number): Opening {
  const outer = comparatorBefore(words, first);
  const inner = outer === null ? null : comparatorBefore(words, outer.next);
  let number = inner?.next ?? outer?.next ?? first;
  const comparator =
    outer === null || outer.comparator === 'exactly' ? (inner ?? outer)?.comparator : outer.comparator;
  if (CURRENCY_SIGNS.has(words[number]?.low ?? '')) number += 1;
  if (RANGE_OPENERS.has(words[number]?.low ?? '')) number += 1;
  return {
    number,
    comparator: comparator ?? 'exactly',
    compared: comparator !== undefined && comparator !== 'exactly',
  };
}

/** "20 people or more": a comparator behind the noun. */
function comparatorAfterNoun(words: readonly Word[], next: number): Comparator | null {
  if (!isPeoplePlural(words[next]?.low ?? '')) return null;
  const trailing = /^(?:or|at|tops|max|give|,)$/.test(words[next + 1]?.low ?? '')
    ? comparatorAfter(words, next + 1)
    : null;
  return trailing?.comparator ?? null;
}

function draftAt(words: readonly Word[], index: number): Draft | null {
  const { number, comparator, compared } = openingAt(words, index);
  const read = readNumber(words, number);
  if (read === null || isCode(words, number, read.next) || isPronounOne(words, number, read.next))
    return null;
  const before = words[number - 1]?.low ?? '';
  const opens = (before === 'between' || before === 'from') && number > index;
  const rises = before === 'from' && CHANGE.test(words[number - 2]?.low ?? '');
  const range = rises ? { to: null, next: read.next, lower: read.n } : readRange(words, read, before);
  if (opens && range.to === null) return index === number ? null : draftAt(words, number);
  const trailing = comparatorAfter(words, range.next);
  const place = { first: index, number, next: range.next, n: range.lower, digits: read.digits, compared };
  return {
    place,
    range,
    comparator: trailing?.comparator ?? comparatorAfterNoun(words, range.next) ?? comparator,
    end: trailing?.next ?? range.next,
  };
}

/** The unit of the head noun: the first people noun within the next tokens. */
function unitAfter(words: readonly Word[], next: number): Quantity['unit'] {
  for (let at = next; at < next + 3; at += 1) {
    const word = words[at];
    if (word === undefined || word.kind !== 'word') break;
    if (isPeoplePlural(word.low) || isPersonSingular(word.low)) return unitOfHead(word.low);
  }
  return 'individual';
}

const ORDINALS = new Set(
  'first third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  ),
);

function mentionOf(text: string, words: readonly Word[], draft: Draft): PlacedQuantity | null {
  const { place, range, comparator } = draft;
  const from = words[place.first];
  const last = words[draft.end - 1];
  if (from === undefined || last === undefined) return null;
  const kind = kindOfNumber(words, place);
  const wording = text.slice(from.start, last.end);
  const unit = kind === 'count' ? unitAfter(words, draft.end) : 'individual';
  return {
    start: from.start,
    end: last.end,
    value: quantityOf({ n: range.lower, to: range.to, comparator, unit, wording }),
    kind,
    n: range.lower,
    first: place.first,
    next: draft.end,
  };
}

function ordinalAt(text: string, words: readonly Word[], index: number): PlacedQuantity | null {
  const word = words[index];
  if (word === undefined || !ORDINALS.has(word.low)) return null;
  const wording = text.slice(word.start, word.end);
  const value = quantityOf({ n: null, to: null, comparator: 'vague', unit: 'individual', wording });
  return { start: word.start, end: word.end, value, kind: 'ordinal', n: null, first: index, next: index + 1 };
}

/**
 * The numbers in already cut tokens, with token indexes.
 *
 * @example
 * quantitiesInWords('26 men', wordsIn('26 men'))[0]?.next; // 1
 */
export function quantitiesInWords(text: string, words: readonly Word[]): PlacedQuantity[] {
  const found: PlacedQuantity[] = [];
  let index = 0;
  while (index < words.length) {
    const draft = draftAt(words, index);
    const mention = draft === null ? ordinalAt(text, words, index) : mentionOf(text, words, draft);
    if (mention !== null) {
      found.push(mention);
      index = mention.next;
    } else if (words[index]?.kind === 'number') {
      index = skipsHyphenRun(words, index);
    } else index += 1;
  }
  return found;
}

/**
 * The numbers in a text, in order, without overlap.
 *
 * @example
 * quantitiesIn('over 100 men')[0]?.value.low; // 101
 */
export function quantitiesIn(text: string): QuantityMention[] {
  return quantitiesInWords(text, wordsIn(text)).map(({ start, end, value, kind, n }) => ({
    start,
    end,
    value,
    kind,
    n,
  }));
}
