/** The words of many texts in one row, as comparing all with all needs them. */
import { OnRecordError } from '../../record/onrecord-error.ts';

/** Texts are numbered from 0 in the order in which they were given. */
export interface WordCorpus {
  /** Codes of all words, text after text. */
  readonly words: Uint16Array;
  /** Index of each text's first word; one more at the end. */
  readonly starts: Uint32Array;
  /** Who put it out, as any number; 0: unknown. Two texts of one outlet are never compared. */
  readonly outlets: Uint32Array;
}

/** Words at most in one corpus: positions are kept as 31-bit numbers. About six million texts. */
const MOST_WORDS = 2 ** 31 - 1;

/**
 * The text in which a word stands.
 *
 * @param at index in the words
 * @example
 * textAt(new Uint32Array([0, 300, 640]), 310); // 1
 */
export function textAt(starts: Uint32Array, at: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((starts[middle] as number) <= at) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * Puts texts in one row.
 *
 * @throws OnRecordError `too-large`
 * @example
 * corpusOf([{ words: wordCodes('Six died.'), outlet: 1 }]).starts; // Uint32Array [0, 2]
 */
export function corpusOf(
  texts: readonly { readonly words: Uint16Array; readonly outlet: number }[],
): WordCorpus {
  const starts = new Uint32Array(texts.length + 1);
  for (const [i, { words }] of texts.entries()) starts[i + 1] = (starts[i] ?? 0) + words.length;
  checkWords(texts.reduce((sum, { words }) => sum + words.length, 0));
  const words = new Uint16Array(starts[texts.length] ?? 0);
  for (const [i, text] of texts.entries()) words.set(text.words, starts[i]);
  return { words, starts, outlets: Uint32Array.from(texts, ({ outlet }) => outlet) };
}

/**
 * Refuses more words than one corpus can hold.
 *
 * @throws OnRecordError `too-large`
 * @example
 * checkWords(330_000_000);
 */
export function checkWords(count: number): void {
  if (count <= MOST_WORDS) return;
  throw new OnRecordError(
    'too-large',
    `${count} words are too many to be compared in one go; ${MOST_WORDS} are the most. Compare them in two vaults.`,
  );
}
