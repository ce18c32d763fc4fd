/**
 * A vault: one folder with `vault.json`, `record.sqlite` and `blobs/`. This file makes and opens it and turns every
 * fault of disk and database into an error that says what to do.
 */
import { access, chmod, constants, mkdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { BlobStore } from '../desk/ports/blob-store.ts';
import type { Clock } from '../desk/ports/clock.ts';
import type { RecordStore } from '../desk/ports/record-store.ts';
import { OnRecordError } from '../record/onrecord-error.ts';
import type { Proposition } from '../record/proposition.ts';
import { fileBlobStore, removeUnfinished } from './blobs/file-blob-store.ts';
import { syncFolder } from './blobs/sync-folder.ts';
import { SCHEMA_VERSION } from './migrations/all-migrations.ts';
import type { GroupKey } from './projection/projection.ts';
import { loadSqlite, type SqliteDatabase } from './sqlite/engine.ts';
import { migrate, refuseNewer, schemaVersion } from './sqlite/migrate.ts';
import { openDatabase } from './sqlite/open-database.ts';
import { storageFault } from './sqlite/sqlite-fault.ts';
import { sqliteRecordStore } from './sqlite/sqlite-store.ts';
import { readVaultFile, vaultExists, writeVaultFile } from './vault-file.ts';

/** An open vault. */
export interface Vault {
  readonly store: RecordStore;
  readonly blobs: BlobStore;
  /** Absolute path of the folder. */
  readonly dir: string;
  /** Whether writing is refused, because asked for or because the folder cannot be written. */
  readonly readOnly: boolean;
  /** Closes the database; calling it twice does no harm. */
  close(): Promise<void>;
}

/** How to make a vault. */
export interface CreateVaultOptions {
  readonly clock?: Clock;
}

/** How to open a vault. */
export interface OpenVaultOptions {
  /** Refuse every write. A folder that cannot be written is opened so in any case. */
  readonly readOnly?: boolean;
  /** The blocking key under which `propositions({ groupKey })` finds a proposition. */
  readonly groupKey?: GroupKey;
  /** Milliseconds to wait for another writer before `vault-busy`; 5000 when absent. */
  readonly busyTimeout?: number;
  readonly clock?: Clock;
}

const DATABASE = 'record.sqlite';
const BLOBS = 'blobs';
const BUSY_TIMEOUT = 5000;
const UNFINISHED_AFTER = 3_600_000;

/**
 * Makes an empty vault. The folder may exist; a making that was interrupted is finished.
 *
 * @throws OnRecordError `vault-exists`, `read-only`, `disk-full`
 * @example
 * await createVault('./onrecord-vault');
 */
export async function createVault(dir: string, options: CreateVaultOptions = {}): Promise<void> {
  const root = resolve(dir);
  const clock = options.clock ?? (() => new Date());
  await faultsOf(root, async () => {
    await makeFolder(root);
    await makeFolder(join(root, BLOBS));
    if (await exists(join(root, 'vault.json'))) throw vaultExists(root);
    const db = await openDatabase(join(root, DATABASE), {
      readOnly: false,
      busyTimeout: BUSY_TIMEOUT,
      create: true,
    });
    try {
      await chmod(join(root, DATABASE), 0o600);
      migrate(db);
      if (db.prepare('SELECT 1 FROM log LIMIT 1').get() !== undefined) throw lostDescription(root);
    } finally {
      db.close();
    }
    await syncFolder(root);
    await writeVaultFile(root, clock().toISOString());
  });
}

/**
 * Opens a vault.
 *
 * @throws OnRecordError `no-vault`, `vault-too-new`, `vault-busy`, `read-only`, `disk-full`, `damaged`, `unsupported-runtime`
 * @example
 * const { store, close } = await openVault('./onrecord-vault');
 */
export async function openVault(dir: string, options: OpenVaultOptions = {}): Promise<Vault> {
  const root = resolve(dir);
  return faultsOf(root, async () => {
    await readVaultFile(root);
    const file = join(root, DATABASE);
    if (!(await exists(file))) throw lostDatabase(root);
    const readOnly = options.readOnly === true || !(await writable(root, file));
    const busyTimeout = options.busyTimeout ?? BUSY_TIMEOUT;
    const db = await openDatabase(file, { readOnly, busyTimeout, create: false });
    try {
      bringUpToDate(db, readOnly);
      const blobs = join(root, BLOBS);
      const now = (options.clock ?? (() => new Date()))().getTime();
      if (!readOnly) await removeUnfinished(blobs, now - UNFINISHED_AFTER);
      const groupKey = options.groupKey ?? plainGroupKey;
      const store = sqliteRecordStore({ db, Database: await loadSqlite(), dir: root, readOnly, groupKey });
      return {
        store,
        blobs: fileBlobStore({ dir: blobs, readOnly }),
        dir: root,
        readOnly,
        close: () => store.close(),
      };
    } catch (error) {
      db.close();
      throw error;
    }
  });
}

async function faultsOf<T>(dir: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw storageFault(error, dir);
  }
}

function bringUpToDate(db: SqliteDatabase, readOnly: boolean): void {
  if (!readOnly) {
    migrate(db);
    return;
  }
  const version = schemaVersion(db);
  refuseNewer(version);
  if (version === SCHEMA_VERSION) return;
  throw new OnRecordError(
    'read-only',
    `This vault has schema ${version} and must be brought to ${SCHEMA_VERSION} before it is read. Open it once where it can be written.`,
  );
}

function plainGroupKey(proposition: Proposition): string {
  return `${proposition.kind}|${proposition.measure ?? ''}|${proposition.answer ?? ''}`;
}

/** Node reports a missing folder for a read-only one when it makes several levels; making one level tells the truth. */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
    await mkdir(path, { mode: 0o700 });
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return false;
    throw error;
  }
}

async function writable(dir: string, file: string): Promise<boolean> {
  try {
    await access(dir, constants.W_OK);
    await access(file, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function lostDatabase(dir: string): OnRecordError {
  return new OnRecordError('damaged', `The vault in ${dir} has lost ${DATABASE}. Restore it from a backup.`, {
    subject: dir,
  });
}

function lostDescription(dir: string): OnRecordError {
  return new OnRecordError(
    'damaged',
    `${dir} holds a record but has lost vault.json. Restore that file from a backup, or write {"format":"onrecord-vault","version":1} into it.`,
    { subject: dir },
  );
}
