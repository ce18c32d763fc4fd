/**
 * Brings a vault of onrecord 0.1 over into a new vault: proves its hash chain, then logs every entry again with its own
 * time and name, under new salts and the new proof tree, after a first entry that says where they come from. The old
 * folder is only read. Refuses an old vault in which anything was changed or lost.
 */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { sha256Hex } from '../../crypto/sha256.ts';
import type { ImportReport, RestoreProgress } from '../../desk/ports/backups.ts';
import type { BlobStore } from '../../desk/ports/blob-store.ts';
import type { Clock } from '../../desk/ports/clock.ts';
import type { NewEntry } from '../../desk/ports/record-store.ts';
import type { Sha256 } from '../../record/id.ts';
import type { Change, Subject } from '../../record/log-entry.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import { prepareEntry, refusal, sealPrepared } from '../append/prepare-entry.ts';
import { NO_ERASURES } from '../append/rebuild.ts';
import type { RecordItem } from '../backup/record-source.ts';
import { fileBlobStore } from '../blobs/file-blob-store.ts';
import { type NewVaultKeys, newVaultFile } from '../keys/new-vault-file.ts';
import { vaultKeys } from '../keys/vault-keys.ts';
import type { GroupKey } from '../projection/projection.ts';
import type { SqliteDatabase } from '../sqlite/engine.ts';
import { openDatabase } from '../sqlite/open-database.ts';
import { storageFault } from '../sqlite/sqlite-fault.ts';
import { newVault } from './new-vault.ts';
import { playRecord } from './play-record.ts';
import type { RestoreTarget } from './restore-target.ts';
import { proveTarget } from './restore-vault.ts';
import { NO_ENTRY, type Version1Row, version1Difference } from './version-1-chain.ts';

export interface ImportOptions {
  /** How the new vault is protected. */
  readonly keys: NewVaultKeys;
  readonly groupKey: GroupKey;
  /** Address of the PostgreSQL database into which the record goes; a file of the new vault when absent. */
  readonly database?: string | null;
  /** Who brings it over, as it will stand in the log. */
  readonly agent: string;
  readonly clock?: Clock;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: RestoreProgress) => void;
}

/**
 * Whether a folder is a vault of onrecord 0.1.
 *
 * @example
 * await isVersion1('./old-vault'); // true
 */
export async function isVersion1(dir: string): Promise<boolean> {
  try {
    const value: unknown = JSON.parse(await readFile(join(dir, 'vault.json'), 'utf8'));
    const { format, version } = (value ?? {}) as Record<string, unknown>;
    return format === 'onrecord-vault' && version === 1;
  } catch {
    return false;
  }
}

/**
 * Brings an old vault over.
 *
 * @param from folder of the old vault; never written to
 * @param dir folder of the new one: not there yet, or empty
 * @throws OnRecordError `no-vault`, `damaged`, `vault-exists`, `bad-usage`, `disk-full`
 * @example
 * await importVersion1('./old', './new', { keys, groupKey, agent: 'A. Archivist' });
 */
export async function importVersion1(
  from: string,
  dir: string,
  options: ImportOptions,
): Promise<ImportReport> {
  const root = resolve(dir);
  if (!(await isVersion1(from)))
    throw new OnRecordError('no-vault', `${from} is not a vault of onrecord 0.1.`, { subject: from });
  const db = await openDatabase(join(from, 'record.sqlite'), {
    readOnly: true,
    busyTimeout: 5000,
    create: false,
    key: null,
  }).catch((error: unknown) => {
    throw storageFault(error, from);
  });
  try {
    db.exec('BEGIN');
    const blobs = fileBlobStore({ dir: join(from, 'blobs'), readOnly: true });
    return await bringOver({ db, blobs, from, root, options });
  } catch (error) {
    throw storageFault(error, root);
  } finally {
    db.close();
  }
}

interface Job {
  readonly db: SqliteDatabase;
  readonly blobs: BlobStore;
  readonly from: string;
  readonly root: string;
  readonly options: ImportOptions;
}

