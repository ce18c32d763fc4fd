/** A user's search words as SQLite's full-text engine reads them. */
import type { SearchTerm } from '../../record/search/search-terms.ts';

/**
 * Writes terms as an FTS5 expression in which every word is a quoted string.
 *
 * @example
 * ftsExpression([{ words: ['press', 'freedom'], prefix: true }]); // '"press freedom" *'
 */
export function ftsExpression(terms: readonly SearchTerm[]): string {
  return terms.map((term) => `"${term.words.join(' ')}"${term.prefix ? ' *' : ''}`).join(' AND ');
}
