/**
 * New keys for a vault whose record lies in PostgreSQL. The tables there are not encrypted and stay as they are; the bytes in
 * the folder are encrypted anew into a new data folder, and every blob's next wrapped key is laid beside its present one.
 * Then vault.json is exchanged: the one step by which the keys change. Until then the old keys open everything, from then
 * on the new ones do; what is left over goes afterwards, or when the vault is opened again.
 */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { BlobStore } from '../../desk/ports/blob-store.ts';
import type { Sha256 } from '../../record/id.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import { PLAIN_COVER } from '../blobs/blob-cover.ts';
import { fileBlobStore } from '../blobs/file-blob-store.ts';
import { syncFolder } from '../blobs/sync-folder.ts';
import { BLOBS, dataIsWhole, dataNumber, makeBareData } from '../data-folder.ts';
import { type BlobKeyRing, blobKeyRing, type LoggedBlobKeys, ownPart } from '../keys/blob-key-ring.ts';
import { loggedBlobKeys } from '../keys/logged-blob-keys.ts';
import { copyNotes, NOTES_FILE } from '../notes/notes-file.ts';
import { replaceKeysQuery } from '../queries/row-statements.ts';
import { type FreshKeys, freshKeys, lostBytes, type OldVault, type RekeyWork } from '../rekey/fresh-keys.ts';
import { layNextDescription, moveNextDescription } from '../rekey/next-description.ts';
import { bulkBlobs } from '../restore/bulk-blobs.ts';
import { stopped } from '../restore/play-record.ts';
import type { BlobKeyRow } from '../tables.ts';
import { checkStore } from './check-store.ts';
import type { Connection, Connections } from './connection.ts';
import { connectPostgres } from './connections.ts';
import { sweep } from './erase-entries.ts';
import { holdKeys, settleHeld, takeGate } from './keys-in-force.ts';
import { requireRecord } from './migrate.ts';
import { parsePostgresAddress } from './postgres-address.ts';
import { postgresQueries } from './postgres-reading.ts';
import { refuseOther } from './postgres-store.ts';
import { askRecord, readKept, writeKept } from './write-kept.ts';

const BUSY_TIMEOUT = 5000;

/** A change that is under way. */
interface Exchange {
  readonly old: OldVault;
  readonly fresh: FreshKeys;
  readonly connections: Connections;
  readonly work: RekeyWork;
}

/**
 * Changes the keys, and gives how many entries the log has.
 *
 * @param work.address as `postgres://user@host/database?schema=name`
 * @throws OnRecordError `vault-busy` while others write or change the keys, `damaged`, `verify-failed`, `disk-full`, `unreachable`
 * @example
 * await rekeyPostgres(old, { keys, groupKey, address });
 */
export async function rekeyPostgres(
  old: OldVault,
  work: RekeyWork & { readonly address: string },
): Promise<number> {
  const address = parsePostgresAddress(work.address);
  const connections = await connectPostgres(address, { readOnly: false, busyTimeout: BUSY_TIMEOUT });
  try {
    await requireRecord(connections, { readOnly: false });
    await refuseOther(connections, old.keys.identity);
    const release = await holdKeys(connections);
    try {
      await settleHeld(old, connections);
      return await exchange({ old, fresh: freshKeys(old, work.keys), connections, work });
    } finally {
      await release();
    }
  } finally {
    await connections.close();
  }
}

async function exchange(change: Exchange): Promise<number> {
  const { old, fresh, connections, work } = change;
  let done = false;
  try {
    const entries = await connections.transaction({ begin: 'BEGIN' }, (connection) =>
      ready(change, connection),
    );
    await copyNotes(
      { file: join(old.root, old.file.data, NOTES_FILE), key: old.keys.notes },
      { file: join(old.root, fresh.file.data, NOTES_FILE), key: fresh.keys.notes },
    );
    work.onReady?.();
    await moveNextDescription(old.root);
    done = true;
    await leave(change);
    return entries;
  } finally {
    // What cannot be set right now is set right when the vault is opened.
    if (!done) await settleHeld(old, connections).catch(() => undefined);
    fresh.keys.wipe();
  }
}

