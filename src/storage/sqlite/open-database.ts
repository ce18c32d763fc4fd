/**
 * Opens `record.sqlite` with the settings that keep what was acknowledged: write-ahead log, full synchronisation,
 * foreign keys, schema not trusted. Each setting is read back, and the file refused when one did not take.
 */
import { readFileSync, statSync } from 'node:fs';
import { OnRecordError } from '../../record/onrecord-error.ts';
import { loadSqlite, type SqliteDatabase, type SqliteModule } from './engine.ts';

/** How to open. */
export interface OpenDatabaseOptions {
  readonly readOnly: boolean;
  /** Milliseconds to wait for another writer. */
  readonly busyTimeout: number;
  /** Whether the file may be made. */
  readonly create: boolean;
}

/** Bytes. */
const LARGEST_IN_MEMORY = 2_000_000_000;

const WRITER_SETTINGS = [
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', 2],
  ['secure_delete', 'ON', 1],
] as const;
const SETTINGS = [
  ['foreign_keys', 'ON', 1],
  ['temp_store', 'MEMORY', 2],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['cache_size', '-24576', -24576],
] as const;

/**
 * Opens the database file.
 *
 * @throws OnRecordError `unsupported-runtime`, `damaged`; others as SQLite throws them
 * @example
 * const db = await openDatabase('/vault/record.sqlite', { readOnly: false, busyTimeout: 5000, create: false });
 */
export async function openDatabase(file: string, options: OpenDatabaseOptions): Promise<SqliteDatabase> {
  const Database = await loadSqlite();
  const db = options.readOnly
    ? openForReading(Database, file, options)
    : openForWriting(Database, file, options);
  try {
    const settings = options.readOnly ? SETTINGS : [...WRITER_SETTINGS, ...SETTINGS];
    for (const [name, value, expected] of settings) applySetting(db, { name, value, expected });
  } catch (error) {
    db.close();
    throw error;
  }
  return db;
}

function openForWriting(Database: SqliteModule, file: string, options: OpenDatabaseOptions): SqliteDatabase {
  return new Database(file, { fileMustExist: !options.create, timeout: options.busyTimeout });
}

/** On a medium where the helper files cannot be made, a cleanly closed vault is read into memory. */
function openForReading(Database: SqliteModule, file: string, options: OpenDatabaseOptions): SqliteDatabase {
  const settings = { readonly: true, fileMustExist: true, timeout: options.busyTimeout };
  const db = new Database(file, settings);
  try {
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    return db;
  } catch (error) {
    db.close();
    if (!isHelperFileFault(error)) throw error;
    if (sizeOf(`${file}-wal`) > 0) {
      throw new OnRecordError(
        'read-only',
        'This vault was not closed cleanly and lies where nothing can be written. Copy the whole folder to a disk that can be written and open it there.',
        { subject: file, cause: error },
      );
    }
    return openInMemory(Database, file);
  }
}

/** A copy in memory, its header switched from the write-ahead log, which memory has not (file format §1.3.3). */
function openInMemory(Database: SqliteModule, file: string): SqliteDatabase {
  if (sizeOf(file) > LARGEST_IN_MEMORY) {
    throw new OnRecordError(
      'read-only',
      'This vault lies where nothing can be written, and is too large to be read from there. Copy the whole folder to a disk that can be written and open it there.',
      { subject: file },
    );
  }
  const bytes = readFileSync(file);
  bytes.fill(1, 18, 20);
  return new Database(bytes, { readonly: true });
}

function isHelperFileFault(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  return code.startsWith('SQLITE_CANTOPEN') || code.startsWith('SQLITE_READONLY');
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function applySetting(
  db: SqliteDatabase,
  setting: { readonly name: string; readonly value: string; readonly expected: string | number },
): void {
  db.pragma(`${setting.name} = ${setting.value}`);
  const actual = db.pragma(setting.name, { simple: true });
  if (actual === setting.expected) return;
  throw new OnRecordError(
    'damaged',
    `The database does not take the setting ${setting.name} = ${setting.value} (it says ${String(actual)}): a vault is not safe on this disk or with this engine. Put it on a local disk.`,
  );
}
