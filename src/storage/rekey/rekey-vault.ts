/**
 * Gives a vault new keys: the whole record is played into a new data folder under a new master key, every blob is
 * encrypted anew, and vault.json is exchanged in one step. Nobody else may have the vault open. Killed at any moment it
 * leaves the vault as it was or with the new keys, and what is left over is removed when the vault is opened again.
 */
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { deriveKey } from '../../crypto/derive-key.ts';
import { openWrappedKey } from '../../crypto/wrapped-key.ts';
import type { RekeyReport, RestoreProgress } from '../../desk/ports/backups.ts';
import type { BlobStore } from '../../desk/ports/blob-store.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import { erasuresOf } from '../append/rebuild.ts';
import type { RecordItem, RecordSource } from '../backup/record-source.ts';
import { PLAIN_COVER } from '../blobs/blob-cover.ts';
import { fileBlobStore } from '../blobs/file-blob-store.ts';
import { syncFolder } from '../blobs/sync-folder.ts';
import { dataIsWhole } from '../data-folder.ts';
import { blobKeyRing } from '../keys/blob-key-ring.ts';
import { type NewVaultKeys, newVaultFile } from '../keys/new-vault-file.ts';
import { masterKey } from '../keys/open-master.ts';
import { SEED_CONTEXT, type VaultKeys, vaultKeys } from '../keys/vault-keys.ts';
import type { GroupKey } from '../projection/projection.ts';
import { playRecord } from '../restore/play-record.ts';
import { proveTarget } from '../restore/restore-vault.ts';
import { openSqliteTarget } from '../restore/sqlite-target.ts';
import { loadSqlite, type SqliteDatabase } from '../sqlite/engine.ts';
import { loggedBlobKeys } from '../sqlite/logged-blob-keys.ts';
import { migrate } from '../sqlite/migrate.ts';
import { useKey } from '../sqlite/open-database.ts';
import { storageFault } from '../sqlite/sqlite-fault.ts';
import { sqliteSource } from '../sqlite/sqlite-source.ts';
import { readVaultFile, type VaultFile, writeVaultFile } from '../vault-file.ts';
import { removeOtherData } from './other-data.ts';

export interface RekeyOptions {
  /** Opens the vault as it is: 32 bytes; null for one without encryption. */
  readonly master: Uint8Array | null;
  /** Passphrase and recovery key from now on. */
  readonly keys: NewVaultKeys & { readonly kind: 'encrypted' };
  readonly groupKey: GroupKey;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: RestoreProgress) => void;
}

const ELSEWHERE =
  'The record of this vault lies in PostgreSQL, and its keys cannot be changed there: folder and database are not exchanged in one step, and a change cut off between them would leave a vault that nobody opens. Nothing was changed. Do this instead: make a backup; restore it without --database and with ONRECORD_DATABASE empty; run onrecord rekey on that vault; back it up to a new file; restore that with --database into a new schema. Then destroy the old vault, its schema and the old backups. docs/guide/backup.md has every command.';

interface Old {
  readonly root: string;
  readonly file: VaultFile & { readonly mac: string };
  readonly keys: VaultKeys;
  readonly seed: Uint8Array;
  readonly db: SqliteDatabase;
}

/**
 * Changes all keys of a vault.
 *
 * @throws OnRecordError `locked`, `vault-busy` when another process has it open, `damaged` when it is not whole,
 * `disk-full`: there must be room for the whole vault once more
 * @example
 * await rekeyVault('./kessar', { master, keys: { kind: 'encrypted', passphrase, recoveryKey, cost }, groupKey });
 */
export async function rekeyVault(dir: string, options: RekeyOptions): Promise<RekeyReport> {
  const root = resolve(dir);
  try {
    const file = await readVaultFile(root);
    refuseElsewhere(file, root);
    const master = masterKey(file, options.master, root);
    const keys = vaultKeys(file, master, root);
    const seed = seedOf(file, master, root);
    master.fill(0);
    try {
      const db = await openAlone(join(root, file.data, 'record.sqlite'), keys.database);
      try {
        await removeOtherData(root, file);
        return await exchange({ root, file, keys, seed, db }, options);
      } finally {
        db.close();
      }
    } finally {
      keys.wipe();
      seed.fill(0);
    }
  } catch (error) {
    throw storageFault(error, root);
  }
}

/**
 * Refuses a vault whose record lies in PostgreSQL: folder and database cannot be exchanged in one step, and a change that
 * is interrupted between them would leave a vault that no key opens.
 *
 * @throws OnRecordError `bad-usage`
 * @example
 * refuseElsewhere(await readVaultFile(root), root);
 */
