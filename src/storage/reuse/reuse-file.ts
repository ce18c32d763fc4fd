/**
 * The index of text reuse as a file of the vault, `reuse.sqlite` in its data folder, also where the record lies in PostgreSQL:
 * encrypted page by page with a key of its own when the vault is encrypted. It is no part of the record: no backup holds it,
 * and whoever opens a vault without it makes it again. One process at a time.
 */
import { chmodSync, rmSync } from 'node:fs';
import type { ReuseBlocks } from '../../desk/ports/reuse-blocks.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { SqliteDatabase } from '../sqlite/engine.ts';
import { openDatabase } from '../sqlite/open-database.ts';
import { storageFault } from '../sqlite/sqlite-fault.ts';
import { forgetKeyOfIndex, keyOfIndex, newKeyOfIndex } from './index-key.ts';
import { REUSE_SCHEMA, reuseBlocks } from './reuse-blocks.ts';

/** Name in the data folder. */
export const REUSE_FILE = 'reuse.sqlite';

/** Of the layout and of what a fingerprint is; a file of another version is made again. */
const VERSION = 2;
const BUSY_TIMEOUT = 5000;
/** KiB that SQLite keeps of the file in memory. */
const CACHE = 65_536;

/**
 * Opens the file, and makes it when it is not there, of another version, damaged, or cannot be read with this key.
 *
 * @param key 32 bytes; null: the vault is not encrypted
 * @throws OnRecordError `vault-busy` when another process has it open, `disk-full`, `read-only`, `unsupported-runtime`
 * @example
 * const blocks = await openReuseFile('/vault/data-1/reuse.sqlite', key);
 */
export async function openReuseFile(file: string, key: Uint8Array | null): Promise<ReuseBlocks> {
  try {
    const blocks = (await openExisting(file, key)) ?? (await makeAnew(file, key));
    return toldFaults(blocks, file, key);
  } catch (error) {
    throw storageFault(error, file);
  }
}

type Blocks = ReturnType<typeof reuseBlocks>;

/** Null: there is none that can be used. */
async function openExisting(file: string, vaultKey: Uint8Array | null): Promise<Blocks | null> {
  const key = vaultKey === null ? null : keyOfIndex(file, vaultKey);
  if (vaultKey !== null && key === null) return null;
  let db: SqliteDatabase | null = null;
  try {
    db = await openAlone(file, key);
    if (db.pragma('user_version', { simple: true }) === VERSION) return reuseBlocks(db);
    db.close();
    return null;
  } catch (error) {
    db?.close();
    if (isForeign(error)) return null;
    throw error;
  }
}

async function makeAnew(file: string, vaultKey: Uint8Array | null): Promise<Blocks> {
  removeReuseFile(file);
  const db = await openAlone(file, vaultKey === null ? null : newKeyOfIndex(file, vaultKey));
  try {
    chmodSync(file, 0o600);
    db.exec(`BEGIN; ${REUSE_SCHEMA} PRAGMA user_version = ${VERSION}; COMMIT`);
    return reuseBlocks(db);
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Opens it so that no other process can read or write it until it is closed. */
async function openAlone(file: string, key: Uint8Array | null): Promise<SqliteDatabase> {
  const db = await openDatabase(file, { readOnly: false, busyTimeout: BUSY_TIMEOUT, create: true, key });
  try {
    db.pragma('locking_mode = EXCLUSIVE');
    db.exec('BEGIN IMMEDIATE; COMMIT');
    db.pragma(`cache_size = -${CACHE}`);
    // A file that can be made again may lose its last captures with the power.
    db.pragma('synchronous = NORMAL');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/**
 * Takes the file away with all that belongs to it; nothing happens when there is none. What made it readable is
 * overwritten first.
 *
 * @example
 * removeReuseFile('/vault/data-1/reuse.sqlite');
 */
export function removeReuseFile(file: string): void {
  forgetKeyOfIndex(file);
  for (const name of [file, `${file}-wal`, `${file}-shm`]) rmSync(name, { force: true });
}

function isForeign(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  return code.startsWith('SQLITE_NOTADB') || code.startsWith('SQLITE_CORRUPT');
}

/** Turns faults of the engine into the house's; a file found damaged goes, for it can be made again. */
function toldFaults(opened: Blocks, file: string, key: Uint8Array | null): ReuseBlocks {
  let blocks = opened;
  const told = (error: unknown): unknown => {
    if (!isForeign(error)) return storageFault(error, file);
    blocks.close();
    removeReuseFile(file);
    return new OnRecordError(
      'damaged',
      'The index of shared words was damaged and has been removed; the record is not touched. Run the command again: it makes a new one.',
      { subject: file, cause: error },
    );
  };
  const guarded = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw told(error);
    }
  };
  return {
    *captures(from) {
      try {
        yield* blocks.captures(from);
      } catch (error) {
        throw told(error);
      }
    },
    words: (number) => guarded(() => blocks.words(number)),
    addCapture: (capture) => guarded(() => blocks.addCapture(capture)),
    runs: () => guarded(() => blocks.runs()),
    block: (run, block) => guarded(() => blocks.block(run, block)),
    addBlocks: (run, some) => guarded(() => blocks.addBlocks(run, some)),
    addRun: (run) => guarded(() => blocks.addRun(run)),
    dropRun: (run) => guarded(() => blocks.dropRun(run)),
    together: (write) => guarded(() => blocks.together(write)),
    async clear() {
      blocks.close();
      try {
        blocks = await makeAnew(file, key);
      } catch (error) {
        throw storageFault(error, file);
      }
    },
    close: () => blocks.close(),
  };
}
