/**
 * Numbers and dates of a text in another language, read by the English rooms: number words become digits, glossed
 * phrases become their English words, everything else becomes a word that English does not know. Bounds, ranges,
 * kinds of numbers and EDTF thus follow one set of rules in every language.
 */
import { type DateMention, datesInWords } from '../dates.ts';
import { isPeoplePlural, isPersonSingular, isThing } from '../people-nouns.ts';
import { type PlacedQuantity, quantitiesInWords } from '../quantity.ts';
import type { Word } from '../words.ts';
import type { Lexicon } from './lexicon.ts';
import { readNumberWords } from './number-words.ts';
import type { PackToken } from './pack-tokens.ts';
import { isAt, phraseAt } from './phrase-index.ts';

/** A number with the tokens of the text it covers. */
export interface PackQuantity extends PlacedQuantity {
  /** What is counted, as English sees the word behind it. */
  readonly counts: 'people' | 'things' | 'unknown';
}

/** What English rules find in the glossed text; token indexes are those of the text itself. */
export interface Glossed {
  readonly quantities: readonly PackQuantity[];
  readonly dates: readonly DateMention[];
}

const OPAQUE = '·';
const CALENDAR =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|sunday|monday|tuesday|wednesday|thursday|friday|saturday)$/;

interface Draft {
  readonly words: Word[];
  /** Per word: index of the token it comes from. */
  readonly from: number[];
}

function push(draft: Draft, word: Word, token: number): void {
  draft.words.push(word);
  draft.from.push(token);
}

function english(low: string, start: number, end: number): Word {
  const number = /^\d/.test(low);
  return { start, end, low, kind: number ? 'number' : 'word', cap: CALENDAR.test(low), gap: true };
}

function opaque(token: PackToken): Word {
  const kind = token.kind === 'mark' ? 'mark' : token.kind;
  const low = token.kind === 'word' ? OPAQUE : token.low;
  return { start: token.start, end: token.end, low, kind, cap: false, gap: token.gap };
}

/** "1 200" and "1.200" are 1200; a comma before other than three digits is a decimal point. */
function digits(low: string): string {
  const tight = low.replace(/[ \u00a0\u202f٬]/g, '').replace('٫', '.');
  return tight.replace(/[.,](?=\d{3}(?:\D|$))/g, '').replace(/,(?=\d)/g, '.');
}

interface Step {
  readonly next: number;
}

function numberAt(lexicon: Lexicon, tokens: readonly PackToken[], i: number, draft: Draft): Step | null {
  const token = tokens[i];
  const read = readNumberWords(lexicon, tokens, i);
  if (token === undefined || read === null) return null;
  push(
    draft,
    english(
      read.value === 1 ? 'one' : String(read.value),
      token.start,
      tokens[read.next - 1]?.end ?? token.end,
    ),
    i,
  );
  return read;
}

function glossAt(lexicon: Lexicon, tokens: readonly PackToken[], i: number, draft: Draft): Step | null {
  const found = phraseAt(lexicon.glosses, tokens, i);
  const token = tokens[i];
  if (found === null || token === undefined) return null;
  // "26 men and more than 100": words that look back at a number when no other number follows.
  if (/^or /.test(found.value) && readsNumber(lexicon, tokens, found.next)) return null;
  const end = tokens[found.next - 1]?.end ?? token.end;
  const range = rangeWord(lexicon, tokens, i, draft);
  if (range === null && found.value === 'up to' && hasGrown(lexicon, tokens, i)) return found;
  const value = range ?? found.value;
  for (const low of value.split(' ')) push(draft, english(low, token.start, end), i);
  return found;
}

/** "выросло до 19", "ascendió hasta 19": behind a verb of growth the words tell where a figure stands, no upper bound. */
function hasGrown(lexicon: Lexicon, tokens: readonly PackToken[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 2); i -= 1) if (isAt(lexicon.grown, tokens, i)) return true;
  return false;
}

function readsNumber(lexicon: Lexicon, tokens: readonly PackToken[], at: number): boolean {
  return tokens[at]?.kind === 'number' || readNumberWords(lexicon, tokens, at) !== null;
}

/** Where the number that begins at a token ends; the token itself when none does. */
function numberEnd(lexicon: Lexicon, tokens: readonly PackToken[], at: number): number {
  return readNumberWords(lexicon, tokens, at)?.next ?? (tokens[at]?.kind === 'number' ? at + 1 : at);
}

