/**
 * Full text on PostgreSQL: a GIN index over the same folded words that the other engine indexes. The index narrows, the folded
 * text decides: phrases are looked for in it letter by letter, and hits are counted in it, so that both engines find the same in
 * the same order as long as no word stands in more than `MOST_COUNTED` texts. What is asked of the index is always cut: a word
 * that stands in nearly all of a million texts costs no more than one that stands in a thousand.
 */
import type { Kysely, RawBuilder, SqlBool } from 'kysely';
import type { SearchTerm } from '../../record/search/search-terms.ts';
import type { Tables } from '../tables.ts';
import {
  type FoundRow,
  type FoundRows,
  LATEST_TEXTS,
  MOST_COUNTED,
  type RawSql,
  TITLE_WEIGHT,
} from './dialect.ts';
import { rowOf, rowsOf, type Steps } from './steps.ts';

/** Code points of a word that the index holds: a lexeme has at most 2,046 bytes. */
export const INDEXED_LETTERS = 500;

const LEAST_WEIGHT = 1e-6;

interface Asking {
  readonly sql: RawSql;
  readonly compiled: <R>(query: RawBuilder<R>) => { compile(): ReturnType<RawBuilder<R>['compile']> };
}

/**
 * Captures in which all terms stand, best first.
 *
 * @example
 * yield* searchedInPostgres(build, sql, { terms, limit: 20 });
 */
export function* searchedInPostgres(
  build: Kysely<Tables>,
  sql: RawSql,
  { terms, limit }: { readonly terms: readonly SearchTerm[]; readonly limit: number },
): Steps<FoundRows> {
  const asking: Asking = { sql, compiled: (query) => ({ compile: () => query.compile(build) }) };
  const words = wordsOf(terms);
  const counted = yield* rowOf(asking.compiled(countQuery(sql, words)));
  if (counted === null || counted.hits.some((hits) => hits === 0)) return { rows: [], whole: true };
  const hitsOf = new Map(words.map((word, at) => [keyOf(word), counted.hits[at] ?? 0]));
  const hits: number[] = [];
  for (const term of terms) hits.push(yield* hitsOfTerm(asking, term, hitsOf));
  if (hits.includes(0)) return { rows: [], whole: true };
  const { among, whole } = yield* amongOf(asking, words, hitsOf);
  const weights = hits.map((each) => weightOf(each, counted.documents));
  const average = counted.words / counted.documents;
  const query = rankedQuery(sql, { terms, weights, average, limit, among });
  return { rows: yield* rowsOf(asking.compiled(query)), whole };
}

/** A word to be looked for in the index. */
interface Word {
  readonly word: string;
  readonly prefix: boolean;
}

/** Each once. */
function wordsOf(terms: readonly SearchTerm[]): readonly Word[] {
  const all = terms.flatMap(({ words, prefix }) =>
    words.map((word, at) => ({ word, prefix: prefix && at === words.length - 1 })),
  );
  return [...new Map(all.map((word) => [keyOf(word), word])).values()];
}

/** A word as the index is asked for it; bound as a value, so that nothing typed is ever read as an operator. */
function keyOf({ word, prefix }: Word): string {
  const quoted = indexed(word).replaceAll('\\', '\\\\').replaceAll("'", "''");
  return `'${quoted}'${prefix ? ':*' : ''}`;
}

function indexed(word: string): string {
  return word.length <= INDEXED_LETTERS ? word : [...word].slice(0, INDEXED_LETTERS).join('');
}

/** Inverse document frequency as FTS5 reckons it. */
function weightOf(hits: number, documents: number): number {
  return Math.max(Math.log((documents - hits + 0.5) / (hits + 0.5)), LEAST_WEIGHT);
}

/** Whether the index alone says that the term stands there. */
function isDecidedByIndex({ words }: SearchTerm): boolean {
  const [first = ''] = words;
  return words.length === 1 && indexed(first) === first;
}

interface Counted {
  readonly documents: number;
  readonly words: number;
  /** Documents in which each word stands; `MOST_COUNTED` + 1: in more than those. */
  readonly hits: readonly number[];
}

function countQuery(sql: RawSql, words: readonly Word[]): RawBuilder<Counted> {
  const counts = words.map(
    (word) => sql`(select count(distinct document) from (
      select document from search_words where words @@ ${keyOf(word)}::tsquery limit ${MOST_COUNTED + 1}) as taken)`,
  );
  return sql`select documents, words, array[${sql.join(counts)}]::int4[] as hits from search_totals`;
}

