/**
 * New keys for a vault whose record is a file of its own: the whole record is played into a new data folder under a new
 * master key, every blob is encrypted anew, and vault.json is exchanged in one step. Nobody else may have the vault open.
 */
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { RestoreProgress } from '../../desk/ports/backups.ts';
import type { BlobStore } from '../../desk/ports/blob-store.ts';
import { erasuresOf } from '../append/rebuild.ts';
import { momentOfRecord } from '../backup/moment-of-record.ts';
import type { RecordItem, RecordSource } from '../backup/record-source.ts';
import { PLAIN_COVER } from '../blobs/blob-cover.ts';
import { fileBlobStore } from '../blobs/file-blob-store.ts';
import { syncFolder } from '../blobs/sync-folder.ts';
import { BLOBS, DATABASE, dataIsWhole } from '../data-folder.ts';
import { blobKeyRing } from '../keys/blob-key-ring.ts';
import { loggedBlobKeys } from '../keys/logged-blob-keys.ts';
import { copyNotes, NOTES_FILE } from '../notes/notes-file.ts';
import { playRecord } from '../restore/play-record.ts';
import { proveTarget } from '../restore/restore-vault.ts';
import { openSqliteTarget } from '../restore/sqlite-target.ts';
import { askSqlite } from '../sqlite/ask-sqlite.ts';
import type { SqliteDatabase } from '../sqlite/engine.ts';
import { openAlone } from '../sqlite/open-alone.ts';
import { preparedQueries } from '../sqlite/prepared-queries.ts';
import { sqliteQueries } from '../sqlite/sqlite-reading.ts';
import { statementsOf } from '../sqlite/statements.ts';
import { writeVaultFile } from '../vault-file.ts';
import { type FreshKeys, freshKeys, lostBytes, type OldVault, type RekeyWork } from './fresh-keys.ts';
import { removeOtherData } from './other-data.ts';

/**
 * Changes the keys, and gives how many entries the log has.
 *
 * @throws OnRecordError `vault-busy` when another process has it open, `damaged`, `disk-full`
 * @example
 * await rekeyEmbedded(old, { keys, groupKey });
 */
export async function rekeyEmbedded(old: OldVault, work: RekeyWork): Promise<number> {
  const { root, file } = old;
  const db = await openAlone(join(root, file.data, DATABASE), old.keys.database);
  try {
    await removeOtherData(root, file);
    return await exchange(old, db, work);
  } finally {
    db.close();
  }
}

async function exchange(old: OldVault, db: SqliteDatabase, work: RekeyWork): Promise<number> {
  const { root } = old;
  const fresh = freshKeys(old, work.keys);
  let done = false;
  try {
    const entries = await playInto({ old, db, fresh }, work);
    await copyNotes(
      { file: join(root, old.file.data, NOTES_FILE), key: old.keys.notes },
      { file: join(root, fresh.file.data, NOTES_FILE), key: fresh.keys.notes },
    );
    await syncFolder(root);
    work.onReady?.();
    await writeVaultFile(root, fresh.file, 'replace');
    done = true;
    await dataIsWhole(root, fresh.file.data).catch(() => undefined);
    await leave(old, db);
    return entries;
  } finally {
    fresh.keys.wipe();
    if (!done) await rm(join(root, fresh.file.data), { recursive: true, force: true });
  }
}

/**
 * The old folder lets nobody in any more, and goes. The vault has its new keys already: what cannot be removed now is
 * removed when it is opened.
 */
async function leave({ root, file }: OldVault, db: SqliteDatabase): Promise<void> {
  try {
    const { kept, write } = preparedQueries(statementsOf(db), await sqliteQueries());
    write(kept.inForce, 1);
    db.close();
    await rm(join(root, file.data), { recursive: true, force: true });
    await syncFolder(root);
  } catch {
    // Opening the vault removes every data folder that vault.json does not name.
  }
}

interface Exchange {
  readonly old: OldVault;
  readonly db: SqliteDatabase;
  readonly fresh: FreshKeys;
}

async function playInto(
  { old: { root, file, keys: oldKeys }, db, fresh }: Exchange,
  { groupKey, signal, onProgress }: RekeyWork,
): Promise<number> {
  const source = momentOfRecord(askSqlite(db));
  const cover =
    oldKeys.blobs === null
      ? PLAIN_COVER
      : blobKeyRing(oldKeys.blobs, randomBytes).cover(loggedBlobKeys(askSqlite(db)));
  const blobs = fileBlobStore({ dir: join(root, file.data, BLOBS), readOnly: true, cover });
  const head = await source.head();
  const of = head?.size ?? 0;
  const target = await openSqliteTarget({ root, data: fresh.file.data, keys: fresh.keys, groupKey });
  try {
    const erasures = erasuresOf(await source.tombstones());
    const tell = (step: RestoreProgress['step']) => (done: number) => onProgress?.({ step, done, of });
    await playRecord(itemsOf(source, blobs), target, { erasures, onProgress: tell('writing'), signal });
    tell('checking')(of);
    const expected = head === null ? null : { size: head.size, note: head.checkpoint };
    const [lost] = await proveTarget(target, expected);
    if (lost !== undefined) throw lostBytes(lost);
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
    if (sha256 !== null && bytes === null) throw lostBytes(sha256);
    if (sha256 !== null && bytes !== null) yield { kind: 'blob', sha256, bytes };
    const key = await source.recordKeyOf(row);
    if (key !== null) yield { kind: 'record-key', seq: row.seq, key };
    yield { kind: 'entry', row };
  }
}
