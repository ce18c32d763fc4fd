/** What the desk needs to turn tables into a database file that others open. */
import type { TableSet } from '../../exchange/tables/table-set.ts';

export type { Column, Table, TableSet } from '../../exchange/tables/table-set.ts';

export interface TableDatabase {
  /** The bytes of a SQLite 3 file with these tables, their keys and the references between them. */
  bytes(tables: TableSet): Promise<Uint8Array>;
}
