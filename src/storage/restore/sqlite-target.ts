/**
 * A record played into a new data folder of a vault: log rows go in as they are, tables and proof tree are made from them,
 * and every blob gets a fresh key. Nothing opens the folder until a vault.json names it.
 */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { BlobStore } from '../../desk/ports/blob-store.ts';
import type { StoreFault } from '../../desk/ports/record-store.ts';
import type { Sha256 } from '../../record/id.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import { growTree } from '../append/grow-tree.ts';
import { replayRow } from '../append/rebuild.ts';
import { PLAIN_COVER } from '../blobs/blob-cover.ts';
import { openBlobs } from '../blobs/open-blobs.ts';
import { exists, makeData } from '../data-folder.ts';
import { blobKeyRing } from '../keys/blob-key-ring.ts';
import { loggedBlobKeys } from '../keys/logged-blob-keys.ts';
import type { VaultKeys } from '../keys/vault-keys.ts';
import type { GroupKey } from '../projection/projection.ts';
import { recordReadings } from '../reading/record-readings.ts';
import { askSqlite } from '../sqlite/ask-sqlite.ts';
import { checkStore } from '../sqlite/check-store.ts';
import { loadSqlite, type SqliteDatabase } from '../sqlite/engine.ts';
import { migrate } from '../sqlite/migrate.ts';
import { openDatabase } from '../sqlite/open-database.ts';
import { type PreparedQueries, preparedQueries } from '../sqlite/prepared-queries.ts';
import { sqliteLookup } from '../sqlite/sqlite-lookup.ts';
import { sqliteQueries, sqliteReading } from '../sqlite/sqlite-reading.ts';
import { statementsOf } from '../sqlite/statements.ts';
import { setGate, writeTree } from '../sqlite/write-log.ts';
import { writeRows } from '../sqlite/write-rows.ts';
import { openBulkBlobs } from './bulk-blobs.ts';
import { bytesIn, recordKeyIn } from './played-row.ts';
import type { PlayedBatch, RestoreTarget, TargetOptions } from './restore-target.ts';

const BUSY_TIMEOUT = 5000;

/**
 * Makes the folder and opens it.
 *
 * @throws OnRecordError `read-only`, `disk-full`
 * @example
 * const target = await openSqliteTarget({ root: '/vault', data: 'data-1', keys, groupKey });
 */
export async function openSqliteTarget(options: TargetOptions): Promise<RestoreTarget> {
  const { root, data, keys, groupKey } = options;
  const folder = join(root, data);
  const file = join(folder, 'record.sqlite');
  if (options.move === undefined || !(await exists(file))) await makeData(root, data, keys.database);
  const opening = { busyTimeout: BUSY_TIMEOUT, create: false, key: keys.database };
  const db = await openDatabase(file, { ...opening, readOnly: false });
  if (options.move !== undefined) migrate(db);
  const statements = statementsOf(db);
  const ring = keys.blobs === null ? null : blobKeyRing(keys.blobs, randomBytes);
  const cover = ring === null ? PLAIN_COVER : ring.cover(loggedBlobKeys(askSqlite(db, statements)));
  const blobs = await openBlobs(root, { dir: join(folder, 'blobs'), readOnly: false, cover });
  const bulk = await openBulkBlobs(root, join(folder, 'blobs'), cover);
  const prepared = preparedQueries(statements, await sqliteQueries());
  const play = batchPlayer({ prepared, ring, groupKey, signer: keys.signer });
  const missing = async (): Promise<readonly Sha256[]> => {
    const there = new Set<Sha256>();
    for await (const sha256 of blobs.list()) there.add(sha256);
    const captured = prepared.all(prepared.kept.capturedBytes).map((row) => row.sha256 as Sha256);
    return captured.filter((sha256) => !there.has(sha256));
  };
  return {
    putBytes: (bytes) => bulk.put(bytes),
    settle: () => bulk.settle(),
    write: async (batch) => {
      db.transaction(() => play(batch)).immediate();
      for (const row of batch.rows) for (const sha256 of bytesIn(row)) ring?.settled(sha256);
    },
    replay: null,
    counts: () => recordReadings(sqliteReading({ db, statements, faultOf: (error) => error })).counts(),
    head: async () => {
      const head = prepared.one(prepared.kept.head);
      return head === null ? null : { size: head.size, note: head.checkpoint };
    },
    missing,
    check: () => checkTarget({ ...options, db, file, folder, blobs, again: opening }),
    finish: async () => undefined,
    clear: async () => undefined,
    close: async () => {
      db.close();
    },
  };
}

interface Checked extends TargetOptions {
  readonly db: SqliteDatabase;
  readonly file: string;
  readonly folder: string;
  readonly blobs: BlobStore;
  readonly again: { readonly busyTimeout: number; readonly create: boolean; readonly key: Uint8Array | null };
}

async function checkTarget(target: Checked): Promise<readonly StoreFault[]> {
  const { db, file, folder, groupKey, keys } = target;
  const Database = await loadSqlite();
  const again = () => openDatabase(file, { ...target.again, readOnly: true });
  const { identity } = keys;
  const faults = await checkStore({
    db,
    Database,
    readOnly: false,
    groupKey,
    identity,
    scratchDir: folder,
    again,
  });
  const bad = await target.blobs.check();
  const message = 'The stored bytes do not give the hash they stand under.';
  return [...faults, ...bad.map((sha256) => ({ item: `bytes ${sha256}`, message }))];
}

interface Player {
  readonly prepared: PreparedQueries;
  readonly ring: { pending(sha256: Sha256): string | null } | null;
  readonly groupKey: GroupKey;
  readonly signer: VaultKeys['signer'];
}

function batchPlayer({ prepared, ring, groupKey, signer }: Player): (batch: PlayedBatch) => void {
  const lookup = sqliteLookup(prepared);
  return ({ rows, texts, recordKeys, erasures, blobKeys }) => {
    const tree = growTree(prepared.one(prepared.kept.head), signer);
    for (const row of rows) {
      if (row.seq !== tree.size() + 1) throw notPlayed(`Entry ${tree.size() + 1} is missing.`);
      const textOf = (sha256: string): string | null => texts.get(sha256) ?? null;
      setGate(prepared, row.seq);
      prepared.insert('log', row);
      const made = replayRow({ row, lookup, groupKey, erasures, textOf });
      if (typeof made === 'string') throw notPlayed(made);
      writeRows(prepared, made);
      tree.push(row.leaf);
      for (const sha256 of bytesIn(row)) {
        const wrapped = ring?.pending(sha256) ?? null;
        if (wrapped !== null) prepared.insert('blob_keys', { sha256, wrapped, entry: row.seq });
      }
      for (const each of blobKeys) if (each.entry === row.seq) prepared.insert('blob_keys', each);
      const key = recordKeyIn(row, recordKeys);
      if (key !== null) prepared.insert('record_keys', key);
    }
    writeTree(prepared, tree);
    setGate(prepared, null);
  };
}

function notPlayed(what: string): OnRecordError {
  return new OnRecordError('damaged', `${what} No vault was made.`);
}
