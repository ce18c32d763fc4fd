/** Writes tables as the bytes of a SQLite 3 file, in memory: nothing touches the disk here. The same tables give the same bytes. */
import Database from 'better-sqlite3-multiple-ciphers';
import type { Column, Table, TableDatabase, TableSet } from '../../desk/ports/table-database.ts';

const TYPES: Readonly<Record<Column['type'], string>> = { text: 'TEXT', integer: 'INTEGER', real: 'REAL' };
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** References to tables that are not in the set, such as ids of claims left out, stay plain text. */
function schemaOf(table: Table, names: ReadonlySet<string>): string {
  const columns = table.columns.map(({ name, type }) => `${quoted(name)} ${TYPES[type]}`);
  const key = table.key.length === 0 ? [] : [`PRIMARY KEY (${table.key.map(quoted).join(', ')})`];
  const references = table.columns.flatMap(({ name, names: other }) =>
    other === undefined || !names.has(other)
      ? []
      : [`FOREIGN KEY (${quoted(name)}) REFERENCES ${quoted(other)} ("id")`],
  );
  return `CREATE TABLE ${quoted(table.name)} (${[...columns, ...key, ...references].join(', ')})`;
}

function write(database: InstanceType<typeof Database>, { tables }: TableSet): void {
  const names = new Set(tables.map(({ name }) => name));
  for (const table of tables) {
    database.exec(schemaOf(table, names));
    const insert = database.prepare(
      `INSERT INTO ${quoted(table.name)} VALUES (${table.columns.map(() => '?').join(', ')})`,
    );
    for (const row of table.rows) insert.run(...row);
    for (const { name, names: other } of table.columns)
      if (other !== undefined)
        database.exec(
          `CREATE INDEX ${quoted(`${table.name}_${name}`)} ON ${quoted(table.name)} (${quoted(name)})`,
        );
  }
}

/**
 * Opens the way to database files.
 *
 * @example
 * const bytes = await openTableDatabase().bytes(recordTables(file));
 */
export function openTableDatabase(): TableDatabase {
  return {
    async bytes(tables) {
      const database = new Database(':memory:');
      // Tables name each other in circles (a figure its claims, a claim its proposition): checked when the file is read.
      database.pragma('foreign_keys = OFF');
      try {
        database.transaction(() => write(database, tables))();
        return new Uint8Array(database.serialize());
      } finally {
        database.close();
      }
    },
  };
}
