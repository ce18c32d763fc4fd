/** Writes the rows of a projection with prepared statements. */
import type { RowChange } from '../projection/row-change.ts';
import type { PreparedQueries } from './prepared-queries.ts';

/**
 * Writes rows in the given order. Every column is named by the projection.
 *
 * @example
 * writeRows(prepared, projectChange(input));
 */
export function writeRows({ insert, update }: PreparedQueries, rows: readonly RowChange[]): void {
  for (const change of rows) {
    if (change.op === 'update') update(change.table, change.place, change.set);
    else insert(change.table, change.row);
  }
}
