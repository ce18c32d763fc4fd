/**
 * A user's search words, read so that nothing typed can be a fault: terms are joined by AND, "quoted words" are
 * a phrase, a star after a word means "begins with". Everything else (hyphens, brackets, operators, an
 * unclosed quote) only separates words. A term said twice is one.
 */
import { foldedWords } from './fold-words.ts';

/** Words that must follow each other; a single word is a phrase of one. */
export interface SearchTerm {
  /** Folded. Never empty. */
  readonly words: readonly string[];
  /** The last word may go on. */
  readonly prefix: boolean;
}

const PIECE = /"([^"]*)"(\*?)|([^\s"]+)|"/g;

/**
 * Reads a query. An empty list finds nothing.
 *
 * @example
 * parseSearch('Café "press freedom" vill*');
 * // [{ words: ['cafe'], prefix: false }, { words: ['press', 'freedom'], prefix: false }, { words: ['vill'], prefix: true }]
 */
export function parseSearch(query: string): readonly SearchTerm[] {
  const terms = new Map<string, SearchTerm>();
  for (const [, phrase, star, bare] of query.toWellFormed().matchAll(PIECE)) {
    const words = [...foldedWords(phrase ?? bare ?? '')].map((word) => word.folded);
    const prefix = star === '*' || (bare?.endsWith('*') ?? false);
    if (words.length > 0) terms.set(`${words.join(' ')}${prefix ? '*' : ''}`, { words, prefix });
  }
  return [...terms.values()];
}
