/**
 * Writes very many new rows, a table at a time and each column as one list: a statement of thousands of rows is short and is
 * planned once. For rows of several entries; the guards let them in only while they are told to.
 */
import type { RowChange, RowInsert } from '../projection/row-change.ts';
import { VIEW_TABLES, type ViewTable } from '../tables.ts';
import type { Connection } from './connection.ts';
import { insertLists } from './insert-lists.ts';
import { writeRows } from './write-rows.ts';

/**
 * Writes rows of several entries: first the new ones in the order that references need, then changes and tallies.
 *
 * @example
 * await writeMany(connection, rows);
 */
export async function writeMany(connection: Connection, changes: readonly RowChange[]): Promise<void> {
  const inserts = Map.groupBy(
    changes.filter((change): change is RowInsert => change.op === 'insert'),
    ({ table }) => table,
  );
  for (const table of Object.keys(VIEW_TABLES) as ViewTable[]) {
    const rows = (inserts.get(table) ?? []).map(({ row }) => row);
    await insertLists(connection, table, rows);
  }
  await writeRows(
    connection,
    changes.filter(({ op }) => op !== 'insert'),
  );
}
