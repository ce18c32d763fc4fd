/** What SQLite does in its own way: lists are JSON, full text is FTS5. */
import type { Kysely } from 'kysely';
import type { SearchTerm } from '../../record/search/search-terms.ts';
import { ftsExpression } from '../search/fts-expression.ts';
import type { Tables } from '../tables.ts';
import { claimsQuery } from './claim-queries.ts';
import { cutClaims } from './cut-claims.ts';
import { type Dialect, type FoundRow, type RawSql, TITLE_WEIGHT } from './dialect.ts';
import { eachRow, rowsOf, type Steps } from './steps.ts';

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
    wholeSum: (column) => sql`sum(${column})`,
    claims: function* (only, each): Steps<void> {
      // A source's claims lie in one or two entries: each entry is fetched once, and not once for every claim.
      if (only.source !== undefined) return yield* cutClaims(Object.assign(build, { own }), only, each);
      const query = claimsQuery(Object.assign(build, { own }), only);
      if (only.limit === undefined) yield* eachRow(query, ([body]) => each(String(body)));
      else for (const { body } of yield* rowsOf(query)) each(body);
    },
    found: function* (terms: readonly SearchTerm[], limit: number): Steps<readonly FoundRow[]> {
      const ranked = sql<FoundRow>`
        SELECT captures.body AS capture, sources.body AS source, texts.content AS content
        FROM (
          SELECT rowid AS place, bm25(search, ${sql.lit(TITLE_WEIGHT)}, 1.0) AS score
          FROM search WHERE search MATCH ${ftsExpression(terms)}
          ORDER BY score, place LIMIT ${limit}
        ) AS hits
        JOIN captures ON captures.place = hits.place
        JOIN sources ON sources.place = captures.source
        LEFT JOIN texts ON texts.sha256 = captures.text_sha256
        ORDER BY hits.score, hits.place`;
      return yield* rowsOf({ compile: () => ranked.compile(build) });
    },
  };
  return own;
}
