/** Numbers written as words, put together from a pack's list: smaller parts are added, scales multiply. */
import type { Lexicon } from './lexicon.ts';
import type { PackToken } from './pack-tokens.ts';
import { isAt, phraseAt } from './phrase-index.ts';

/** A number that was read. */
export interface ReadNumberWords {
  readonly value: number;
  /** Index of the first token after it. */
  readonly next: number;
}

const SCALE = 1000;

interface Sum {
  readonly total: number;
  /** Below the scale that comes next. */
  readonly part: number;
  /** The last value added: only smaller ones follow. */
  readonly last: number;
}

function magnitude(value: number): number {
  if (value >= 100) return 100;
  return value >= 20 ? 10 : 1;
}

/** The sum with one more word; null when the word begins another number. */
function grown(sum: Sum, value: number, unitsFirst: boolean): Sum | null {
  if (value >= SCALE) {
    const part = (sum.part === 0 ? 1 : sum.part) * value;
    return { total: sum.total + part, part: 0, last: value };
  }
  const smaller = sum.part === 0 || magnitude(value) < magnitude(sum.last);
  const turned = unitsFirst && sum.last < 10 && value >= 20 && value < 100;
  if (!smaller && !turned) return null;
  if (sum.last >= 10 && sum.last < 20 && sum.part > 0) return null;
  return { total: sum.total, part: sum.part + value, last: value };
}

/** "2 тысячи", "1,5 млн": digits before a scale word. */
function digitsBeforeScale(
  lexicon: Lexicon,
  tokens: readonly PackToken[],
  at: number,
): ReadNumberWords | null {
  const token = tokens[at];
  if (token?.kind !== 'number' || !/^\d{1,3}(?:[.,]\d{1,2})?$/.test(token.low)) return null;
  const scale = phraseAt(lexicon.numbers, tokens, at + 1);
  if (scale === null || scale.value < SCALE) return null;
  const stop =
    tokens[scale.next]?.text === '.' && lexicon.abbreviations.has(tokens[scale.next - 1]?.low ?? '');
  const value = Math.round(Number(token.low.replace(',', '.')) * scale.value);
  return { value, next: scale.next + (stop ? 1 : 0) };
}

/**
 * The number in words that begins at a token; null when none does.
 *
 * @example
 * readNumberWords(lexicon, packTokens('двадцать шесть', RU), 0); // { value: 26, next: 2 }
 */
export function readNumberWords(
  lexicon: Lexicon,
  tokens: readonly PackToken[],
  at: number,
): ReadNumberWords | null {
  const mixed = digitsBeforeScale(lexicon, tokens, at);
  if (mixed !== null) return mixed;
  let sum: Sum = { total: 0, part: 0, last: Number.POSITIVE_INFINITY };
  let next = at;
  while (next < tokens.length) {
    const joint = next > at && isAt(lexicon.numberJoints, tokens, next) ? 1 : 0;
    const found = phraseAt(lexicon.numbers, tokens, next + joint);
    const more = found === null ? null : grown(sum, found.value, lexicon.pack.unitsFirst);
    if (found === null || more === null) break;
    sum = more;
    next = found.next;
  }
  return next === at ? null : { value: sum.total + sum.part, next };
}