async function bringOver(job: Job): Promise<ImportReport> {
  const { db, root, options } = job;
  const { head, entries } = proveChain(db);
  const at = (options.clock ?? (() => new Date()))().toISOString();
  const data = 'data-1';
  const { groupKey, database = null } = options;
  const { file, master } = newVaultFile({
    keys: options.keys,
    createdAt: at,
    data,
    record: database === null ? 'sqlite' : 'postgres',
    random: randomBytes,
  });
  const keys = vaultKeys(file, master, root);
  master.fill(0);
  try {
    const play = async (target: RestoreTarget): Promise<ImportReport> => {
      const onProgress = (done: number) => options.onProgress?.({ step: 'writing', done, of: entries + 1 });
      const first = firstEntry({ at, agent: options.agent, head, entries });
      const played = { erasures: NO_ERASURES, onProgress, signal: options.signal };
      await playRecord(sealedItems(job, first), target, played);
      options.onProgress?.({ step: 'checking', done: entries + 1, of: entries + 1 });
      const checkpoint = await target.head();
      const [lost] = await proveTarget(target, checkpoint);
      if (lost !== undefined) throw lostBytes(lost);
      return { dir: root, entries, head, checkpoint: checkpoint?.note ?? '' };
    };
    return await newVault({ root, data, keys, groupKey, database, blobs: null }, { file, play });
  } finally {
    keys.wipe();
  }
}

function* oldLog(db: SqliteDatabase): Generator<Version1Row> {
  const page = db.prepare<unknown[], Version1Row>('SELECT * FROM log WHERE seq > ? ORDER BY seq LIMIT 64');
  let last = Number.MIN_SAFE_INTEGER;
  for (let rows = page.all(last); rows.length > 0; rows = page.all(last)) {
    yield* rows;
    last = rows.at(-1)?.seq ?? last;
  }
}

function proveChain(db: SqliteDatabase): { readonly head: string; readonly entries: number } {
  let head = NO_ENTRY;
  let entries = 0;
  for (const row of oldLog(db)) {
    entries += 1;
    const difference =
      row.seq === entries ? version1Difference(row, head) : `Entry ${entries} is missing from the old log.`;
    if (difference !== null)
      throw new OnRecordError(
        'damaged',
        `${difference} Nothing was brought over. Keep the old vault as it is.`,
      );
    head = row.entry_sha256;
  }
  return { head, entries };
}

function firstEntry(given: {
  readonly at: string;
  readonly agent: string;
  readonly head: string;
  readonly entries: number;
}): NewEntry {
  const { at, agent, head, entries } = given;
  const body: Change = {
    action: 'record-imported',
    format: 'onrecord-vault 1',
    head: head as Sha256,
    entries,
  };
  return { at, agent, subject: 'log', body };
}

async function* sealedItems({ db, blobs }: Job, first: NewEntry): AsyncGenerator<RecordItem> {
  const text = db.prepare<unknown[], string>('SELECT content FROM texts WHERE sha256 = ?').pluck(true);
  const seen = new Set<string>();
  let seq = 1;
  yield sealed(first, seq);
  for (const row of oldLog(db)) {
    seq += 1;
    const body = JSON.parse(row.body) as Change;
    const entry: NewEntry = { at: row.at, agent: row.agent, subject: row.subject as Subject, body };
    const capture = body.action === 'source-captured' ? body.capture : null;
    const textSha256 = capture?.text?.sha256;
    if (textSha256 !== undefined && !seen.has(textSha256)) {
      seen.add(textSha256);
      const content = text.get(textSha256);
      if (content === undefined || sha256Hex(content) !== textSha256)
        throw new OnRecordError(
          'damaged',
          `The old vault has lost the text ${textSha256}, or it was changed.`,
        );
      yield { kind: 'text', sha256: textSha256, content };
    }
    const bytes = capture === null ? null : await blobs.get(capture.sha256);
    if (capture !== null && bytes === null) throw lostBytes(capture.sha256);
    if (capture !== null && bytes !== null && !seen.has(capture.sha256)) {
      seen.add(capture.sha256);
      yield { kind: 'blob', sha256: capture.sha256, bytes };
    }
    yield sealed(bytes === null ? entry : { ...entry, bytes }, seq);
  }
}

function sealed(entry: NewEntry, seq: number): RecordItem {
  const prepared = prepareEntry(entry);
  if (prepared.faults.length > 0) throw refusal(entry, prepared.faults);
  return { kind: 'entry', row: sealPrepared(prepared, seq, randomBytes).row };
}

function lostBytes(sha256: string): OnRecordError {
  return new OnRecordError(
    'damaged',
    `The old vault has lost the bytes ${sha256}, or they were changed: nothing was brought over. If a copy of the folder is whole, use that one.`,
    { subject: sha256 },
  );
}
