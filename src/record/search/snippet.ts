/**
 * The words around a hit, from the text as it is stored, with the hits between ⟦ and ⟧. A text is read no further than the
 * best stretch needs: to the first in which all terms stand, or a good way on from the first hit.
 */
import { type FoldedWord, foldedWords } from './fold-words.ts';
import type { SearchTerm } from './search-terms.ts';
import { nextPiece, type TextPiece } from './text-pieces.ts';

const WORDS_BEFORE = 12;
const WORDS_AFTER = 18;
/** A better stretch is looked for in so many words after the first hit. */
const LOOKED_AT = 20_000;

interface Hit {
  /** Indexes into the words; end exclusive. */
  readonly from: number;
  readonly to: number;
}

/** A term, by its number, where it stands. */
interface TermHit {
  readonly term: number;
  readonly hit: Hit;
}

/**
 * Cuts the best stretch out of a text: the one in which most different terms stand, the earliest of equals. Null
 * when no term stands in it.
 *
 * @example
 * snippet('Twelve men were held in the old mill.', parseSearch('held')); // 'Twelve men were ⟦held⟧ in the old mill.'
 */
export function snippet(text: string, terms: readonly SearchTerm[]): string | null {
  if (terms.length === 0) return null;
  for (let at = 0; ; ) {
    const piece = nextPiece(text, at, terms);
    if (piece === null) return null;
    const { words, hits } = readPiece(text, piece, terms);
    const best = bestWindow(hits);
    if (best !== null) {
      const first = Math.max(0, best - WORDS_BEFORE);
      const last = Math.min(words.length, best + WORDS_AFTER);
      return markHits(text, words, { first, last, hits: hits.map(({ hit }) => hit) });
    }
    at = piece.until;
  }
}

/**
 * The first words of a text, for a hit that stands elsewhere.
 *
 * @example
 * opening('One two'); // 'One two'
 */
export function opening(text: string): string {
  const words: FoldedWord[] = [];
  for (const word of foldedWords(text)) {
    words.push(word);
    if (words.length > WORDS_BEFORE + WORDS_AFTER) break;
  }
  return markHits(text, words, {
    first: 0,
    last: Math.min(words.length, WORDS_BEFORE + WORDS_AFTER),
    hits: [],
  });
}

/** Reads until nothing better can come. */
function readPiece(
  text: string,
  { from, until }: TextPiece,
  terms: readonly SearchTerm[],
): { readonly words: readonly FoldedWord[]; readonly hits: readonly TermHit[] } {
  const words: FoldedWord[] = [];
  const hits: TermHit[] = [];
  const longest = Math.max(...terms.map((term) => term.words.length));
  let judged = 0;
  for (const word of foldedWords(text, from)) {
    words.push(word);
    const index = words.length - longest;
    if (index < 0) continue;
    hits.push(...hitsAt(words, index, terms));
    const [first] = hits;
    if (first === undefined) {
      if ((words[index]?.start ?? 0) >= until) return { words, hits };
      continue;
    }
    for (
      let next = hits[judged];
      next !== undefined && next.hit.from + WORDS_AFTER <= index;
      next = hits[judged]
    ) {
      const seen = hits[judged - 1]?.hit.from === next.hit.from;
      if (!seen && termsNear(hits, judged) === terms.length) return { words, hits };
      judged += 1;
    }
    if (index > first.hit.from + LOOKED_AT) return { words, hits };
  }
  for (let index = Math.max(0, words.length - longest + 1); index < words.length; index += 1)
    hits.push(...hitsAt(words, index, terms));
  return { words, hits };
}

function hitsAt(words: readonly FoldedWord[], index: number, terms: readonly SearchTerm[]): TermHit[] {
  return terms.flatMap((term, number) =>
    standsAt(words, index, term)
      ? [{ term: number, hit: { from: index, to: index + term.words.length } }]
      : [],
  );
}

function standsAt(words: readonly FoldedWord[], index: number, term: SearchTerm): boolean {
  const lastWord = term.words.length - 1;
  return term.words.every((wanted, offset) => {
    const found = words[index + offset]?.folded;
    if (found === undefined) return false;
    return term.prefix && offset === lastWord ? found.startsWith(wanted) : found === wanted;
  });
}

/** Word index at which the window starts its count: the hit with the most different terms after it. */
function bestWindow(hits: readonly TermHit[]): number | null {
  let best: { readonly at: number; readonly terms: number } | null = null;
  for (const [index, { hit }] of hits.entries()) {
    // Of the hits on one word the first sees all that the others see.
    if (hits[index - 1]?.hit.from === hit.from) continue;
    const terms = termsNear(hits, index);
    if (best === null || terms > best.terms) best = { at: hit.from, terms };
  }
  return best?.at ?? null;
}

/** How many different terms stand in the window that begins with a hit. */
function termsNear(hits: readonly TermHit[], index: number): number {
  const near = new Set<number>();
  const end = (hits[index]?.hit.from ?? 0) + WORDS_AFTER;
  for (let next = index; next < hits.length; next += 1) {
    const other = hits[next];
    if (other === undefined || other.hit.from >= end) break;
    near.add(other.term);
  }
  return near.size;
}

function markHits(
  text: string,
  words: readonly FoldedWord[],
  window: { readonly first: number; readonly last: number; readonly hits: readonly Hit[] },
): string {
  const { first, last, hits } = window;
  const start = first === 0 ? 0 : (words[first]?.start ?? 0);
  const lastWord = words[last - 1];
  const whole = last >= words.length && (words.length === 0 || last === words.length);
  const end = whole ? Math.min(text.length, (lastWord?.end ?? 0) + 8) : (lastWord?.end ?? text.length);
  let written = '';
  let at = start;
  for (const { from, to } of hits) {
    const opens = words[from]?.start ?? 0;
    const closes = words[to - 1]?.end ?? 0;
    if (opens < at || closes > end) continue;
    written += `${text.slice(at, opens)}⟦${text.slice(opens, closes)}⟧`;
    at = closes;
  }
  const cut = `${written}${text.slice(at, end)}`.replace(/\s+/g, ' ').trim().toWellFormed();
  return `${start > 0 ? '… ' : ''}${cut}${end < text.length ? ' …' : ''}`;
}
