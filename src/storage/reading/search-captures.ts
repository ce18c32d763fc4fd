/** Full-text search: best match first, earlier captures first among equals. */
import type { SearchHit, SearchHits } from '../../desk/ports/record-store.ts';
import type { Capture } from '../../record/capture.ts';
import { parseSearch, type SearchTerm } from '../../record/search/search-terms.ts';
import { opening, snippet } from '../../record/search/snippet.ts';
import type { Source } from '../../record/source.ts';
import type { FoundRow } from '../queries/dialect.ts';
import type { Steps } from '../queries/steps.ts';
import type { RecordQueries } from './reading-port.ts';

/**
 * Searches titles and texts.
 *
 * @param limit hits at most
 * @example
 * const { hits } = yield* searchCaptures(queries, '"old mill" held', 20);
 */
export function* searchCaptures({ build }: RecordQueries, query: string, limit: number): Steps<SearchHits> {
  const terms = parseSearch(query);
  const most = Math.floor(limit);
  if (terms.length === 0 || !(most > 0)) return { hits: [], whole: true };
  const { rows, whole } = yield* build.own.found(terms, Math.min(most, Number.MAX_SAFE_INTEGER));
  return { hits: rows.map((row) => hitOf(row, terms)), whole };
}

function hitOf(row: FoundRow, terms: readonly SearchTerm[]): SearchHit {
  const capture = JSON.parse(row.capture) as Capture;
  const source = JSON.parse(row.source) as Source;
  const text = row.content ?? '';
  return {
    source: source.id,
    capture: capture.id,
    title: source.title,
    snippet: snippet(text, terms) ?? snippet(source.title ?? '', terms) ?? opening(text),
  };
}
