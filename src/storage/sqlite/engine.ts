/**
 * Loads the native SQLite. It crashes the process on a Node older than 22, so the version is looked at first;
 * it is loaded on demand, so that commands that touch no vault never load it.
 */
import type Sqlite from 'better-sqlite3-multiple-ciphers';
import { OnRecordError } from '../../record/onrecord-error.ts';

/** An open SQLite database. */
export type SqliteDatabase = Sqlite.Database;
/** The module's constructor. */
export type SqliteModule = typeof Sqlite;

const OLDEST_NODE = 22;

/**
 * Imports the native module, or says which Node is needed.
 *
 * @param nodeVersion as in `process.versions.node`
 * @throws OnRecordError `unsupported-runtime`
 * @example
 * const Database = await loadSqlite();
 */
export async function loadSqlite(nodeVersion: string = process.versions.node): Promise<SqliteModule> {
  if (Number.parseInt(nodeVersion, 10) < OLDEST_NODE) {
    throw new OnRecordError(
      'unsupported-runtime',
      `A vault needs Node ${OLDEST_NODE} or newer; this is Node ${nodeVersion}. Run it with: npx onrecord, or npm start.`,
    );
  }
  try {
    return (await import('better-sqlite3-multiple-ciphers')).default;
  } catch (cause) {
    throw new OnRecordError(
      'unsupported-runtime',
      `The database engine has no build for ${process.platform} ${process.arch} here. Install onrecord again on this machine: npm install onrecord (in a clone: npm ci).`,
      { cause },
    );
  }
}
