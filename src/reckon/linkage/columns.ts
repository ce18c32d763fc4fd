/**
 * What a linkage compares: the columns of the lists by kind, and for each kind its comparison levels, worst first. The levels
 * are names; `engine/duckdb/level-sql.ts` says when a pair reaches one. A pair that lacks a value on either side is at no level
 * and gives no evidence. Nothing here knows a data set: a mapping says which column is of which kind.
 */
import type { NameScript } from './names/name-letters.ts';

/**
 * `given`, `family`, `name` (all parts in one field): names. `date`: EDTF or ISO day. `year`, `month`, `day`: parts of a date.
 * `age`: whole years. `sex`: a code. `place`: a name of a place. `code`: a number or code of the person (identity number,
 * postcode, telephone). `text`: other wording (address, e-mail, occupation).
 */
export const COLUMN_KINDS = [
  'given',
  'family',
  'name',
  'date',
  'year',
  'month',
  'day',
  'age',
  'sex',
  'place',
  'code',
  'text',
] as const;
/**
 * The kinds of a mapping, and `across-scripts`: a name column compared once more where the two spellings are in different
 * scripts, and only there. Such columns are added by the linkage when a list holds names in both.
 */
export type ColumnKind = (typeof COLUMN_KINDS)[number] | 'across-scripts';

/** One column that is compared. */
export interface LinkColumn {
  readonly name: string;
  readonly kind: ColumnKind;
  /** Of `across-scripts`: the name column that it compares, 0-based, and the script beside Latin. */
  readonly across?: { readonly of: number; readonly script: NameScript };
}

const NAME_LEVELS = [
  'differs',
  'somewhat-alike',
  'initial',
  'nearly-swapped',
  'alike',
  'same-sound',
  'nearly-same',
  'swapped',
  'same',
] as const;

/** Comparison levels of each kind, worst first; the last is full agreement. */
export const LEVELS: Readonly<Record<ColumnKind, readonly string[]>> = {
  given: NAME_LEVELS,
  family: NAME_LEVELS,
  name: [
    'differs',
    'somewhat-alike',
    'shares-a-part',
    'alike',
    'same-sound',
    'nearly-same',
    'other-order',
    'same',
  ],
  date: [
    'differs',
    'same-year',
    'two-signs-off',
    'same-year-and-month',
    'same-year-as-known',
    'same-month-as-known',
    'one-sign-off',
    'day-month-swapped',
    'same',
  ],
  year: ['differs', 'one-sign-off', 'a-year-off', 'same'],
  month: ['differs', 'same'],
  day: ['differs', 'one-sign-off', 'same'],
  age: ['differs', 'within-five', 'within-two', 'within-one', 'same'],
  sex: ['differs', 'same'],
  place: ['differs', 'one-within-other', 'nearly-same', 'same'],
  code: ['differs', 'two-signs-off', 'one-sign-off', 'same'],
  text: ['differs', 'somewhat-alike', 'alike', 'nearly-same', 'same'],
  'across-scripts': ['differs', 'somewhat-alike', 'alike', 'very-alike'],
};

/** Kinds whose common values weigh less than their rare ones. */
export const WEIGHED_BY_VALUE: ReadonlySet<ColumnKind> = new Set([
  'given',
  'family',
  'name',
  'place',
  'text',
  'code',
  'date',
]);

/**
 * The place of full agreement among a kind's levels, 0-based.
 *
 * @example
 * topLevel('sex'); // 1
 */
export function topLevel(kind: ColumnKind): number {
  return LEVELS[kind].length - 1;
}