/** Everything that the new keys open, made and proved; in force only when vault.json names it. Nobody writes meanwhile. */
async function ready(change: Exchange, connection: Connection): Promise<number> {
  const { old, fresh, connections, work } = change;
  const { root } = old;
  await connection.rows("SELECT set_config('idle_in_transaction_session_timeout', '0', true)");
  await takeGate(connection, dataNumber(old.file.data));
  const [head] = await readKept(connection, (kept) => kept.head);
  const entries = head?.size ?? 0;
  const folder = await makeBareData(root, fresh.file.data);
  await writeKept(connection, ({ erasing }) => erasing, 1);
  await encryptAnew(change, connection, { folder, entries });
  await writeKept(connection, ({ inForce }) => inForce, dataNumber(fresh.file.data));
  work.onProgress?.({ step: 'checking', done: entries, of: entries });
  const { groupKey } = work;
  const { identity } = old.keys;
  const [fault] = await checkStore({ connections, readOnly: false, groupKey, identity, scratchDir: folder });
  if (fault !== undefined)
    throw new OnRecordError(
      'damaged',
      `The record is not whole, so the keys of the vault were not changed. ${fault.item}: ${fault.message} Restore the vault from a backup first.`,
    );
  if (work.signal?.aborted === true) throw stopped();
  await syncFolder(folder);
  await syncFolder(root);
  await layNextDescription(root, fresh.file);
  return entries;
}

interface CaptureRow {
  readonly place: number;
  readonly sha256: Sha256;
  readonly entry: number;
  readonly wrapped: string | null;
}

async function encryptAnew(
  { old, fresh, connections, work }: Exchange,
  connection: Connection,
  { folder, entries }: { readonly folder: string; readonly entries: number },
): Promise<void> {
  const ring = blobKeyRing(fresh.keys.blobs ?? new Uint8Array(), randomBytes);
  const dir = join(folder, BLOBS);
  const cover = ring.cover(NOTHING_LOGGED);
  const bulk = bulkBlobs(dir, cover);
  const before = blobsOf(old, connections);
  for await (const page of captures(connection)) {
    const first = page.filter(({ sha256 }) => ring.pending(sha256) === null);
    for (const { sha256, entry } of first) {
      if (work.signal?.aborted === true) throw stopped();
      const bytes = await before.get(sha256);
      if (bytes === null) throw lostBytes(sha256);
      await bulk.put(bytes);
      work.onProgress?.({ step: 'writing', done: entry, of: entries });
    }
    await layKeysBeside(connection, first, { ring, old });
  }
  await bulk.settle();
  const [bad] = await fileBlobStore({ dir, readOnly: true, cover }).check();
  if (bad !== undefined)
    throw new OnRecordError(
      'verify-failed',
      `What was written is not what was read (bytes ${bad}): the keys were not changed. Run this again.`,
    );
}

const NOTHING_LOGGED: LoggedBlobKeys = {
  wrapped: async () => null,
  all: async function* () {},
};

function blobsOf({ root, file, keys }: OldVault, connections: Connections): BlobStore {
  const cover =
    keys.blobs === null
      ? PLAIN_COVER
      : blobKeyRing(keys.blobs, randomBytes).cover(loggedBlobKeys(askRecord(connections)));
  return fileBlobStore({ dir: join(root, file.data, BLOBS), readOnly: true, cover });
}

/** Of captures, then of sealed documents. */
async function* captures(connection: Connection): AsyncGenerator<readonly CaptureRow[]> {
  for (const which of ['captureKeys', 'sealedBlobKeys'] as const)
    for (let after = 0; ; ) {
      const page = await readKept(connection, (kept) => kept[which], after);
      yield page.map((row) => ({ ...row, sha256: row.sha256 as Sha256 }));
      const last = page.at(-1);
      if (last === undefined) break;
      after = last.place;
    }
}

/** The present key of each blob stays the first, for as long as vault.json names the present keys. */
async function layKeysBeside(
  connection: Connection,
  first: readonly CaptureRow[],
  { ring, old }: { readonly ring: BlobKeyRing; readonly old: OldVault },
): Promise<void> {
  const rows = new Map<Sha256, BlobKeyRow>();
  for (const { sha256, entry, wrapped } of first) {
    const { blobs } = old.keys;
    const present = wrapped === null || blobs === null ? null : ownPart(wrapped, blobs, sha256);
    const parts = [present, ring.pending(sha256)].filter((part) => part !== null);
    if (!rows.has(sha256)) rows.set(sha256, { sha256, wrapped: parts.join(' '), entry });
  }
  if (rows.size === 0) return;
  const { build } = await postgresQueries();
  const { sql, parameters } = replaceKeysQuery(build, [...rows.values()]).compile();
  await connection.write(sql, parameters);
}

/** The new keys are in force: what the old ones opened goes. What cannot go now goes when the vault is opened. */
async function leave({ old: { root }, fresh, connections }: Exchange): Promise<void> {
  try {
    await dataIsWhole(root, fresh.file.data);
    await settleHeld({ root, ...fresh }, connections);
    await sweep(connections, ['blob_keys']);
    await syncFolder(root);
  } catch {
    // Opening the vault for writing sets right what is left.
  }
}
