/** A database that one process has for itself: while keys are changed, or a record is moved away. */
import { OnRecordError } from '../../record/onrecord-error.ts';
import { loadSqlite, type SqliteDatabase } from './engine.ts';
import { migrate } from './migrate.ts';
import { useKey } from './open-database.ts';

/**
 * Opens a connection beside which there is no other, and brings the tables up to date; held until it is closed.
 *
 * @param key of the database; null: not encrypted
 * @throws OnRecordError `vault-busy` when another process has it open
 * @example
 * const db = await openAlone('/vault/data-1/record.sqlite', key);
 */
export async function openAlone(database: string, key: Uint8Array | null): Promise<SqliteDatabase> {
  const Database = await loadSqlite();
  const db = new Database(database, { fileMustExist: true, timeout: 2000 });
  try {
    useKey(db, key);
    db.pragma('locking_mode = EXCLUSIVE');
    for (const setting of [
      'synchronous = FULL',
      'temp_store = MEMORY',
      'secure_delete = ON',
      'trusted_schema = OFF',
    ])
      db.pragma(setting);
    if (db.pragma('temp_store', { simple: true }) !== 2)
      throw new OnRecordError(
        'damaged',
        'The database does not keep temporary tables in memory: nothing was changed.',
      );
    db.exec('BEGIN EXCLUSIVE');
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    db.exec('COMMIT');
    migrate(db);
    return db;
  } catch (error) {
    db.close();
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!code.startsWith('SQLITE_BUSY') && !code.startsWith('SQLITE_LOCKED')) throw error;
    throw new OnRecordError(
      'vault-busy',
      'Another process has this vault open. Close every other onrecord on it, then run this again: nothing was changed.',
      { cause: error },
    );
  }
}
