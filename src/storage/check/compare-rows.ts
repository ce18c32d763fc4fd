/** Compares one table, row by row in the order of its key, with what the log says it should be; holds neither whole. */
import type { StoreFault } from '../../desk/ports/record-store.ts';
import { VIEW_TABLES, type ViewTable } from '../tables.ts';

/** Differences of one table that are listed. */
const MOST_LISTED = 5;

/** One row of any table. */
export type Row = Readonly<Record<string, string | number | null>>;

/**
 * Lists the first rows that differ, are missing, or should not be there.
 *
 * @param actual in the order of the table's key: numbers by value, text by its UTF-8 bytes
 * @param expected as the log says, in the same order
 * @example
 * await compareRows('claims', actual, expected); // []
 */
export async function compareRows(
  table: ViewTable,
  actual: AsyncIterable<Row>,
  expected: Iterable<Row>,
): Promise<readonly StoreFault[]> {
  const key = VIEW_TABLES[table];
  const rights = expected[Symbol.iterator]();
  const lefts = actual[Symbol.asyncIterator]();
  const faults: StoreFault[] = [];
  try {
    let left = await lefts.next();
    let right = rights.next();
    while ((left.done !== true || right.done !== true) && faults.length < MOST_LISTED) {
      const order = left.done ? 1 : right.done ? -1 : compareKeys(left.value, right.value, key);
      const message = difference(order, left.done ? null : left.value, right.done ? null : right.value);
      if (message !== null)
        faults.push({ item: `${table} ${nameOf((order > 0 ? right : left).value, key)}`, message });
      if (order <= 0) left = await lefts.next();
      if (order >= 0) right = rights.next();
    }
  } finally {
    await lefts.return?.();
    rights.return?.();
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
