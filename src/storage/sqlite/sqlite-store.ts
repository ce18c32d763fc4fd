/**
 * The record on SQLite behind the desk's port. Reading is the same as on every engine; writing has the one way of
 * `append-entries.ts`. Faults of the engine come out as OnRecordError.
 */
import type { RecordStore } from '../../desk/ports/record-store.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import { openPast } from '../past/past-record.ts';
import { recordReadings } from '../reading/record-readings.ts';
import type { StoreGround } from '../store-ground.ts';
import { appendEntries } from './append-entries.ts';
import { checkBeside, type RecordFile, worthAThread } from './check-beside.ts';
import { checkStore } from './check-store.ts';
import type { SqliteDatabase, SqliteModule } from './engine.ts';
import { type PreparedQueries, preparedQueries } from './prepared-queries.ts';
import { storageFault } from './sqlite-fault.ts';
import { sqliteLookup } from './sqlite-lookup.ts';
import { sqliteQueries, sqliteReading } from './sqlite-reading.ts';
import { statementsOf } from './statements.ts';

/** What the store stands on. */
export interface SqliteStoreOptions extends StoreGround {
  readonly db: SqliteDatabase;
  /** To open a second, empty database for the check. */
  readonly Database: SqliteModule;
  /** The vault's folder, for messages. */
  readonly dir: string;
  /** Another connection to the same file, for reading. */
  readonly again: () => Promise<SqliteDatabase>;
  /** For the check of a large one on a thread of its own; absent: it is always done here. */
  readonly file?: RecordFile;
}

/**
 * Makes the store of an open, migrated database.
 *
 * @example
 * const store = sqliteRecordStore({ db, Database, dir, readOnly: false, groupKey });
 */
export function sqliteRecordStore(options: SqliteStoreOptions): RecordStore {
  const { db, dir } = options;
  const statements = statementsOf(db);
  let readied: PreparedQueries | null = null;
  const ready = async () => {
    readied ??= preparedQueries(statements, await sqliteQueries());
    return readied;
  };
  const faultOf = (error: unknown) => storageFault(error, dir);
  const { file } = options;
  const beside = file !== undefined && worthAThread(file.file) ? file : null;
  const live = recordReadings(sqliteReading({ db, statements, faultOf }));
  return {
    ...live,
    past: (position) => openPast({ ...options, live }, position),
    append: async (entries) => {
      if (options.readOnly) throw readOnlyFault(dir);
      try {
        const prepared = await ready();
        return appendEntries({ ...options, prepared, lookup: sqliteLookup(prepared) }, entries);
      } catch (error) {
        throw faultOf(error);
      }
    },
    identity: options.identity,
    check: async () => {
      try {
        return await (beside === null ? checkStore(options) : checkBeside(options, beside));
      } catch (error) {
        throw faultOf(error);
      }
    },
    checksBeside: beside !== null,
    close: async () => {
      db.close();
    },
  };
}

function readOnlyFault(dir: string): OnRecordError {
  return new OnRecordError(
    'read-only',
    `This vault is open for reading only (${dir}). Check the permissions of the folder, or copy it to a disk that can be written.`,
    { subject: dir },
  );
}
