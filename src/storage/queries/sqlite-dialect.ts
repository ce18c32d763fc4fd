/** What SQLite does in its own way: lists are JSON, full text is FTS5. */
import type { Kysely, RawBuilder } from 'kysely';
import type { SearchTerm } from '../../record/search/search-terms.ts';
import { ftsExpression } from '../search/fts-expression.ts';
import type { Tables } from '../tables.ts';
import { claimsQuery } from './claim-queries.ts';
import { cutClaims } from './cut-claims.ts';
import {
  type Dialect,
  type FoundRow,
  type FoundRows,
  LATEST_TEXTS,
  MOST_COUNTED,
  type RawSql,
  TITLE_WEIGHT,
} from './dialect.ts';
import { eachRow, rowOf, rowsOf, type Steps } from './steps.ts';

/**
 * SQLite's own ways.
 *
 * @example
 * sqliteDialect(build, sql).engine; // 'sqlite'
 */
export function sqliteDialect(build: Kysely<Tables>, sql: RawSql): Dialect {
  const own: Dialect = {
    engine: 'sqlite',
    isAmong: (column, values) => sql`${column} in (select value from json_each(${JSON.stringify(values)}))`,
    isPlaceAmong: (column, places) =>
      sql`${column} in (select value from json_each(${JSON.stringify(places)}))`,
    wholeSum: (column) => sql`sum(${column})`,
    claims: function* (only, each): Steps<void> {
      // A source's claims lie in one or two entries: each entry is fetched once, and not once for every claim.
      if (only.source !== undefined) return yield* cutClaims(Object.assign(build, { own }), only, each);
      const query = claimsQuery(Object.assign(build, { own }), only);
      if (only.limit === undefined) yield* eachRow(query, ([body]) => each(String(body)));
      else for (const { body } of yield* rowsOf(query)) each(body);
    },
    found: function* (terms: readonly SearchTerm[], limit: number): Steps<FoundRows> {
      const compiled = <R>(query: RawBuilder<R>) => ({ compile: () => query.compile(build) });
      const match = ftsExpression(terms);
      const counted = yield* rowOf<{ hits: number }>(
        compiled(sql`SELECT count(*) AS hits FROM (
          SELECT rowid FROM search WHERE search MATCH ${match} LIMIT ${MOST_COUNTED + 1})`),
      );
      const whole = (counted?.hits ?? 0) <= MOST_COUNTED;
      const among = whole
        ? sql`search MATCH ${match}`
        : sql`search MATCH ${match} AND rowid >= ${latest(sql, match)}`;
      const ranked = sql<FoundRow>`
        SELECT captures.body AS capture, sources.body AS source, texts.content AS content
        FROM (
          SELECT rowid AS place, bm25(search, ${sql.lit(TITLE_WEIGHT)}, 1.0) AS score
          FROM search WHERE ${among}
          ORDER BY score, place LIMIT ${limit}
        ) AS hits
        JOIN captures ON captures.place = hits.place
        JOIN sources ON sources.place = captures.source
        LEFT JOIN texts ON texts.sha256 = captures.text_sha256
        ORDER BY hits.score, hits.place`;
      return { rows: yield* rowsOf(compiled(ranked)), whole };
    },
  };
  return own;
}

/**
 * The first of the texts that are weighed when very many fit: the latest of the latest. Their places are read from the table in
 * which FTS5 keeps the length of each text (`search_docsize`), a few bytes a text: the texts themselves would be deciphered page by page.
 */
function latest(sql: RawSql, match: string): RawBuilder<number> {
  return sql`(SELECT min(rowid) FROM (
    SELECT rowid FROM search WHERE search MATCH ${match} AND rowid >= coalesce(
      (SELECT id FROM search_docsize ORDER BY id DESC LIMIT 1 OFFSET ${LATEST_TEXTS - 1}), 0)
    ORDER BY rowid DESC LIMIT ${MOST_COUNTED}))`;
}