/** "От 30 до 40": "at least" and "up to" are the ends of a range when two numbers stand behind them. */
function rangeWord(
  lexicon: Lexicon,
  tokens: readonly PackToken[],
  at: number,
  draft: Draft,
): 'from' | 'to' | null {
  const found = phraseAt(lexicon.glosses, tokens, at);
  if (found?.value === 'at least') {
    const end = numberEnd(lexicon, tokens, found.next);
    const joint = end > found.next ? phraseAt(lexicon.glosses, tokens, end) : null;
    return joint?.value === 'up to' && readsNumber(lexicon, tokens, joint.next) ? 'from' : null;
  }
  const before = draft.words.at(-2)?.low;
  return found?.value === 'up to' && before === 'from' && readsNumber(lexicon, tokens, found.next)
    ? 'to'
    : null;
}

const UNIT = /^(?:day|week|month|year|hour)s?$/;

function isDatePart(word: Word | undefined): boolean {
  return word !== undefined && (word.kind === 'number' || word.cap);
}

function glossed(lexicon: Lexicon, tokens: readonly PackToken[]): Draft {
  const draft: Draft = { words: [], from: [] };
  let ago = -1;
  let i = 0;
  while (i < tokens.length) {
    const token = tokens[i];
    if (token === undefined) break;
    if (isAt(lexicon.agoBefore, tokens, i)) ago = draft.words.length;
    const before = draft.words.at(-1);
    if (isDatePart(before) && isAt(lexicon.dateJoints, tokens, i)) {
      const after = tokens[i + 1];
      const gloss = phraseAt(lexicon.glosses, tokens, i + 1)?.value ?? '';
      if (after?.kind === 'number' || CALENDAR.test(gloss) || before?.kind === 'number') {
        i += 1;
        continue;
      }
    }
    const step = glossAt(lexicon, tokens, i, draft) ?? numberAt(lexicon, tokens, i, draft);
    if (step === null) push(draft, token.kind === 'number' ? numeric(token) : opaque(token), i);
    const last = draft.words.at(-1);
    if (ago >= 0 && last !== undefined && UNIT.test(last.low) && draft.words.length - ago <= 4) {
      push(draft, english('ago', last.start, last.end), i);
      ago = -1;
    }
    i = step?.next ?? i + 1;
  }
  return draft;
}

function numeric(token: PackToken): Word {
  return {
    start: token.start,
    end: token.end,
    low: digits(token.low),
    kind: 'number',
    cap: false,
    gap: token.gap,
  };
}

function counted(words: readonly Word[], next: number): PackQuantity['counts'] {
  for (let k = next; k < next + 3; k += 1) {
    const low = words[k]?.low ?? '';
    if (isPeoplePlural(low) || isPersonSingular(low)) return 'people';
    if (isThing(low)) return 'things';
    if (words[k]?.kind !== 'word') break;
  }
  return 'unknown';
}

/**
 * The members of a sorted list that begin at or behind a point and end before another: long texts hold many.
 *
 * @example
 * within(glossed.quantities, ({ first }) => first, { from: 4, to: 9 });
 */
export function within<Item>(
  list: readonly Item[],
  at: (item: Item) => number,
  range: { readonly from: number; readonly to: number },
): Item[] {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = list[middle];
    if (item !== undefined && at(item) < range.from) low = middle + 1;
    else high = middle;
  }
  const found: Item[] = [];
  for (let item = list[low]; item !== undefined && at(item) < range.to; item = list[low]) {
    found.push(item);
    low += 1;
  }
  return found;
}

const NUMBERING = /^(?:№|#|n|n\.?º|n\.?°|num|numero|номер|номера|номером|رقم)$/;

/** "в колонии № 5", "el penal nº 3": a number that is a name and counts nobody. */
function isNumbered(tokens: readonly PackToken[], first: number): boolean {
  let at = first - 1;
  while (at > first - 3 && /^(?:\.|º|°|\.º)$/.test(tokens[at]?.text ?? '')) at -= 1;
  return NUMBERING.test(tokens[at]?.low ?? '');
}

/**
 * Reads the numbers and dates of a whole text.
 *
 * @example
 * readGlossed('не менее 26 человек', packTokens('не менее 26 человек', RU), lexicon, null).quantities[0]?.value.low; // 26
 */
export function readGlossed(
  text: string,
  tokens: readonly PackToken[],
  lexicon: Lexicon,
  publishedAt: string | null,
): Glossed {
  const { words, from } = glossed(lexicon, tokens);
  const quantities = quantitiesInWords(text, words).map((quantity): PackQuantity => {
    const next = from[quantity.next] ?? tokens.length;
    return {
      ...quantity,
      first: from[quantity.first] ?? 0,
      next,
      counts: counted(words, quantity.next),
    };
  });
  return {
    quantities: quantities.filter(({ kind, first }) => kind !== 'count' || !isNumbered(tokens, first)),
    dates: datesInWords(words, publishedAt),
  };
}
