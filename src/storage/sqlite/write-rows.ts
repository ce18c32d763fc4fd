/** Writes the rows of a projection with prepared statements. */
import type { RowChange, TallyChange } from '../projection/row-change.ts';
import type { Statements } from './statements.ts';

const TALLY = `
  INSERT INTO tallies (proposition, status, stance, numbered, claims, entry) VALUES (?, ?, ?, ?, ?, ?)
  ON CONFLICT DO UPDATE SET claims = claims + excluded.claims, entry = excluded.entry`;

/**
 * Writes rows in the given order. Every column is named by the projection; values are bound, never pasted.
 *
 * @example
 * writeRows(statements, projectChange(input));
 */
export function writeRows(statements: Statements, rows: readonly RowChange[]): void {
  for (const change of rows) {
    if (change.op === 'tally') {
      statements(TALLY).run(...tallyValues(change.row));
    } else if (change.op === 'insert') {
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

function tallyValues(row: TallyChange['row']): readonly (string | number)[] {
  return [row.proposition, row.status, row.stance, row.numbered, row.claims, row.entry];
}
