/** A short text with the hits of a search between ⟦ and ⟧; null where a term does not stand in it. */
import { type FoldedWord, foldedWords, foldText } from './fold-words.ts';
import type { SearchTerm } from './search-terms.ts';

/**
 * A text folded once, to be asked often: its words between single spaces.
 *
 * @example
 * foldForSearch('Old Mill'); // ' old mill '
 */
export function foldForSearch(text: string): string {
  return ` ${foldText(text)} `;
}

/**
 * Whether all terms stand in a folded text.
 *
 * @param folded from `foldForSearch`
 * @example
 * allStandIn(foldForSearch('Old Mill'), parseSearch('mill')); // true
 */
export function allStandIn(folded: string, terms: readonly SearchTerm[]): boolean {
  return terms.every(({ words, prefix }) => folded.includes(` ${words.join(' ')}${prefix ? '' : ' '}`));
}

/**
 * The whole text with every hit marked; marks of its own are kept out. Null unless all terms stand in it.
 *
 * @example
 * markedWords('Held in the old mill.', parseSearch('mill held')); // '⟦Held⟧ in the old ⟦mill⟧.'
 */
export function markedWords(text: string, terms: readonly SearchTerm[]): string | null {
  if (terms.length === 0 || !allStandIn(foldForSearch(text), terms)) return null;
  const words = [...foldedWords(text)];
  let written = '';
  let at = 0;
  for (let index = 0; index < words.length; index += 1) {
    const length = Math.max(0, ...terms.map((term) => lengthAt(words, index, term)));
    const [opens, closes] = [words[index], words[index + length - 1]];
    if (length === 0 || opens === undefined || closes === undefined) continue;
    written += `${unmarked(text.slice(at, opens.start))}⟦${unmarked(text.slice(opens.start, closes.end))}⟧`;
    at = closes.end;
    index += length - 1;
  }
  return written + unmarked(text.slice(at));
}

function unmarked(text: string): string {
  return text.replace(/[⟦⟧]/gu, ' ');
}

/** How many words of the text the term covers from here; 0: it does not stand here. */
function lengthAt(
  words: readonly FoldedWord[],
  index: number,
  { words: wanted, prefix }: SearchTerm,
): number {
  const stands = wanted.every((word, offset) => {
    const found = words[index + offset]?.folded;
    if (found === undefined) return false;
    return prefix && offset === wanted.length - 1 ? found.startsWith(word) : found === word;
  });
  return stands ? wanted.length : 0;
}
