/** Writes rows of the log and of its proof tree, and opens and closes the gate that guards all tables. */
import type { GrowingTree } from '../append/grow-tree.ts';
import type { LogHeadRow, LogRow } from '../tables.ts';
import type { Statements } from './statements.ts';

/**
 * The stored head; null while the log is empty.
 *
 * @example
 * readHead(statements)?.size; // 12
 */
export function readHead(statements: Statements): LogHeadRow | null {
  return statements<LogHeadRow>('SELECT * FROM log_head').get() ?? null;
}

/**
 * Opens the gate for one entry, or closes it.
 *
 * @example
 * setGate(statements, null);
 */
export function setGate(statements: Statements, entry: number | null): void {
  statements('UPDATE append_gate SET entry = ? WHERE only = 1').run(entry);
}

/**
 * Writes one row of the log.
 *
 * @example
 * writeLogRow(statements, row);
 */
export function writeLogRow(statements: Statements, row: LogRow): void {
  statements(
    `INSERT INTO log (seq, at, agent, action, subject, salt, commitment, bytes_commitment, leaf, body)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    row.seq,
    row.at,
    row.agent,
    row.action,
    row.subject,
    row.salt,
    row.commitment,
    row.bytes_commitment,
    row.leaf,
    row.body,
  );
}

/**
 * Writes what a batch has added to the tree. The gate must still be open.
 *
 * @example
 * writeTree(statements, tree);
 */
export function writeTree(statements: Statements, tree: GrowingTree): void {
  for (const { level, place, hash } of tree.tiles())
    statements('INSERT INTO log_tiles (level, place, hash) VALUES (?, ?, ?)').run(level, place, hash);
  const { size, peaks, checkpoint } = tree.head();
  statements(
    `INSERT INTO log_head (only, size, peaks, checkpoint) VALUES (1, ?, ?, ?)
     ON CONFLICT DO UPDATE SET size = excluded.size, peaks = excluded.peaks, checkpoint = excluded.checkpoint`,
  ).run(size, peaks, checkpoint);
}
