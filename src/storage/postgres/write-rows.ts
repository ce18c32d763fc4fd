/**
 * Writes the rows of a projection, many in one statement: new rows table by table in the order that references need,
 * then changes, then tallies. Values are bound, never pasted; names of tables and columns are the program's own.
 */
import type { RowChange, RowInsert, RowUpdate, TallyChange } from '../projection/row-change.ts';
import { insertQuery, type RowPart, type WrittenTable } from '../queries/row-statements.ts';
import { VIEW_TABLES, type ViewTable } from '../tables.ts';
import type { Connection } from './connection.ts';
import { insertLists } from './insert-lists.ts';
import { postgresQueries } from './postgres-reading.ts';

type Cell = string | number | null;

/** PostgreSQL binds at most 65,535 values in one statement. */
const MOST_VALUES = 20_000;
/** Up to so many rows their values are bound one by one: such a statement is kept prepared. */
const FEW = 20;
/** Columns of updates that hold numbers; all others hold text. */
const NUMBERS: ReadonlySet<string> = new Set([
  'place',
  'entry',
  'joined_to',
  'proposition',
  'capture',
  'logged',
  'nth',
  'gone',
  'version',
]);

/**
 * Writes rows. Rows of one entry: no row is both new and changed, and a row changed twice keeps the last change.
 *
 * @example
 * await writeRows(connection, projectChange(input));
 */
export async function writeRows(connection: Connection, changes: readonly RowChange[]): Promise<void> {
  const inserts = Map.groupBy(
    changes.filter((change): change is RowInsert => change.op === 'insert'),
    ({ table }) => table,
  );
  for (const table of Object.keys(VIEW_TABLES) as ViewTable[]) {
    const rows = (inserts.get(table) ?? []).map(({ row }) => row);
    if (rows.length > FEW) await insertLists(connection, table, rows);
    else await insertRows(connection, table, rows);
  }
  const updates = changes.filter((change): change is RowUpdate => change.op === 'update');
  const alike = Map.groupBy(updates, ({ table, set }) => `${table} ${Object.keys(set).join(' ')}`);
  for (const some of alike.values()) await updateRows(connection, some);
  await writeTallies(
    connection,
    changes.filter((change): change is TallyChange => change.op === 'tally'),
  );
}

/**
 * Writes new rows of one table; each names the same columns.
 *
 * @example
 * await insertRows(connection, 'log_tiles', tiles);
 */
export async function insertRows(
  connection: Connection,
  table: WrittenTable,
  rows: readonly object[],
): Promise<void> {
  const { build } = await postgresQueries();
  const columns = Object.keys(rows[0] ?? {});
  const atOnce = Math.max(1, Math.floor(MOST_VALUES / Math.max(1, columns.length)));
  for (let from = 0; from < rows.length; from += atOnce) {
    const some = rows.slice(from, from + atOnce);
    const { sql, parameters } = insertQuery(build, table, some as readonly RowPart[]).compile();
    await connection.write(sql, parameters);
  }
}

async function updateRows(connection: Connection, updates: readonly RowUpdate[]): Promise<void> {
  const [first] = updates;
  if (first === undefined) return;
  const byPlace = new Map(updates.map(({ place, set }) => [place, set as Readonly<Record<string, Cell>>]));
  const names = Object.keys(first.set);
  const lists = names.map((name) => [...byPlace.values()].map((set) => set[name] ?? null));
  const types = ['place', ...names].map((name) => (NUMBERS.has(name) ? 'bigint[]' : 'text[]'));
  const unnested = types.map((type, at) => `$${at + 1}::${type}`).join(', ');
  const sets = names.map((name) => `${name} = given.${name}`).join(', ');
  await connection.write(
    `UPDATE ${first.table} AS stored SET ${sets}
     FROM unnest(${unnested}) AS given (place, ${names.join(', ')}) WHERE stored.place = given.place`,
    [[...byPlace.keys()], ...lists],
  );
}

/** One row of a tally may be changed once in a statement: its changes are added up before. */
async function writeTallies(connection: Connection, changes: readonly TallyChange[]): Promise<void> {
  const sums = new Map<string, TallyChange['row']>();
  for (const { row } of changes) {
    const key = `${row.proposition} ${row.status} ${row.stance} ${row.numbered}`;
    sums.set(key, { ...row, claims: (sums.get(key)?.claims ?? 0) + row.claims });
  }
  if (sums.size > 0) await insertRows(connection, 'tallies', [...sums.values()]);
}