/** The rarest word, when it stands in no more documents than are counted. */
function rarestOf(words: readonly Word[], hitsOf: ReadonlyMap<string, number>): Word | null {
  const hits = (word: Word): number => hitsOf.get(keyOf(word)) ?? 0;
  const [rarest] = words.toSorted((a, b) => hits(a) - hits(b));
  return rarest === undefined || hits(rarest) > MOST_COUNTED ? null : rarest;
}

/** Documents with one word, and all others in them. */
function withRare(sql: RawSql, words: readonly Word[], rare: Word): RawBuilder<unknown> {
  const others = words
    .filter((word) => word !== rare)
    .map(
      (word) => sql`and exists (select from search_words as other
      where other.document = rare.document and other.words @@ ${keyOf(word)}::tsquery)`,
    );
  return sql`select rare.document from (
    select distinct document from search_words where words @@ ${keyOf(rare)}::tsquery offset 0) as rare
    where true ${sql.join(others, sql` `)}`;
}

/** In how many documents a term stands; a phrase of frequent words alone counts as a frequent word. */
function* hitsOfTerm(
  { sql, compiled }: Asking,
  term: SearchTerm,
  hitsOf: ReadonlyMap<string, number>,
): Steps<number> {
  const words = wordsOf([term]);
  const rare = rarestOf(words, hitsOf);
  const [only] = words;
  if (isDecidedByIndex(term) && only !== undefined) return hitsOf.get(keyOf(only)) ?? 0;
  if (rare === null) return MOST_COUNTED + 1;
  const counted = yield* rowOf<{ hits: number }>(
    compiled(sql`select count(*)::int4 as hits from search_documents as found
      where found.place in (${withRare(sql, words, rare)}) and ${holds(sql, term)}`),
  );
  return counted?.hits ?? 0;
}

interface Among {
  /** A query for the documents that are weighed. */
  readonly among: RawBuilder<unknown>;
  /** Whether all documents are among them in which all words stand. */
  readonly whole: boolean;
}

function* amongOf(
  { sql, compiled }: Asking,
  words: readonly Word[],
  hitsOf: ReadonlyMap<string, number>,
): Steps<Among> {
  const rare = rarestOf(words, hitsOf);
  if (rare !== null) return { among: withRare(sql, words, rare), whole: true };
  const together = words.map(keyOf).join(' & ');
  const all = sql`select document from search_words where words @@ ${together}::tsquery`;
  if (words.length > 1) {
    const counted = yield* rowOf<{ hits: number }>(
      compiled(sql`select count(*)::int4 as hits from (${all} limit ${MOST_COUNTED + 1}) as taken`),
    );
    if ((counted?.hits ?? 0) <= MOST_COUNTED) return { among: all, whole: true };
  }
  const latest = sql`select document from (
    select document, words from search_words order by document desc limit ${LATEST_TEXTS}) as latest
    where words @@ ${together}::tsquery limit ${MOST_COUNTED}`;
  return { among: latest, whole: false };
}

/** The term as it stands in a text whose words are each enclosed in spaces of their own. */
function patternOf({ words, prefix }: SearchTerm): string {
  return ` ${words.join('  ')}${prefix ? '' : ' '}`;
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

interface Ranked extends Pick<Among, 'among'> {
  readonly terms: readonly SearchTerm[];
  /** Of each term. */
  readonly weights: readonly number[];
  /** Words of a document on average. */
  readonly average: number;
  readonly limit: number;
}

/** BM25 as FTS5 reckons it: k1 = 1.2, b = 0.75. */
function rankedQuery(sql: RawSql, { terms, weights, average, limit, among }: Ranked): RawBuilder<FoundRow> {
  const exact = terms.filter((term) => !isDecidedByIndex(term)).map((term) => holds(sql, term));
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
    with among as materialized (${among}), best as (
      select found.place, ${sql.join(scores, sql` + `)} as score
      from among
      join search_documents as found on found.place = among.document
      join search_words as sizes on sizes.document = found.place and sizes.part = 0
      cross join lateral (
        select ${spaced(sql, 'found.title')} as title, ${spaced(sql, 'found.content')} as content offset 0
      ) as spaced
      cross join lateral (select ${sql.join(counts)} offset 0) as often
      where ${exact.length === 0 ? sql`true` : sql.join(exact, sql` and `)}
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
