/** The triggers of SQLite that let nothing but an append write a table. Released steps use them: never edit these. */

/**
 * Three triggers for a table: rows come and change only with the entry that the gate names, and go only in an erasure.
 *
 * @example
 * guardsOf('links').length; // 3
 */
export function guardsOf(table: string): readonly string[] {
  const closed = 'NEW.entry IS NOT (SELECT entry FROM append_gate)';
  return [
    `CREATE TRIGGER ${table}_gate_insert BEFORE INSERT ON ${table} WHEN ${closed}
      BEGIN SELECT raise(ABORT, '${table} is written only by an append'); END`,
    `CREATE TRIGGER ${table}_gate_update BEFORE UPDATE ON ${table} WHEN ${closed}
      BEGIN SELECT raise(ABORT, '${table} is written only by an append'); END`,
    `CREATE TRIGGER ${table}_gate_delete BEFORE DELETE ON ${table}
      WHEN (SELECT erasing FROM append_gate) IS NOT 1
      BEGIN SELECT raise(ABORT, 'rows of ${table} are never deleted'); END`,
  ];
}
