/** One text, cut up once: tokens, word classes, quotations, sentences. Everything else in the room reads this. */
import { paragraphsOf, type Stretch } from './paragraphs.ts';
import { type Quotation, quotationsIn } from './quotations.ts';
import { type Range, sentencesOf } from './sentences.ts';
import { type Token, tokenize } from './tokens.ts';
import { type WordClass, wordClasses } from './word-classes.ts';

/** All positions are UTF-16 code units; ranges are token indexes. */
export interface ParsedText {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly tags: readonly WordClass[];
  readonly quotes: readonly Quotation[];
  /** Per token: index into `quotes`, -1 outside of quotations. */
  readonly quoteAt: Int32Array;
  /** Per quotation: its tokens without the marks. */
  readonly quoteInner: readonly Range[];
  readonly paragraphs: readonly Stretch[];
  readonly paragraphAt: Int32Array;
  readonly sentences: readonly Range[];
  /** The text is in capitals throughout: they say nothing about names. */
  readonly shout: boolean;
}

function placeOf(tokens: readonly Token[], stretches: readonly Stretch[]): Int32Array {
  const at = new Int32Array(tokens.length).fill(-1);
  let k = 0;
  for (const [i, token] of tokens.entries()) {
    while (k < stretches.length && (stretches[k]?.end ?? 0) <= token.start) k += 1;
    const stretch = stretches[k];
    if (stretch !== undefined && token.start >= stretch.start) at[i] = k;
  }
  return at;
}

function innerRanges(tokens: readonly Token[], quotes: readonly Quotation[], quoteAt: Int32Array): Range[] {
  const inner = quotes.map((): { from: number; to: number } => ({ from: 0, to: 0 }));
  for (const [i, token] of tokens.entries()) {
    const k = quoteAt[i] ?? -1;
    const quote = quotes[k];
    const range = inner[k];
    if (
      quote === undefined ||
      range === undefined ||
      token.start < quote.innerStart ||
      token.end > quote.innerEnd
    )
      continue;
    if (range.to === 0) range.from = i;
    range.to = i + 1;
  }
  return inner;
}

function isShouted(text: string): boolean {
  const upper = text.match(/\p{Lu}/gu)?.length ?? 0;
  const lower = text.match(/\p{Ll}/gu)?.length ?? 0;
  return upper > 40 && upper > lower * 3;
}

/**
 * Cuts a text up.
 *
 * @example
 * parseText('“No,” she said.').quotes.length; // 1
 */
export function parseText(text: string): ParsedText {
  const tokens = tokenize(text);
  const paragraphs = paragraphsOf(text);
  const quotes = quotationsIn(text, paragraphs);
  const shout = isShouted(text);
  const quoteAt = placeOf(tokens, quotes);
  const paragraphAt = placeOf(tokens, paragraphs);
  const sentences = sentencesOf({ tokens, quoteAt, paragraphAt });
  const tags = wordClasses(tokens, { shout, paragraphAt });
  const quoteInner = innerRanges(tokens, quotes, quoteAt);
  return { text, tokens, tags, quotes, quoteAt, quoteInner, paragraphs, paragraphAt, sentences, shout };
}
