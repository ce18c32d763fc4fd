/** Kept queries and row statements on one SQLite connection, answered at once by prepared statements. */
import type { KeptQuery } from '../queries/kept-query.ts';
import { insertQuery, type RowPart, updateQuery, type WrittenTable } from '../queries/row-statements.ts';
import type { RecordQueries } from '../reading/reading-port.ts';
import type { Statements } from './statements.ts';

/** Values that a kept query is asked with. */
type Cells = readonly (string | number | null)[];

/** What an append asks and writes with. */
export interface PreparedQueries {
  readonly kept: RecordQueries['kept'];
  /** The first row; null when there is none. */
  one<A extends Cells, R>(query: KeptQuery<A, R>, ...values: A): R | null;
  all<A extends Cells, R>(query: KeptQuery<A, R>, ...values: A): readonly R[];
  /** How many rows it wrote. */
  write<A extends Cells, R>(query: KeptQuery<A, R>, ...values: A): number;
  insert(table: WrittenTable, row: object): void;
  update(table: Parameters<typeof updateQuery>[1], place: number, set: object): void;
}

/**
 * Readies the queries of one connection; each is compiled once.
 *
 * @example
 * const prepared = preparedQueries(statementsOf(db), await sqliteQueries());
 * prepared.one(prepared.kept.head)?.size; // 12
 */
export function preparedQueries(statements: Statements, { build, kept }: RecordQueries): PreparedQueries {
  const written = new Map<string, string>();
  const sqlOf = (key: string, write: () => { compile(): { readonly sql: string } }): string => {
    const found = written.get(key) ?? write().compile().sql;
    written.set(key, found);
    return found;
  };
  return {
    kept,
    one: <R>(query: KeptQuery<Cells, R>, ...values: Cells) =>
      statements<R>(query.sql).get(...query.parameters(...values)) ?? null,
    all: <R>(query: KeptQuery<Cells, R>, ...values: Cells) =>
      statements<R>(query.sql).all(...query.parameters(...values)),
    write: (query: KeptQuery<Cells, unknown>, ...values: Cells) =>
      statements(query.sql).run(...query.parameters(...values)).changes,
    insert: (table, row) => {
      const sql = sqlOf(`${table} ${Object.keys(row).join(' ')}`, () =>
        insertQuery(build, table, [row as RowPart]),
      );
      statements(sql).run(...Object.values(row));
    },
    update: (table, place, set) => {
      const sql = sqlOf(`${table} = ${Object.keys(set).join(' ')}`, () =>
        updateQuery(build, table, set as RowPart, place),
      );
      statements(sql).run(...Object.values(set), place);
    },
  };
}
