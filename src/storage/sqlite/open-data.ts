/** Opens the data of a vault whose record is a file of its own. */
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OnRecordError } from '../../record/onrecord-error.ts';
import { PLAIN_COVER } from '../blobs/blob-cover.ts';
import { removeUnfinished } from '../blobs/file-blob-store.ts';
import { openBlobs } from '../blobs/open-blobs.ts';
import { BLOBS, DATABASE, exists, writable } from '../data-folder.ts';
import { blobKeyRing } from '../keys/blob-key-ring.ts';
import { loggedBlobKeys } from '../keys/logged-blob-keys.ts';
import { SCHEMA_VERSION } from '../migrations/all-migrations.ts';
import type { OpenedData, OpeningOptions, UnlockedVault } from '../opened-data.ts';
import { refuseChanged, removeOtherData } from '../rekey/other-data.ts';
import { askSqlite } from './ask-sqlite.ts';
import { loadSqlite, type SqliteDatabase } from './engine.ts';
import { migrate, refuseNewer, schemaVersion } from './migrate.ts';
import { openDatabase } from './open-database.ts';
import { sqliteRecordStore } from './sqlite-store.ts';

/**
 * Opens record and bytes.
 *
 * @throws OnRecordError `damaged`, `vault-busy`, `vault-too-new`, `read-only`; SQLite's own errors
 * @example
 * const { store } = await openSqliteData({ root, file, keys }, options);
 */
export async function openSqliteData(
  { root, file, keys }: UnlockedVault,
  options: OpeningOptions,
): Promise<OpenedData> {
  const database = join(root, file.data, DATABASE);
  if (!(await exists(database))) throw lostDatabase(root);
  const readOnly = options.readOnly || !(await writable(root, database));
  const opening = { busyTimeout: options.busyTimeout, create: false, key: keys.database };
  const db = await openDatabase(database, { ...opening, readOnly });
  try {
    if (readOnly) await refuseChanged(root, file);
    else await removeOtherData(root, file);
    bringUpToDate(db, readOnly);
    const blobs = join(root, file.data, BLOBS);
    if (!readOnly) await removeUnfinished(blobs, options.unfinishedBefore);
    const blobKeys = keys.blobs === null ? null : blobKeyRing(keys.blobs, randomBytes);
    const store = sqliteRecordStore({
      db,
      Database: await loadSqlite(),
      dir: root,
      readOnly,
      groupKey: options.groupKey,
      signer: keys.signer,
      identity: keys.identity,
      random: randomBytes,
      blobKeys,
      scratchDir: readOnly ? tmpdir() : join(root, file.data),
      again: () => openDatabase(database, { ...opening, readOnly: true }),
      file: { file: database, key: keys.database, busyTimeout: options.busyTimeout },
    });
    const cover = blobKeys === null ? PLAIN_COVER : blobKeys.cover(loggedBlobKeys(askSqlite(db)));
    return { store, blobs: await openBlobs(root, { dir: blobs, readOnly, cover }), readOnly };
  } catch (error) {
    db.close();
    throw error;
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

function lostDatabase(dir: string): OnRecordError {
  return new OnRecordError('damaged', `The vault in ${dir} has lost ${DATABASE}. Restore it from a backup.`, {
    subject: dir,
  });
}
