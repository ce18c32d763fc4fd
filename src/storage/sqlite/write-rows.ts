/** Writes the rows of a projection with prepared statements. */
import type { RowChange } from '../projection/row-change.ts';
import type { Statements } from './statements.ts';

/**
 * Writes rows in the given order. Every column is named by the projection; values are bound, never pasted.
 *
 * @example
 * writeRows(statements, projectChange(input));
 */
export function writeRows(statements: Statements, rows: readonly RowChange[]): void {
  for (const change of rows) {
    if (change.op === 'insert') {
      const columns = Object.keys(change.row);
      const marks = columns.map(() => '?').join(', ');
      const sql = `INSERT INTO ${change.table} (${columns.join(', ')}) VALUES (${marks})`;
      statements(sql).run(...Object.values(change.row));
    } else {
      const columns = Object.keys(change.set);
      const sql = `UPDATE ${change.table} SET ${columns.map((name) => `${name} = ?`).join(', ')} WHERE place = ?`;
      statements(sql).run(...Object.values(change.set), change.place);
    }
  }
}
