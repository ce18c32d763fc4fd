/** What PostgreSQL does in its own way: lists are arrays, full text is a GIN index over folded words. */
import type { Kysely } from 'kysely';
import type { SearchTerm } from '../../record/search/search-terms.ts';
import type { Tables } from '../tables.ts';
import { cutClaims } from './cut-claims.ts';
import type { Dialect, FoundRows, RawSql } from './dialect.ts';
import { searchedInPostgres } from './postgres-search.ts';
import type { Steps } from './steps.ts';

/**
 * PostgreSQL's own ways.
 *
 * @example
 * postgresDialect(build, sql).engine; // 'postgres'
 */
export function postgresDialect(build: Kysely<Tables>, sql: RawSql): Dialect {
  const own: Dialect = {
    engine: 'postgres',
    isAmong: (column, values) => sql`${column} = any(${[...values]}::text[])`,
    isPlaceAmong: (column, places) => sql`${column} = any(${[...places]}::int8[])`,
    wholeSum: (column) => sql`sum(${column})::int8`,
    claims: (only, each) => cutClaims(Object.assign(build, { own }), only, each),
    found: (terms: readonly SearchTerm[], limit: number): Steps<FoundRows> =>
      searchedInPostgres(build, sql, { terms, limit }),
  };
  return own;
}
