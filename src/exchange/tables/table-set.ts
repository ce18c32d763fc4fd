/** Tables as data: what spreadsheets, Datasette and codes-and-columns formats are written from. */

/** A cell. Null: not stated, never zero and never ''. */
export type Cell = string | number | null;

export interface Column {
  readonly name: string;
  readonly type: 'text' | 'integer' | 'real';
  /** One sentence with unit and index base. */
  readonly about: string;
  /** The table whose `id` it names. */
  readonly names?: string;
}

export interface Table {
  readonly name: string;
  readonly about: string;
  readonly columns: readonly Column[];
  /** Columns that tell rows apart; empty: none do. */
  readonly key: readonly string[];
  /** One cell a column. */
  readonly rows: readonly (readonly Cell[])[];
}

export interface TableSet {
  readonly title: string;
  readonly about: string;
  /** Tables that others name come first. */
  readonly tables: readonly Table[];
  /** Saved questions for Datasette: name, title, SQL. */
  readonly questions: readonly { readonly name: string; readonly title: string; readonly sql: string }[];
}
