/**
 * Writes very many new rows, a table at a time and each column as one list: a statement of thousands of rows is short and is
 * planned once. For rows of several entries; the guards let them in only while they are told to.
 */
import type { RowChange, RowInsert } from '../projection/row-change.ts';
import { VIEW_TABLES, type ViewTable } from '../tables.ts';
import type { Connection } from './connection.ts';
import { writeRows } from './write-rows.ts';

/** Rows of one statement. */
const TOGETHER = 5000;
/** Columns of numbers that may be null in all rows of a statement; what else is null in all rows holds text. */
const NULLABLE_NUMBERS: ReadonlySet<string> = new Set(['joined_to', 'low', 'best', 'high', 'to_source']);

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
    const rows = inserts.get(table) ?? [];
    for (let from = 0; from < rows.length; from += TOGETHER)
      await insertLists(
        connection,
        table,
        rows.slice(from, from + TOGETHER).map(({ row }) => row as unknown as Row),
      );
  }
  await writeRows(
    connection,
    changes.filter(({ op }) => op !== 'insert'),
  );
}

type Row = Readonly<Record<string, string | number | null>>;

async function insertLists(connection: Connection, table: ViewTable, rows: readonly Row[]): Promise<void> {
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
