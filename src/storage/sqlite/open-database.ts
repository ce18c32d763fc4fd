/**
 * Opens `record.sqlite` with the settings that keep what was acknowledged and leave nothing in clear: the key (SQLCipher 4
 * format, every page authenticated), write-ahead log, full synchronisation, temporary tables in memory, freed pages
 * overwritten, schema not trusted. Each setting is read back, and the file refused when one did not take.
 */
import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OnRecordError } from '../../record/onrecord-error.ts';
import { loadSqlite, type SqliteDatabase, type SqliteModule } from './engine.ts';

/** How to open. */
export interface OpenDatabaseOptions {
  readonly readOnly: boolean;
  /** Milliseconds to wait for another writer. */
  readonly busyTimeout: number;
  /** Whether the file may be made. */
  readonly create: boolean;
  /** 32 bytes; null: the file is not encrypted. */
  readonly key: Uint8Array | null;
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
  if (!options.create) refuseClear(file, options.key);
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

/**
 * Gives an open database its key, and sees that the engine takes it as one of SQLCipher's format.
 *
 * @param key 32 bytes; null: none
 * @throws OnRecordError `damaged`
 * @example
 * useKey(db, key);
 */
export function useKey(db: SqliteDatabase, key: Uint8Array | null): void {
  if (key === null) return;
  for (const [name, value, expected] of [
    ['cipher', "'sqlcipher'", 'sqlcipher'],
    ['legacy', '4', 4],
  ] as const) {
    db.pragma(`${name} = ${value}`);
    const actual = db.pragma(name, { simple: true });
    if (String(actual) !== String(expected)) throw refusedSetting(name, value, actual);
  }
  db.pragma(`key = "x'${Buffer.from(key).toString('hex')}'"`);
}

const CLEAR = Buffer.from('SQLite format 3\u0000');

/** An encrypted vault whose file lies in clear was put together by somebody; it is not opened. */
function refuseClear(file: string, key: Uint8Array | null): void {
  if (key === null || !existsSync(file)) return;
  const first = Buffer.alloc(CLEAR.length);
  const handle = openSync(file, 'r');
  try {
    readSync(handle, first, 0, first.length, 0);
  } finally {
    closeSync(handle);
  }
  if (!first.equals(CLEAR)) return;
  throw new OnRecordError(
    'damaged',
    'The record of this vault is not encrypted, although the vault is: somebody has exchanged the file. Restore a backup.',
    { subject: file },
  );
}

function openForWriting(Database: SqliteModule, file: string, options: OpenDatabaseOptions): SqliteDatabase {
  const db = new Database(file, { fileMustExist: !options.create, timeout: options.busyTimeout });
  try {
    useKey(db, options.key);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** On a medium where the helper files cannot be made, a cleanly closed vault is read into memory. */
function openForReading(Database: SqliteModule, file: string, options: OpenDatabaseOptions): SqliteDatabase {
  const settings = { readonly: true, fileMustExist: true, timeout: options.busyTimeout };
  const db = new Database(file, settings);
  try {
    useKey(db, options.key);
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
    return options.key === null ? openInMemory(Database, file) : openCopy(Database, file, options.key);
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

/** An encrypted file cannot be read from memory: its ciphertext is copied to a private folder that goes with `close`. */
function openCopy(Database: SqliteModule, file: string, key: Uint8Array): SqliteDatabase {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-read-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    const copy = join(folder, 'record.sqlite');
    copyFileSync(file, copy);
    const db = new Database(copy, { readonly: true });
    const close = db.close.bind(db);
    db.close = () => {
      close();
      remove();
      return db;
    };
    useKey(db, key);
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    return db;
  } catch (error) {
    remove();
    throw error;
  }
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
  throw refusedSetting(setting.name, setting.value, actual);
}

function refusedSetting(name: string, value: string, actual: unknown): OnRecordError {
  return new OnRecordError(
    'damaged',
    `The database does not take the setting ${name} = ${value} (it says ${String(actual)}): a vault is not safe on this disk or with this engine. Put it on a local disk.`,
  );
}
