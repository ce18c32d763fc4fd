/**
 * Where the two engines write SQL differently. Everything else is one query for both; each engine has one file that
 * fills this in.
 */
import type { Expression, Kysely, RawBuilder, SqlBool } from 'kysely';
import type { SearchTerm } from '../../record/search/search-terms.ts';
import type { Tables } from '../tables.ts';
import type { ClaimConditions } from './claim-conditions.ts';
import type { Steps } from './steps.ts';

/** The piece of the query builder with which dialects write what it has no words for. */
export type RawSql = typeof import('kysely')['sql'];

/** A capture found by a search, with what its hit is made of. */
export interface FoundRow {
  /** The capture and its source as JSON. */
  readonly capture: string;
  readonly source: string;
  /** The capture's text; null when it has none. */
  readonly content: string | null;
}

/** What a search found. */
export interface FoundRows {
  readonly rows: readonly FoundRow[];
  /** False: the words stand together in more than `MOST_COUNTED` texts, and the latest alone were weighed. */
  readonly whole: boolean;
}

/** What one engine does in its own way. */
export interface Dialect {
  readonly engine: 'sqlite' | 'postgres';
  /** Whether a column holds one of the values; no value fits an empty list. The list may be of any length. */
  isAmong(column: Expression<unknown>, values: readonly string[]): RawBuilder<SqlBool>;
  /** The same for whole numbers. */
  isPlaceAmong(column: Expression<number>, places: readonly number[]): RawBuilder<SqlBool>;
  /** A sum of whole numbers as a whole number. */
  wholeSum(column: Expression<number>): RawBuilder<number>;
  /** Hands over the JSON of claims as they stand now, in log order. */
  claims(only: ClaimConditions, each: (body: string) => void): Steps<void>;
  /**
   * Captures in which all terms stand, in title or text: best first by BM25 with the title weighing four times, in
   * log order among equals. Where they stand together in more than `MOST_COUNTED` texts, at most so many of the latest
   * `LATEST_TEXTS` are weighed.
   *
   * @param limit 1 or more
   */
  found(terms: readonly SearchTerm[], limit: number): Steps<FoundRows>;
}

/** Where queries start; it knows what its engine does in its own way. */
export type QueryBuilder = Kysely<Tables> & { readonly own: Dialect };

/** Texts that are counted and weighed for one search. */
export const MOST_COUNTED = 1000;
/** Texts at the end of the log that are looked through for words which stand together in more than those. */
export const LATEST_TEXTS = 10_000;
/** A word in the title weighs as much as this many in the text. */
export const TITLE_WEIGHT = 4;
