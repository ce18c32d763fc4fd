/** One numbered step of the schema. Steps are never edited once released: a change is a new step. */

export interface Migration {
  /** 1-based, no gaps. */
  readonly version: number;
  readonly name: string;
  /** Statements for SQLite, run in order in one transaction. The second engine adds its own beside. */
  readonly sqlite: readonly string[];
}
