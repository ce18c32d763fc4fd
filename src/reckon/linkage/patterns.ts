/**
 * Agreement patterns: how a pair compares in every column, as one whole number, so that millions of pairs are a few thousand
 * patterns with counts. The number is mixed radix over the columns in their order; in each place 0 means "no value on one
 * side" and 1 + n means level n.
 */
import { LEVELS, type LinkColumn } from './columns.ts';

/** A pattern and how many pairs show it. */
export interface PatternCount {
  /** Levels by column, 0-based; -1 where one side has no value. */
  readonly levels: Int8Array;
  readonly code: number;
  readonly pairs: number;
}

/**
 * What a step of each column is worth in a pattern's number.
 *
 * @example
 * placeValues([{ name: 'sex', kind: 'sex' }, { name: 'age', kind: 'age' }]); // [1, 3]
 */
export function placeValues(columns: readonly LinkColumn[]): readonly number[] {
  let worth = 1;
  return columns.map(({ kind }) => {
    const own = worth;
    worth *= LEVELS[kind].length + 1;
    return own;
  });
}

/**
 * Levels of a pattern's number.
 *
 * @example
 * decodePattern(2, [{ name: 'sex', kind: 'sex' }]); // Int8Array [1]
 */
export function decodePattern(code: number, columns: readonly LinkColumn[]): Int8Array {
  const levels = new Int8Array(columns.length);
  let rest = code;
  for (const [at, { kind }] of columns.entries()) {
    const radix = LEVELS[kind].length + 1;
    levels[at] = (rest % radix) - 1;
    rest = Math.floor(rest / radix);
  }
  return levels;
}
