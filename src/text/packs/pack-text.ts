/** One text of a language with a pack, cut up once: tokens, paragraphs, quotations, sentences. */
import { paragraphsOf, type Stretch } from '../paragraphs.ts';
import { type Quotation, quotationsIn } from '../quotations.ts';
import type { Lexicon } from './lexicon.ts';
import { type PackToken, packTokens } from './pack-tokens.ts';

/** A stretch of tokens: indexes, 0-based, end exclusive. */
export interface TokenRange {
  readonly from: number;
  readonly to: number;
}

/** All positions are UTF-16 code units; ranges are token indexes. */
export interface PackText {
  readonly text: string;
  readonly lexicon: Lexicon;
  readonly tokens: readonly PackToken[];
  /** Quotations that are speech; names in quotation marks and single quoted words are left out. */
  readonly quotes: readonly TokenRange[];
  /** Per token: index into `quotes`, -1 outside. */
  readonly quoteAt: Int32Array;
  /** Per token: 1 inside a name or word in quotation marks, marks included. */
  readonly named: Uint8Array;
  readonly sentences: readonly TokenRange[];
}

const STOPS = new Set(['.', '!', '?', '…', '...', '؟', '۔']);
const DASHES = new Set(['—', '–', '-', '―']);

/** Whether a token is a dash between words. @example isDash('—'); // true */
export function isDash(token: PackToken | undefined): boolean {
  return token !== undefined && DASHES.has(token.text) && token.gap;
}

/** Whether a token is a mark that can end a sentence. */
export function isStop(token: PackToken | undefined): boolean {
  return token !== undefined && STOPS.has(token.text);
}

function placed(tokens: readonly PackToken[], stretches: readonly Stretch[]): Int32Array {
  const at = new Int32Array(tokens.length).fill(-1);
  let k = 0;
  for (const [i, token] of tokens.entries()) {
    while (k < stretches.length && (stretches[k]?.end ?? 0) <= token.start) k += 1;
    if (token.start >= (stretches[k]?.start ?? Number.POSITIVE_INFINITY)) at[i] = k;
  }
  return at;
}

/** Speech is set off by a mark before or behind it; a name or a borrowed word stands in the sentence like a word. */
function isSpeech(tokens: readonly PackToken[], range: TokenRange, opens: boolean): boolean {
  const before = tokens[range.from - 1];
  const after = tokens[range.to];
  const last = tokens[range.to - 2];
  const words = range.to - range.from - 2;
  if (words < 1) return false;
  if (before?.text === ':') return true;
  const closed = /^[.,!?…]$/.test(last?.text ?? '') || isStop(last);
  const free = opens || before?.kind !== 'word';
  if (!free) return words > 6 && closed;
  if (opens && words > 2 && (after?.text === ',' || after?.text === '،')) return true;
  if (after === undefined || isStop(after)) return words > 3 || closed;
  return (
    closed ||
    isDash(after) ||
    ((after.text === ',' || after.text === '،') && (isDash(tokens[range.to + 1]) || words > 3))
  );
}

function rangesOf(at: Int32Array): TokenRange[] {
  const found: TokenRange[] = [];
  let from = 0;
  for (let i = 1; i <= at.length; i += 1) {
    if (i < at.length && at[i] === at[from]) continue;
    if ((at[from] ?? -1) >= 0) found.push({ from, to: i });
    from = i;
  }
  return found;
}

interface Layout {
  readonly tokens: readonly PackToken[];
  readonly lexicon: Lexicon;
  readonly quoteAt: Int32Array;
  readonly named: Uint8Array;
  readonly paragraphAt: Int32Array;
}

/** A full stop after an abbreviation or an initial, or before a small letter, ends nothing. */
function stopsHere({ tokens, lexicon }: Layout, i: number): boolean {
  const [before, stop, next] = [tokens[i - 1], tokens[i], tokens[i + 1]];
  if (stop === undefined || !isStop(stop)) return false;
  if (next === undefined) return true;
  if (!next.gap && next.kind !== 'mark') return false;
  if (stop.text !== '.' || before === undefined) return !lexicon.capitals || next.cap || next.kind !== 'word';
  if (lexicon.abbreviations.has(before.low)) return false;
  if (before.text.length === 1 && before.cap && next.cap) return false;
  return !lexicon.capitals || next.cap || next.kind !== 'word';
}

/** A paragraph that opens with a dash glued to its first word is one turn of a dialogue, author's words included. */
function inDialogue({ tokens, paragraphAt }: Layout, i: number): boolean {
  let first = i;
  while (first > 0 && paragraphAt[first - 1] === paragraphAt[i]) first -= 1;
  return /^[—―]$/.test(tokens[first]?.text ?? '') && tokens[first + 1]?.gap === false;
}

function endsAfter(layout: Layout, i: number): boolean {
  const { tokens, quoteAt, paragraphAt, named } = layout;
  if (i + 1 >= tokens.length || paragraphAt[i] !== paragraphAt[i + 1]) return true;
  const quote = quoteAt[i] ?? -1;
  if (quote >= 0) {
    const next = tokens[i + 1];
    if (quote === quoteAt[i + 1] || next === undefined) return false;
    if (next.kind === 'mark' && !/^["“«„(]$/.test(next.text) && !isDash(next)) return false;
    return isStop(tokens[i - 1]) && !isDash(next) && (next.cap || next.kind !== 'word');
  }
  if (named[i] === 1 || inDialogue(layout, i)) return false;
  return stopsHere(layout, i);
}

function sentencesOf(layout: Layout): TokenRange[] {
  const found: TokenRange[] = [];
  let from = 0;
  for (let i = 0; i < layout.tokens.length; i += 1) {
    if (!endsAfter(layout, i)) continue;
    found.push({ from, to: i + 1 });
    from = i + 1;
  }
  return found;
}

/**
 * Cuts a text up.
 *
 * @example
 * packText('«Нет», — сказала она.', lexicon).quotes.length; // 1
 */
export function packText(text: string, lexicon: Lexicon): PackText {
  const tokens = packTokens(text, lexicon.pack);
  const paragraphs = paragraphsOf(text);
  const marked: readonly Quotation[] = quotationsIn(text, paragraphs);
  const paragraphAt = placed(tokens, paragraphs);
  const quotes: TokenRange[] = [];
  const quoteAt = new Int32Array(tokens.length).fill(-1);
  const named = new Uint8Array(tokens.length);
  for (const range of rangesOf(placed(tokens, marked))) {
    const opens =
      range.from === 0 ||
      isStop(tokens[range.from - 1]) ||
      paragraphAt[range.from] !== paragraphAt[range.from - 1];
    if (isSpeech(tokens, range, opens)) {
      quoteAt.fill(quotes.length, range.from, range.to);
      quotes.push(range);
    } else named.fill(1, range.from, range.to);
  }
  const sentences = sentencesOf({ tokens, lexicon, quoteAt, named, paragraphAt });
  return { text, lexicon, tokens, quotes, quoteAt, named, sentences };
}
