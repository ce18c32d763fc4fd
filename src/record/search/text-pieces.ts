/**
 * Where in a long text the words of a search can stand at all. Folding word by word costs a tenth of a second for a book; a
 * piece folded as a whole costs little, and where no term's first word stands in it nothing need be read. A piece ends
 * between two words. Refuses nothing; words of more than `LONGEST` code units may be cut.
 */
import { foldWord } from './fold-words.ts';
import type { SearchTerm } from './search-terms.ts';

/** Code units of the text, end exclusive. */
export interface TextPiece {
  /** Where to read from, so that there are words in front of a hit. */
  readonly from: number;
  /** Hits begin before this. */
  readonly until: number;
}

/** Code units. */
const PIECE = 4_096;
/** Code units of a word and what divides it from the next. */
const LONGEST = 4_096;
/** A text up to this long is read whole, in code units. */
const SHORT = 16_384;
const BETWEEN = /[^\p{L}\p{M}\p{N}\p{Co}]/gv;

/**
 * The next piece in which a term may begin; null when there is none.
 *
 * @param at code units, 0-based: where the last piece ended
 * @example
 * nextPiece('held in the old mill', 0, parseSearch('mill')); // { from: 0, until: 20 }
 */
export function nextPiece(text: string, at: number, terms: readonly SearchTerm[]): TextPiece | null {
  if (at >= text.length) return null;
  if (text.length <= SHORT) return { from: 0, until: text.length };
  const firsts = terms.map(({ words }) => oneSigma(words[0] ?? ''));
  let before = at;
  for (let start = at; start < text.length; ) {
    const until = endOf(text, start);
    const folded = oneSigma(foldWord(text.slice(start, until)));
    if (firsts.some((word) => folded.includes(word))) return { from: before, until };
    before = start;
    start = until;
  }
  return null;
}

/** The first place between two words that is far enough on. */
function endOf(text: string, start: number): number {
  const least = start + PIECE;
  if (least >= text.length) return text.length;
  BETWEEN.lastIndex = least;
  const found = BETWEEN.exec(text.slice(0, least + LONGEST))?.index;
  const until = found ?? Math.min(text.length, least + LONGEST);
  return isSecondHalf(text, until) ? until - 1 : until;
}

function isSecondHalf(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** A sigma is written otherwise at the end of a word, and what follows may change where that is. */
function oneSigma(folded: string): string {
  return folded.replaceAll('ς', 'σ');
}
