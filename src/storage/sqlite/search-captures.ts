/** Full-text search over FTS5: best match first, earlier captures first among equals. */
import type { SearchHit } from '../../desk/ports/record-store.ts';
import type { Capture } from '../../record/capture.ts';
import type { Source } from '../../record/source.ts';
import { ftsExpression, parseSearch, type SearchTerm } from '../search/search-query.ts';
import { opening, snippet } from '../search/snippet.ts';
import type { Statements } from './statements.ts';

/** A word in the title weighs as much as this many in the text. */
const TITLE_WEIGHT = 4;

const SEARCH = `
  SELECT captures.body AS capture, sources.body AS source, texts.content AS content
  FROM search
  JOIN captures ON captures.place = search.rowid
  JOIN sources ON sources.place = captures.source
  LEFT JOIN texts ON texts.sha256 = captures.text_sha256
  WHERE search MATCH ?
  ORDER BY bm25(search, ${TITLE_WEIGHT}.0, 1.0), search.rowid
  LIMIT ?`;

interface HitRow {
  readonly capture: string;
  readonly source: string;
  readonly content: string | null;
}

/**
 * Searches titles and texts.
 *
 * @param limit hits at most
 * @example
 * searchCaptures(statements, '"old mill" held', 20);
 */
export function searchCaptures(statements: Statements, query: string, limit: number): readonly SearchHit[] {
  const terms = parseSearch(query);
  const most = Math.floor(limit);
  if (terms.length === 0 || !(most > 0)) return [];
  const rows = statements<HitRow>(SEARCH).all(ftsExpression(terms), Math.min(most, Number.MAX_SAFE_INTEGER));
  return rows.map((row) => hitOf(row, terms));
}

function hitOf(row: HitRow, terms: readonly SearchTerm[]): SearchHit {
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
