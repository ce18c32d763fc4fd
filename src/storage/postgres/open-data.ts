/**
 * Opens the data of a vault whose record lies in PostgreSQL: keys and bytes are in the vault's folder, the record is in
 * the database. Refuses a database that holds the record of another vault.
 */
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseVkey } from '../../crypto/note-key.ts';
import { openNote } from '../../crypto/signed-note.ts';
import type { LogIdentity, RecordStore } from '../../desk/ports/record-store.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import { PLAIN_COVER } from '../blobs/blob-cover.ts';
import { removeUnfinished } from '../blobs/file-blob-store.ts';
import { openBlobs } from '../blobs/open-blobs.ts';
import { BLOBS, dataNumber, writable } from '../data-folder.ts';
import { blobKeyRing } from '../keys/blob-key-ring.ts';
import type { OpenedData, OpeningOptions, UnlockedVault } from '../opened-data.ts';
import { refuseChanged } from '../rekey/other-data.ts';
import { blobsWhileKeysLast } from './blobs-while-keys-last.ts';
import { settleKeys } from './keys-in-force.ts';
import { parsePostgresAddress } from './postgres-address.ts';
import { openPostgresRecord } from './postgres-store.ts';

/**
 * Opens record and bytes.
 *
 * @param options.address as `postgres://user@host/database?schema=name`
 * @throws OnRecordError `bad-usage`, `unreachable`, `damaged`, `vault-too-new`, `read-only`
 * @example
 * const { store } = await openPostgresData({ root, file, keys }, { ...options, address });
 */
export async function openPostgresData(
  { root, file, keys }: UnlockedVault,
  options: OpeningOptions & { readonly address: string },
): Promise<OpenedData> {
  const dir = join(root, file.data, BLOBS);
  const readOnly = options.readOnly || !(await writable(root, null));
  await refuseChanged(root, file);
  const blobKeys = keys.blobs === null ? null : blobKeyRing(keys.blobs, randomBytes);
  const opened = await openPostgresRecord(options.address, {
    readOnly,
    groupKey: options.groupKey,
    signer: keys.signer,
    identity: keys.identity,
    random: randomBytes,
    blobKeys,
    scratchDir: readOnly ? tmpdir() : join(root, file.data),
    busyTimeout: options.busyTimeout,
    dataNumber: dataNumber(file.data),
  });
  const { store, moment, connections } = opened;
  try {
    await refuseOther(store, keys.identity, options.address);
    if (!readOnly) await settleKeys({ root, file, keys }, connections);
    if (!readOnly) await removeUnfinished(dir, options.unfinishedBefore);
    const cover = blobKeys === null ? PLAIN_COVER : blobKeys.cover(opened.blobKeys);
    const blobs = blobsWhileKeysLast(await openBlobs(root, { dir, readOnly, cover }), () =>
      refuseChanged(root, file),
    );
    const team = async () => (await import('../team/team-backup.ts')).teamItems(options.address);
    return { store, blobs, readOnly, moment, team };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** The head of the log there must be signed by this vault's key. */
async function refuseOther(store: RecordStore, { vkey }: LogIdentity, address: string): Promise<void> {
  const head = await store.checkpoint();
  const key = parseVkey(vkey);
  if (head === null || (key.ok && openNote(head.note, [key.key]).ok)) return;
  const { shown, schema } = parsePostgresAddress(address);
  throw new OnRecordError(
    'bad-usage',
    `The record in ${shown} (schema ${schema}) is not of this vault: its head is signed by another key, or was changed. Name the vault folder it belongs to, or another database.`,
    { subject: shown },
  );
}
