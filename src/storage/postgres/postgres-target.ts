/**
 * A record played into an empty place of a PostgreSQL database: log rows go in as they are, batch by batch; tables are
 * made beside, in fresh ones, and brought over in bulk after the last entry; every blob gets a fresh key and lies in the
 * new vault's folder. Nothing opens the record until a vault.json names it.
 */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { StoreFault } from '../../desk/ports/record-store.ts';
import type { Sha256 } from '../../record/id.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import { type GrowingTree, growTree } from '../append/grow-tree.ts';
import { replayRow } from '../append/rebuild.ts';
import { PLAIN_COVER } from '../blobs/blob-cover.ts';
import { openBlobs } from '../blobs/open-blobs.ts';
import { openScratch, type Scratch } from '../check/scratch.ts';
import { BLOBS, makeBareData } from '../data-folder.ts';
import { type BlobKeyRing, blobKeyRing } from '../keys/blob-key-ring.ts';
import { loggedBlobKeys } from '../keys/logged-blob-keys.ts';
import { recordReadings } from '../reading/record-readings.ts';
import { openBulkBlobs } from '../restore/bulk-blobs.ts';
import { bytesIn, recordKeyIn } from '../restore/played-row.ts';
import type { PlayedBatch, RestoreTarget, TargetOptions } from '../restore/restore-target.ts';
import type { LogHeadRow, LogRow } from '../tables.ts';
import { checkStore } from './check-store.ts';
import type { Connection, Connections } from './connection.ts';
import { connectPostgres } from './connections.ts';
import { emptyTables, fillTables } from './erase-entries.ts';
import { holdKeys } from './keys-in-force.ts';
import { parsePostgresAddress } from './postgres-address.ts';
import { postgresQueries, postgresReading } from './postgres-reading.ts';
import { type HeldPlace, holdPlace } from './restore-mark.ts';
import { askRecord, readKept, writeKept } from './write-kept.ts';
import { insertRows } from './write-rows.ts';

const BUSY_TIMEOUT = 5000;

interface Target extends TargetOptions {
  readonly connections: Connections;
  readonly scratch: Scratch;
  /** Null in a vault without encryption. */
  readonly ring: BlobKeyRing | null;
  /** Path of the data folder. */
  readonly folder: string;
  readonly place: HeldPlace;
}

/**
 * Readies the place and the data folder.
 *
 * @param options.address as `postgres://user@host/database?schema=name`
 * @throws OnRecordError `bad-usage`, `unreachable`, `vault-exists` when there is a record, `vault-busy`, `read-only`
 * @example
 * const target = await openPostgresTarget({ root: '/vault', data: 'data-1', keys, groupKey, address });
 */
export async function openPostgresTarget(
  options: TargetOptions & { readonly address: string },
): Promise<RestoreTarget> {
  const address = parsePostgresAddress(options.address);
  const connections = await connectPostgres(address, { readOnly: false, busyTimeout: BUSY_TIMEOUT });
  const releases: (() => Promise<void>)[] = [];
  const release = async (): Promise<void> => {
    for (const each of releases.splice(0).toReversed()) await each();
  };
  try {
    // Held by whoever moves a record away from here: nothing is moved onto itself.
    if (options.move !== undefined) releases.push(await holdKeys(connections));
    const place = await holdPlace(connections, options.move ?? null);
    releases.push(place.release);
    const folder = await makeBareData(options.root, options.data);
    const scratch = await openScratch(folder);
    const ring = options.keys.blobs === null ? null : blobKeyRing(options.keys.blobs, randomBytes);
    const close = async (): Promise<void> => {
      await scratch.close();
      await release();
      await connections.close();
    };
    return await targetOf({ ...options, connections, scratch, ring, folder, place }, close);
  } catch (error) {
    await release();
    await connections.close();
    throw error;
  }
}

