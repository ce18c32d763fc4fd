/** The words around a hit, from the text as it is stored, with the hits between ⟦ and ⟧. */
import { type FoldedWord, foldedWords } from './fold-words.ts';
import type { SearchTerm } from './search-terms.ts';

const WORDS_BEFORE = 12;
const WORDS_AFTER = 18;

interface Hit {
  /** Indexes into the words; end exclusive. */
  readonly from: number;
  readonly to: number;
}

/**
 * Cuts the best stretch out of a text: the one in which most different terms stand, the earliest of equals. Null
 * when no term stands in it.
 *
 * @example
 * snippet('Twelve men were held in the old mill.', parseSearch('held')); // 'Twelve men were ⟦held⟧ in the old mill.'
 */
export function snippet(text: string, terms: readonly SearchTerm[]): string | null {
  const words = [...foldedWords(text)];
  const hits = hitsIn(words, terms);
  const best = bestWindow(hits);
  if (best === null) return null;
  const first = Math.max(0, best - WORDS_BEFORE);
  const last = Math.min(words.length, best + WORDS_AFTER);
  return markHits(text, words, { first, last, hits: hits.map(({ hit }) => hit) });
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

function hitsIn(words: readonly FoldedWord[], terms: readonly SearchTerm[]): { term: number; hit: Hit }[] {
  const hits: { term: number; hit: Hit }[] = [];
  words.forEach((_, index) => {
    terms.forEach((term, number) => {
      if (standsAt(words, index, term))
        hits.push({ term: number, hit: { from: index, to: index + term.words.length } });
    });
  });
  return hits;
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
function bestWindow(hits: readonly { term: number; hit: Hit }[]): number | null {
  let best: { at: number; terms: number } | null = null;
  hits.forEach(({ hit }, index) => {
    const near = new Set<number>();
    for (let next = index; next < hits.length; next += 1) {
      const other = hits[next];
      if (other === undefined || other.hit.from >= hit.from + WORDS_AFTER) break;
      near.add(other.term);
    }
    if (best === null || near.size > best.terms) best = { at: hit.from, terms: near.size };
  });
  return (best as { at: number } | null)?.at ?? null;
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
