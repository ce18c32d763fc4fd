/**
 * What PostgreSQL does in its own way: lists are arrays; full text is a GIN index over the same folded words that the
 * other engine indexes. The index narrows, the folded text decides: phrases are looked for in it letter by letter,
 * and hits are counted in it, so that both engines find the same in the same order.
 */
import type { Kysely, RawBuilder, SqlBool } from 'kysely';
import type { SearchTerm } from '../../record/search/search-terms.ts';
import type { Tables } from '../tables.ts';
import { cutClaims } from './cut-claims.ts';
import { type Dialect, type FoundRow, type RawSql, TITLE_WEIGHT } from './dialect.ts';
import { rowOf, rowsOf, type Steps } from './steps.ts';

/** Code points of a word that the index holds: a lexeme has at most 2,046 bytes. */
export const INDEXED_LETTERS = 500;

/** BM25 as FTS5 reckons it: k1 = 1.2, b = 0.75. */
const LEAST_WEIGHT = 1e-6;

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
    wholeSum: (column) => sql`sum(${column})::int8`,
    claims: (only, each) => cutClaims(Object.assign(build, { own }), only, each),
    found: function* (terms: readonly SearchTerm[], limit: number): Steps<readonly FoundRow[]> {
      const compiled = <R>(query: RawBuilder<R>) => ({ compile: () => query.compile(build) });
      const counted = yield* rowOf(compiled(countQuery(sql, terms)));
      if (counted === null || counted.hits.some((hits) => hits === 0)) return [];
      const weights = counted.hits.map((hits) => weightOf(hits, counted.documents));
      const average = counted.words / counted.documents;
      return yield* rowsOf(compiled(rankedQuery(sql, { terms, weights, average, limit })));
    },
  };
  return own;
}

/** Inverse document frequency as FTS5 reckons it. */
function weightOf(hits: number, documents: number): number {
  return Math.max(Math.log((documents - hits + 0.5) / (hits + 0.5)), LEAST_WEIGHT);
}

/** A word as the index is asked for it; bound as a value, so that nothing typed is ever read as an operator. */
function lexeme(word: string, prefix: boolean): string {
  const quoted = indexed(word).replaceAll('\\', '\\\\').replaceAll("'", "''");
  return `'${quoted}'${prefix ? ':*' : ''}`;
}

function indexed(word: string): string {
  return word.length <= INDEXED_LETTERS ? word : [...word].slice(0, INDEXED_LETTERS).join('');
}

/** The term as it stands in a text whose words are each enclosed in spaces of their own. */
function patternOf({ words, prefix }: SearchTerm): string {
  return ` ${words.join('  ')}${prefix ? '' : ' '}`;
}

/** Whether the index alone says that the term stands there. */
function isDecidedByIndex({ words }: SearchTerm): boolean {
  const [first = ''] = words;
  return words.length === 1 && indexed(first) === first;
}

/** Conditions that all words of a term stand in the document somewhere. */
function standsIn(
  sql: RawSql,
  place: RawBuilder<number>,
  { words, prefix }: SearchTerm,
): RawBuilder<SqlBool> {
  const last = words.length - 1;
  const each = words.map(
    (word, at) =>
      sql<SqlBool>`${place} in (select document from search_words where words @@ ${lexeme(word, prefix && at === last)}::tsquery)`,
  );
  return sql`(${sql.join(each, sql` and `)})`;
}

/** Each word enclosed in spaces of its own, so that neighbours share none and every occurrence is counted. */
function spaced(sql: RawSql, column: string): RawBuilder<string> {
  return sql`(' ' || replace(${sql.ref(column)}, ' ', '  ') || ' ')`;
}

function holds(sql: RawSql, term: SearchTerm): RawBuilder<SqlBool> {
  const pattern = patternOf(term);
  const title = spaced(sql, 'found.title');
  const content = spaced(sql, 'found.content');
  return sql`(strpos(${title}, ${pattern}) > 0 or strpos(${content}, ${pattern}) > 0)`;
}

interface Counted {
  readonly documents: number;
  readonly words: number;
  /** Documents in which each term stands. */
  readonly hits: readonly number[];
}

function countQuery(sql: RawSql, terms: readonly SearchTerm[]): RawBuilder<Counted> {
  const counts = terms.map((term) => {
    if (isDecidedByIndex(term)) {
      const word = lexeme(term.words[0] ?? '', term.prefix);
      return sql`(select count(distinct document) from search_words where words @@ ${word}::tsquery)`;
    }
    const candidates = standsIn(sql, sql`found.place`, term);
    return sql`(select count(*) from search_documents as found where ${candidates} and ${holds(sql, term)})`;
  });
  return sql`select documents, words, array[${sql.join(counts)}]::int4[] as hits from search_totals`;
}

interface Ranked {
  readonly terms: readonly SearchTerm[];
  /** Of each term. */
  readonly weights: readonly number[];
  /** Words of a document on average. */
  readonly average: number;
  readonly limit: number;
}

function rankedQuery(sql: RawSql, { terms, weights, average, limit }: Ranked): RawBuilder<FoundRow> {
  const exact = terms.filter((term) => !isDecidedByIndex(term)).map((term) => holds(sql, term));
  const conditions = [...terms.map((term) => standsIn(sql, sql`found.place`, term)), ...exact];
  const counts = terms.map(
    (term, at) => sql`${TITLE_WEIGHT}::float8 * ${occurrences(sql, 'spaced.title', term)}
      + ${occurrences(sql, 'spaced.content', term)} as ${sql.ref(`f${at}`)}`,
  );
  const scores = terms.map((_, at) => {
    const often = sql.ref(`often.f${at}`);
    return sql`${weights[at] ?? 0}::float8 * ((${often} * 2.2::float8)
      / (${often} + 1.2::float8 * (1 - 0.75::float8 + 0.75::float8 * sizes.size / ${average}::float8)))`;
  });
  return sql`
    with best as (
      select found.place, ${sql.join(scores, sql` + `)} as score
      from search_documents as found
      join search_words as sizes on sizes.document = found.place and sizes.part = 0
      cross join lateral (
        select ${spaced(sql, 'found.title')} as title, ${spaced(sql, 'found.content')} as content offset 0
      ) as spaced
      cross join lateral (select ${sql.join(counts)} offset 0) as often
      where ${sql.join(conditions, sql` and `)}
      order by score desc, found.place
      limit ${limit}
    )
    select captures.body as capture, sources.body as source, texts.content as content
    from best
    join captures on captures.place = best.place
    join sources on sources.place = captures.source
    left join texts on texts.sha256 = captures.text_sha256
    order by best.score desc, best.place`;
}

function occurrences(sql: RawSql, column: string, term: SearchTerm): RawBuilder<number> {
  const pattern = patternOf(term);
  const bytes = Buffer.byteLength(pattern);
  const text = sql.ref(column);
  return sql`((octet_length(${text}) - octet_length(replace(${text}, ${pattern}, ''))) / ${bytes}::int4)`;
}