async function targetOf(target: Target, close: () => Promise<void>): Promise<RestoreTarget> {
  const { connections, scratch, ring, folder, place } = target;
  const dir = join(folder, BLOBS);
  const cover = ring === null ? PLAIN_COVER : ring.cover(loggedBlobKeys(askRecord(connections)));
  const blobs = await openBlobs(target.root, { dir, readOnly: false, cover });
  const bulk = await openBulkBlobs(target.root, dir, cover);
  return {
    putBytes: (bytes) => bulk.put(bytes),
    replay: async (batch) => {
      for (const row of batch.rows) playBeside(target, batch, row);
    },
    write: async (batch) => {
      await place.mark();
      await writeBatch(target, batch);
      for (const row of batch.rows) for (const sha256 of bytesIn(row)) ring?.settled(sha256);
    },
    settle: async () => {
      await place.mark();
      await bulk.settle();
      await scratch.finish();
      await connections.transaction({ begin: 'BEGIN' }, (connection) => bringOver(connection, scratch));
    },
    head: () => connections.use(headOf).then((head) => head && { size: head.size, note: head.checkpoint }),
    counts: async () => recordReadings(postgresReading(connections, await postgresQueries())).counts(),
    missing: async () => {
      const there = new Set<Sha256>();
      for await (const sha256 of blobs.list()) there.add(sha256);
      const captured = await connections.use((connection) =>
        readKept(connection, (kept) => kept.capturedBytes),
      );
      return captured.map((row) => row.sha256 as Sha256).filter((sha256) => !there.has(sha256));
    },
    check: () => checkTarget(target, () => blobs.check()),
    finish: place.finish,
    clear: place.clear,
    close,
  };
}

async function headOf(connection: Connection): Promise<LogHeadRow | null> {
  return (await readKept(connection, ({ head }) => head))[0] ?? null;
}

/** One transaction: an interrupted batch leaves nothing. */
async function writeBatch(target: Target, batch: PlayedBatch): Promise<void> {
  await target.connections.transaction({ begin: 'BEGIN' }, async (connection) => {
    const tree = growTree(await headOf(connection), target.keys.signer);
    for (const row of batch.rows) {
      if (row.seq !== tree.size() + 1) throw notPlayed(`Entry ${tree.size() + 1} is missing.`);
      playBeside(target, batch, row);
      await writeKept(connection, ({ openFor }) => openFor, row.seq);
      await insertRows(connection, 'log', [row]);
      tree.push(row.leaf);
    }
    await writeTree(connection, tree);
    await writeKeys(connection, target.ring, batch);
    await writeKept(connection, ({ erasing }) => erasing, 0);
    await writeKept(connection, ({ openFor }) => openFor, null);
  });
}

function playBeside({ scratch, groupKey }: Target, { texts, erasures }: PlayedBatch, row: LogRow): void {
  const textOf = (sha256: string): string | null => texts.get(sha256) ?? null;
  const made = replayRow({ row, lookup: scratch.lookup, groupKey, erasures, textOf });
  if (typeof made === 'string') throw notPlayed(made);
  scratch.write(row, made);
}

async function writeTree(connection: Connection, tree: GrowingTree): Promise<void> {
  if (tree.tiles().length > 0) await insertRows(connection, 'log_tiles', tree.tiles());
  await insertRows(connection, 'log_head', [tree.head()]);
}

async function writeKeys(
  connection: Connection,
  ring: BlobKeyRing | null,
  { rows, recordKeys, blobKeys }: PlayedBatch,
): Promise<void> {
  const found = rows.flatMap((row) =>
    bytesIn(row).map((sha256) => ({ sha256, wrapped: ring?.pending(sha256) ?? null, entry: row.seq })),
  );
  const fresh = [...found.filter(({ wrapped }) => wrapped !== null), ...blobKeys];
  const ofRecords = rows.map((row) => recordKeyIn(row, recordKeys)).filter((key) => key !== null);
  if (fresh.length + ofRecords.length === 0) return;
  await writeKept(connection, ({ erasing }) => erasing, 1);
  await insertRows(connection, 'blob_keys', fresh);
  await insertRows(connection, 'record_keys', ofRecords);
}

async function bringOver(connection: Connection, scratch: Scratch): Promise<void> {
  await writeKept(connection, ({ erasing }) => erasing, 1);
  // An interrupted move may have filled them before.
  await emptyTables(connection);
  await fillTables(connection, scratch);
  await writeKept(connection, ({ erasing }) => erasing, 0);
}

async function checkTarget(
  { connections, groupKey, keys, folder }: Target,
  badBytes: () => Promise<readonly Sha256[]>,
): Promise<readonly StoreFault[]> {
  const { identity } = keys;
  const faults = await checkStore({ connections, readOnly: false, groupKey, identity, scratchDir: folder });
  const message = 'The stored bytes do not give the hash they stand under.';
  return [...faults, ...(await badBytes()).map((sha256) => ({ item: `bytes ${sha256}`, message }))];
}

function notPlayed(what: string): OnRecordError {
  return new OnRecordError('damaged', `${what} No vault was made.`);
}
