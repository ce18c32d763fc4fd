/**
 * Backs a vault up into one encrypted file: makes it, continues it, or writes it anew when something in it may not stay.
 * Reads one moment of the vault while others go on writing. Refuses files that are no backup of this vault; whatever
 * happens, what the file held whole before stays whole.
 */
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { sha256Hex } from '../../crypto/sha256.ts';
import type { BackupProgress, BackupReport, Rewritten } from '../../desk/ports/backups.ts';
import type { Clock } from '../../desk/ports/clock.ts';
import type { DeskNote } from '../../desk/ports/desk-notes.ts';
import type { Sha256 } from '../../record/id.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import { syncFolder } from '../blobs/sync-folder.ts';
import { askSqlite } from '../sqlite/ask-sqlite.ts';
import { openDatabase } from '../sqlite/open-database.ts';
import { storageFault } from '../sqlite/sqlite-fault.ts';
import { accountsIn, type BackedItem, teamOfMoment } from '../team/team-backup.ts';
import type { Vault } from '../vault.ts';
import { readVaultFile, type VaultFile, vaultFileText } from '../vault-file.ts';
import { appendRun, type RunInput } from './append-run.ts';
import { everyNote, notesOfMoment } from './backed-notes.ts';
import { type BackupFile, readBackupStart, readBytes } from './backup-file.ts';
import { preambleOf } from './backup-format.ts';
import { lockBackup } from './backup-lock.ts';
import { refusePlace } from './backup-place.ts';
import { type LastRun, lastRun } from './last-run.ts';
import { momentOfRecord } from './moment-of-record.ts';
import type { RecordSource } from './record-source.ts';
import type { EndOfRun } from './segment-records.ts';
import { segmentWriter } from './segment-writer.ts';

