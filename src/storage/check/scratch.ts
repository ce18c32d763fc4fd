/**
 * Fresh tables into which a log is played again. They lie in a file under a random key that nobody keeps, so that nothing
 * in clear reaches a disk; the file goes with `close`.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Change } from '../../record/log-entry.ts';
import { MIGRATIONS } from '../migrations/all-migrations.ts';
import type { Lookup } from '../projection/lookup.ts';
import type { RowChange } from '../projection/row-change.ts';
import { loadSqlite } from '../sqlite/engine.ts';
import { useKey } from '../sqlite/open-database.ts';
import { sqliteLookup } from '../sqlite/sqlite-lookup.ts';
import { statementsOf } from '../sqlite/statements.ts';
import { writeRows } from '../sqlite/write-rows.ts';
import { type LogRow, VIEW_TABLES, type ViewTable } from '../tables.ts';
import type { Row } from './compare-rows.ts';

export interface Scratch {
  readonly lookup: Lookup;
  /** The hash of a text that the entry brings and the tables do not hold yet; null when there is none. */
  neededText(row: LogRow): string | null;
  write(row: LogRow, rows: readonly RowChange[]): void;
  /** After the last entry. */
  finish(): Promise<void>;
  /** In the order of the table's key. */
  rows(table: ViewTable): Iterable<Row>;
  close(): Promise<void>;
}

/**
 * Opens empty tables.
 *
 * @param dir a folder that can be written
 * @example
 * const scratch = await openScratch('/vault/data-1');
 */
export async function openScratch(dir: string): Promise<Scratch> {
  const Database = await loadSqlite();
  const file = join(dir, `scratch-${randomUUID()}`);
  const db = new Database(file);
  const remove = async (): Promise<void> => {
    db.close();
    await rm(file, { force: true });
  };
  try {
    useKey(db, randomBytes(32));
    for (const setting of [
      'journal_mode = OFF',
      'synchronous = OFF',
      'temp_store = MEMORY',
      'cache_size = -65536',
    ])
      db.pragma(setting);
    for (const { sqlite } of MIGRATIONS)
      for (const statement of sqlite) if (!/^CREATE (TRIGGER|VIRTUAL)/.test(statement)) db.exec(statement);
    db.exec('BEGIN');
  } catch (error) {
    await remove();
    throw error;
  }
  const statements = statementsOf(db);
  const lookup = sqliteLookup(statements);
  const insertLog = db.prepare(
    "INSERT INTO log (seq, at, agent, action, subject, commitment, leaf, body) VALUES (?, '', '', ?, ?, '', '', ?)",
  );
  return {
    lookup,
    neededText: (row) => neededText(row, lookup),
    write: (row, rows) => {
      insertLog.run(row.seq, row.action, row.subject, row.body);
      writeRows(statements, rows);
    },
    finish: async () => void db.exec('COMMIT'),
    rows: (table) =>
      db
        .prepare<unknown[], Row>(`SELECT * FROM ${table} ORDER BY ${VIEW_TABLES[table].join(', ')}`)
        .iterate(),
    close: remove,
  };
}

function neededText({ action, body }: LogRow, lookup: Lookup): string | null {
  if (body === null || (action !== 'source-captured' && action !== 'copy-stored')) return null;
  const sha256 = textHash(body);
  return sha256 === null || lookup.hasText(sha256) ? null : sha256;
}

function textHash(body: string): string | null {
  try {
    const change = JSON.parse(body) as Change;
    const brings = change.action === 'source-captured' || change.action === 'copy-stored';
    return brings ? (change.capture.text?.sha256 ?? null) : null;
  } catch {
    return null;
  }
}
