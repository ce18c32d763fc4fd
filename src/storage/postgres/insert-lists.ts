/**
 * Writes new rows of one table, each column as one list: a statement of thousands of rows is short and is planned once. Values
 * are bound, never pasted; names of tables and columns are the program's own.
 */
import type { RowPart } from '../queries/row-statements.ts';
import type { ViewTable } from '../tables.ts';
import type { Connection } from './connection.ts';

/** Rows of one statement. */
const TOGETHER = 5000;
/** Columns of numbers that may be null in all rows of a statement; what else is null in all rows holds text. */
const NULLABLE_NUMBERS: ReadonlySet<string> = new Set(['joined_to', 'low', 'best', 'high', 'to_source']);

/**
 * Writes new rows, each of which names the same columns.
 *
 * @example
 * await insertLists(connection, 'links', rows);
 */
export async function insertLists(
  connection: Connection,
  table: ViewTable,
  rows: readonly object[],
): Promise<void> {
  for (let from = 0; from < rows.length; from += TOGETHER)
    await insertSome(connection, table, rows.slice(from, from + TOGETHER) as readonly RowPart[]);
}

async function insertSome(connection: Connection, table: ViewTable, rows: readonly RowPart[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  const lists = columns.map((column) => rows.map((row) => row[column] ?? null));
  const types = columns.map((column, at) =>
    isNumbers(table, column, lists[at] ?? []) ? 'bigint[]' : 'text[]',
  );
  const given = types.map((type, at) => `$${at + 1}::${type}`).join(', ');
  await connection.write(
    `INSERT INTO ${table} (${columns.join(', ')}) SELECT * FROM unnest(${given})`,
    lists,
  );
}

function isNumbers(table: ViewTable, column: string, list: readonly (string | number | null)[]): boolean {
  const first = list.find((value) => value !== null);
  if (first !== undefined) return typeof first === 'number';
  return NULLABLE_NUMBERS.has(column) || (table === 'links' && column === 'proposition');
}