export interface BackupOptions {
  readonly clock?: Clock;
  /** Stops after the current entry; what is written until then stays and is continued. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: BackupProgress) => void;
}

/** An open vault; where its record is not a SQLite file, with its own way to read one moment of it. */
type BackedUp = Pick<Vault, 'dir' | 'file' | 'keys' | 'blobs' | 'notes' | 'moment' | 'team'>;

interface Job extends BackupOptions {
  readonly vault: BackedUp;
  readonly source: RecordSource;
  /** Null: they cannot be read. */
  readonly notes: readonly DeskNote[] | null;
  /** Null: there is none. */
  readonly team: readonly BackedItem[] | null;
}

/**
 * Backs a vault up.
 *
 * @param file where the backup is, or will be; the folder must be there
 * @throws OnRecordError `bad-usage` for a file that is no backup of this vault, `vault-busy`, `damaged`, `disk-full`,
 * `read-only`, `verify-failed` when backup and vault have different histories
 * @example
 * const report = await backupVault(vault, '/media/stick/kessar.backup');
 */
export async function backupVault(
  vault: BackedUp,
  file: string,
  options: BackupOptions = {},
): Promise<BackupReport> {
  const path = resolve(file);
  try {
    await refusePlace(vault.dir, path);
    const release = await lockBackup(path, (options.clock ?? (() => new Date()))().getTime());
    try {
      const before = await everyNote(vault.notes);
      const teamBefore = (await vault.team?.()) ?? null;
      return await withMoment(vault, async (source) => {
        // The moment begins with the first question.
        await source.head();
        const notes = notesOfMoment(before, await everyNote(vault.notes));
        const team = teamOfMoment(teamBefore, (await vault.team?.()) ?? null);
        return backUp({ ...options, vault, source, notes, team }, path);
      });
    } finally {
      await release();
    }
  } catch (error) {
    throw storageFault(error, path);
  }
}

/** One moment of the record, on a connection of its own. */
async function withMoment<T>(vault: BackedUp, work: (source: RecordSource) => Promise<T>): Promise<T> {
  if (vault.moment !== undefined) return vault.moment(work);
  const database = join(vault.dir, vault.file.data, 'record.sqlite');
  const db = await openDatabase(database, {
    readOnly: true,
    busyTimeout: 5000,
    create: false,
    key: vault.keys.database,
  });
  try {
    db.exec('BEGIN');
    return await work(momentOfRecord(askSqlite(db)));
  } finally {
    db.close();
  }
}

async function backUp(job: Job, path: string): Promise<BackupReport> {
  const fresh = `${path}.new`;
  const why = await rewriting(job, path);
  if (why === null) {
    await rm(fresh, { force: true });
    return { ...(await runOn(job, path)), file: path, rewritten: null };
  }
  if ((await rewriting(job, fresh).catch(() => 'erasure' as const)) !== null)
    await rm(fresh, { force: true });
  const report = await runOn(job, fresh);
  if (report.entries === report.of) {
    await rename(fresh, path);
    await syncFolder(dirname(path));
  }
  return { ...report, file: path, rewritten: why };
}

/** Why what is in the file may not stay; null: it may, or there is no file. */
async function rewriting(job: Job, path: string): Promise<Rewritten | null> {
  const handle = await openIfThere(path, 'r');
  if (handle === null) return null;
  try {
    const backup = await startOf(job, handle, path);
    if (backup === null) return null;
    const { end, opens } = await lastRun(backup, job.vault.keys.backup);
    if (opens === false) throw otherKeys(path);
    if (keysOf(backup.description) !== keysOf(job.vault.file)) return 'passphrase';
    if (end === null) return null;
    const erased = (await job.source.tombstones()).some(
      ({ seq, entries }) => seq > end.entries && entries.some((entry) => entry <= end.entries),
    );
    if (erased) return 'erasure';
    if (await job.source.rewrapped(end.entries)) return 'rotation';
    for (const sha256 of end.missing)
      if (await job.vault.blobs.get(sha256).catch(() => null)) return 'found-bytes';
    return null;
  } finally {
    await handle.close();
  }
}

/** The description but for where the record lies: a vault restored into another place goes on with its backup. */
function keysOf({ id, createdAt, protection, log }: VaultFile): string {
  return JSON.stringify([id, createdAt, protection, log]);
}

/** Null: a making that was interrupted left less than the description. */
async function startOf(job: Job, handle: FileHandle, path: string): Promise<BackupFile | null> {
  const { size } = await handle.stat();
  const own = preambleOf(vaultFileText(job.vault.file));
  if (size < own.length && (await readBytes(handle, 0, size)).equals(own.subarray(0, size))) return null;
  const backup = await readBackupStart(handle, path).catch((cause: unknown) => {
    if (!(cause instanceof OnRecordError) || cause.code !== 'damaged') throw cause;
    throw new OnRecordError('bad-usage', `${cause.message} Nothing was written to it: name another file.`, {
      subject: path,
      cause,
    });
  });
  if (backup.description.id === job.vault.file.id) return backup;
  throw new OnRecordError(
    'bad-usage',
    `${path} is the backup of another vault. Nothing was written to it: name another file.`,
    { subject: path },
  );
}

type Run = Omit<BackupReport, 'file' | 'rewritten'>;

async function runOn(job: Job, path: string): Promise<Run> {
  const handle = (await openIfThere(path, 'r+')) ?? (await open(path, 'wx+', 0o600));
  try {
    const last = await readyToWrite(job, handle, path);
    let whole = last.position.position;
    await handle.truncate(whole);
    const writer = segmentWriter(handle, last.position, job.vault.keys.backup);
    const onEnd = (): void => {
      whole = writer.at().position;
    };
    try {
      const end = (await appendRun({ ...runInput(job, handle), writer, last: last.end, onEnd })) ?? last.end;
      await syncFolder(dirname(path));
      const notes = job.notes === null ? null : (end?.notes ?? 0);
      const accounts = job.team === null ? null : accountsIn(end?.team === undefined ? [] : job.team);
      const of = (await job.source.head())?.size ?? 0;
      return runReport(last, end, { bytes: whole, of, notes, accounts });
    } finally {
      // What stands behind the last complete run is cut off by the next one otherwise; a full disk wants the room now.
      await handle.truncate(whole).catch(() => undefined);
    }
  } finally {
    await handle.close();
  }
}

function runInput(job: Job, handle: FileHandle): Omit<RunInput, 'writer' | 'last' | 'onEnd'> {
  const { source, vault, signal, onProgress } = job;
  return {
    source,
    blobs: vault.blobs,
    notes: job.notes ?? [],
    team: job.team ?? [],
    signer: vault.keys.signer,
    sync: () => handle.sync(),
    at: (job.clock ?? (() => new Date()))().toISOString(),
    signal,
    onProgress,
    onMissing: (sha256) => refuseChanged(vault, sha256),
  };
}

function runReport(
  last: LastRun,
  end: EndOfRun | null,
  now: Pick<Run, 'bytes' | 'of' | 'notes' | 'accounts'>,
): Run {
  const { entries = 0, texts = 0, blobs = 0, missing = [], checkpoint = '' } = end ?? {};
  return {
    ...now,
    before: last.end?.entries ?? 0,
    cut: last.unfinished,
    entries,
    texts,
    blobs,
    missing,
    checkpoint,
  };
}

/** Bytes are not there: because the vault lost them, or because it changed while it was read? */
async function refuseChanged(vault: BackedUp, sha256: Sha256): Promise<void> {
  const file = await readVaultFile(vault.dir);
  const known = file.data === vault.file.data && (await withMoment(vault, async (now) => now.knows(sha256)));
  if (known) return;
  throw new OnRecordError(
    'vault-busy',
    'A source was erased, or the keys of the vault were changed, while it was backed up. Run this again.',
    { subject: vault.dir },
  );
}

async function readyToWrite(job: Job, handle: FileHandle, path: string): Promise<LastRun> {
  const backup = await startOf(job, handle, path);
  if (backup !== null) return lastRun(backup, job.vault.keys.backup);
  const own = preambleOf(vaultFileText(job.vault.file));
  await handle.truncate(0);
  await handle.write(own, 0, own.length, 0);
  await handle.sync();
  const position = { position: own.length, segment: 0, previous: sha256Hex(own) };
  return { end: null, position, unfinished: 0, opens: null };
}

async function openIfThere(path: string, flags: 'r' | 'r+'): Promise<FileHandle | null> {
  try {
    return await open(path, flags);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

function otherKeys(path: string): OnRecordError {
  return new OnRecordError(
    'bad-usage',
    `${path} is a backup of this vault, but does not open with its keys: it was made before they were changed (onrecord rekey), or it was damaged. Nothing was written to it. Name another file; destroy this one when you do not need it any more.`,
    { subject: path },
  );
}