export function refuseElsewhere({ record }: Pick<VaultFile, 'record'>, root: string): void {
  if (record === 'sqlite') return;
  throw new OnRecordError('bad-usage', ELSEWHERE, { subject: root });
}

function seedOf(file: VaultFile, master: Uint8Array, root: string): Uint8Array {
  const key = deriveKey(master, 'onrecord/log-key/v1');
  const seed = openWrappedKey({ wrapped: file.log.seed, key, context: SEED_CONTEXT });
  if (seed !== null) return seed;
  throw new OnRecordError('damaged', `The log's key of the vault in ${root} does not open.`, {
    subject: root,
  });
}

/** A connection beside which there is no other: held until the new description is in place. */
async function openAlone(database: string, key: Uint8Array | null): Promise<SqliteDatabase> {
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

async function exchange(old: Old, options: RekeyOptions): Promise<RekeyReport> {
  const { root, file, seed } = old;
  const data = `data-${Number(file.data.slice('data-'.length)) + 1}`;
  const identity = { id: file.id, createdAt: file.createdAt, seed };
  const fresh = newVaultFile({
    keys: options.keys,
    createdAt: file.createdAt,
    data,
    random: randomBytes,
    identity,
  });
  const keys = vaultKeys(fresh.file, fresh.master, root);
  fresh.master.fill(0);
  let done = false;
  try {
    const entries = await playInto({ ...old, data, fresh: keys }, options);
    await syncFolder(root);
    await writeVaultFile(root, fresh.file, 'replace');
    done = true;
    await dataIsWhole(root, data).catch(() => undefined);
    await leave(old);
    return { dir: root, entries, wasUnencrypted: file.protection.kind === 'none' };
  } finally {
    keys.wipe();
    if (!done) await rm(join(root, data), { recursive: true, force: true });
  }
}

/**
 * The old folder lets nobody in any more, and goes. The vault has its new keys already: what cannot be removed now is
 * removed when it is opened.
 */
async function leave({ root, file, db }: Old): Promise<void> {
  try {
    db.exec('UPDATE append_gate SET moved = 1');
    db.close();
    await rm(join(root, file.data), { recursive: true, force: true });
    await syncFolder(root);
  } catch {
    // Opening the vault removes every data folder that vault.json does not name.
  }
}

async function playInto(
  { root, file, db, keys: oldKeys, data, fresh }: Old & { readonly data: string; readonly fresh: VaultKeys },
  { groupKey, signal, onProgress }: RekeyOptions,
): Promise<number> {
  const source = sqliteSource(db);
  const cover =
    oldKeys.blobs === null ? PLAIN_COVER : blobKeyRing(oldKeys.blobs, randomBytes).cover(loggedBlobKeys(db));
  const blobs = fileBlobStore({ dir: join(root, file.data, 'blobs'), readOnly: true, cover });
  const head = await source.head();
  const of = head?.size ?? 0;
  const target = await openSqliteTarget({ root, data, keys: fresh, groupKey });
  try {
    const erasures = erasuresOf(await source.tombstones());
    const tell = (step: RestoreProgress['step']) => (done: number) => onProgress?.({ step, done, of });
    await playRecord(itemsOf(source, blobs), target, { erasures, onProgress: tell('writing'), signal });
    tell('checking')(of);
    const expected = head === null ? null : { size: head.size, note: head.checkpoint };
    const [lost] = await proveTarget(target, expected);
    if (lost !== undefined) throw new OnRecordError('damaged', `The vault has lost the bytes ${lost}.`);
    return of;
  } finally {
    await target.close();
  }
}

/** Everything of a record, in the order in which it is played. */
async function* itemsOf(source: RecordSource, blobs: BlobStore): AsyncGenerator<RecordItem> {
  for await (const row of source.log(0)) {
    const text = await source.textOf(row);
    if (text !== null) yield { kind: 'text', ...text };
    const sha256 = await source.bytesOf(row);
    const bytes = sha256 === null ? null : await blobs.get(sha256);
    if (sha256 !== null && bytes === null) {
      throw new OnRecordError(
        'damaged',
        `The vault has lost the bytes ${sha256}. Its keys were not changed. Restore the vault from a backup first.`,
        { subject: sha256 },
      );
    }
    if (sha256 !== null && bytes !== null) yield { kind: 'blob', sha256, bytes };
    yield { kind: 'entry', row };
  }
}
