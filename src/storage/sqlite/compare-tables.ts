/** Compares one table of two databases row by row, in the order of its key, without holding either whole. */
import type { StoreFault } from '../../desk/ports/record-store.ts';
import { VIEW_TABLES, type ViewTable } from '../tables.ts';
import type { SqliteDatabase } from './engine.ts';

/** Differences of one table that are listed. */
const MOST_LISTED = 5;

type Row = Readonly<Record<string, string | number | null>>;

/**
 * Lists the first rows that differ, are missing, or should not be there.
 *
 * @param fresh the same table as the log says it should be
 * @example
 * compareTables(db, fresh, 'claims'); // []
 */
export function compareTables(
  db: SqliteDatabase,
  fresh: SqliteDatabase,
  table: ViewTable,
): readonly StoreFault[] {
  const key = VIEW_TABLES[table];
  const sql = `SELECT * FROM ${table} ORDER BY ${key.join(', ')}`;
  const actual = db.prepare<unknown[], Row>(sql).iterate();
  const expected = fresh.prepare<unknown[], Row>(sql).iterate();
  const faults: StoreFault[] = [];
  try {
    let left = actual.next();
    let right = expected.next();
    while ((!left.done || !right.done) && faults.length < MOST_LISTED) {
      const order = left.done ? 1 : right.done ? -1 : compareKeys(left.value, right.value, key);
      const message = difference(order, left.done ? null : left.value, right.done ? null : right.value);
      if (message !== null)
        faults.push({ item: `${table} ${nameOf((order > 0 ? right : left).value, key)}`, message });
      if (order <= 0) left = actual.next();
      if (order >= 0) right = expected.next();
    }
  } finally {
    actual.return?.();
    expected.return?.();
  }
  return faults;
}

function difference(order: number, actual: Row | null, expected: Row | null): string | null {
  if (order < 0 || expected === null) return 'A row is in the table that no log entry made.';
  if (order > 0 || actual === null) return 'A row that the log made is missing from the table.';
  const columns = Object.keys(expected).filter((column) => actual[column] !== expected[column]);
  if (columns.length === 0) return null;
  return `The row differs from what the log says, in: ${columns.join(', ')}.`;
}

/** As SQLite orders: numbers by value, text by its UTF-8 bytes. */
function compareKeys(a: Row, b: Row, key: readonly string[]): number {
  for (const column of key) {
    const [left, right] = [a[column], b[column]];
    if (left === right) continue;
    if (typeof left === 'number' && typeof right === 'number') return left - right;
    return Buffer.compare(Buffer.from(String(left)), Buffer.from(String(right)));
  }
  return 0;
}

/** An id where the row has one, its key otherwise. */
function nameOf(row: Row, key: readonly string[]): string {
  const id = row.id ?? row.claim;
  return typeof id === 'string' ? id : key.map((column) => String(row[column])).join(' ');
}
