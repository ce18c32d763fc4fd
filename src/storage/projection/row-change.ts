/** One row that comes or changes: what a projection gives and an engine writes. */
import type { Tables, ViewTable } from '../tables.ts';

/** A new row, whole. */
export type RowInsert = {
  readonly [T in ViewTable]: { readonly op: 'insert'; readonly table: T; readonly row: Readonly<Tables[T]> };
}[ViewTable];

/** A table whose rows have a place and may change. */
export type UpdatedTable =
  | 'sources'
  | 'actors'
  | 'propositions'
  | 'claims'
  | 'utterances'
  | 'search_documents'
  | 'links'
  | 'findings'
  | 'lists'
  | 'listings'
  | 'decisions'
  | 'compartments'
  | 'sealed_records';

/** A row that has a place, changed in the named columns. */
export type RowUpdate = {
  readonly [T in UpdatedTable]: {
    readonly op: 'update';
    readonly table: T;
    readonly place: number;
    readonly set: Readonly<Partial<Tables[T]>> & { readonly entry: number };
  };
}[UpdatedTable];

/** Claims that come to a tally (negative: that go from it); the row is made when there is none. */
export interface TallyChange {
  readonly op: 'tally';
  readonly table: 'tallies';
  readonly row: Readonly<Tables['tallies']>;
}

export type RowChange = RowInsert | RowUpdate | TallyChange;
