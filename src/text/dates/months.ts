/** English month and weekday names, and where a token is one ("may" and "march" only where they are no verbs). */
import type { Word } from '../words.ts';

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const SHORT = new Map<string, number>([
  ['jan', 1],
  ['feb', 2],
  ['mar', 3],
  ['apr', 4],
  ['jun', 6],
  ['jul', 7],
  ['aug', 8],
  ['sep', 9],
  ['sept', 9],
  ['oct', 10],
  ['nov', 11],
  ['dec', 12],
]);
const NUMBERS = new Map<string, number>([
  ...MONTHS.map((name, index) => [name, index + 1] as const),
  ...SHORT,
]);
const WEEKDAYS = new Map<string, number>([
  ['sunday', 0],
  ['monday', 1],
  ['tuesday', 2],
  ['wednesday', 3],
  ['thursday', 4],
  ['friday', 5],
  ['saturday', 6],
]);
const AFTER_MODAL = new Set([
  'have',
  'be',
  'not',
  'also',
  'well',
  'never',
  'soon',
  'still',
  'include',
  'only',
  'now',
  'yet',
  'come',
  'face',
  'need',
  'seek',
]);
/** Before May and March whatever follows: "those seized in March have been freed". */
const SURELY_BEFORE_MONTH = new Set(['in', 'since', 'during', 'until', 'late', 'early', 'mid', 'last']);
const BEFORE_MONTH = new Set([
  'in',
  'of',
  'since',
  'during',
  'until',
  'by',
  'late',
  'early',
  'mid',
  'last',
  'from',
  'between',
  'and',
  'to',
  'next',
  'this',
  '-',
]);

/**
 * The month, 1 to 12, that a token names; null when it names none there.
 *
 * @example
 * monthAt(wordsIn('in May 2017'), 1); // 5
 */
export function monthAt(words: readonly Word[], index: number): number | null {
  const word = words[index];
  if (word === undefined || word.kind !== 'word') return null;
  const month = NUMBERS.get(word.low);
  if (month === undefined) return null;
  if (month !== 5 && month !== 3) return word.cap ? month : null;
  if (!word.cap) return null;
  const before = words[index - 1];
  const after = words[index + 1];
  const dated = before?.kind === 'number' || after?.kind === 'number' || BEFORE_MONTH.has(before?.low ?? '');
  if (SURELY_BEFORE_MONTH.has(before?.low ?? '')) return month;
  if (AFTER_MODAL.has(after?.low ?? '') && before?.kind !== 'number') return null;
  return dated || after?.low === ',' || after?.low === '.' ? month : null;
}

/** Whether a token names a month there. */
export function isMonthAt(words: readonly Word[], index: number): boolean {
  return monthAt(words, index) !== null;
}

/** The weekday, 0 (Sunday) to 6, that a token names; null when it names none. */
export function weekdayAt(words: readonly Word[], index: number): number | null {
  const word = words[index];
  return word?.kind === 'word' && word.cap ? (WEEKDAYS.get(word.low) ?? null) : null;
}
