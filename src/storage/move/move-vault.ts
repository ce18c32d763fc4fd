/**
 * Moves the record of a vault: from its file into PostgreSQL, or back. Log rows go over as they
 * are, so the signed head is the same in both places; tables are made anew from them and compared. Bytes stay under the keys
 * they have, in the vault's folder. vault.json names the new place in one step, after everything was proved. Killed at any
 * moment, the vault opens where it was or where it goes; the same command goes on with what was written.
 */
import { rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { deriveKey } from '../../crypto/derive-key.ts';
import type { RestoreProgress } from '../../desk/ports/backups.ts';
import type { MoveReport } from '../../desk/ports/moving.ts';
import type { Checkpoint, RecordCounts } from '../../desk/ports/record-store.ts';
import type { Sha256 } from '../../record/id.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import { erasuresOf } from '../append/rebuild.ts';
import { syncFolder } from '../blobs/sync-folder.ts';
import { BLOBS, dataIsWhole, dataNumber } from '../data-folder.ts';
import { clearWork } from '../jobs/work-folder.ts';
import { masterKey } from '../keys/open-master.ts';
import { vaultKeys } from '../keys/vault-keys.ts';
import { copyNotes, NOTES_FILE } from '../notes/notes-file.ts';
import type { UnlockedVault } from '../opened-data.ts';
import type { GroupKey } from '../projection/projection.ts';
import { openTarget } from '../restore/open-target.ts';
import { playRecord } from '../restore/play-record.ts';
import type { RestoreTarget } from '../restore/restore-target.ts';
import { proveTarget } from '../restore/restore-vault.ts';
import { storageFault } from '../sqlite/sqlite-fault.ts';
import { readVaultFile, sealVaultFile, type VaultFile, writeVaultFile } from '../vault-file.ts';
import { carryBytes } from './carry-bytes.ts';
import { leftBehind } from './go-on-with.ts';
import type { HeldRecord, RecordToMove } from './held-record.ts';
import { movedItems } from './moved-items.ts';

export interface MoveOptions {
  /** Opens the vault: 32 bytes, copied; null for one without encryption. */
  readonly master: Uint8Array | null;
  /** Address of the PostgreSQL database that holds the record; null: the vault holds it. */
  readonly from: string | null;
  /** Address of the one that is to hold it; null: the vault is to. */
  readonly to: string | null;
  readonly groupKey: GroupKey;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: RestoreProgress) => void;
}

/** The record alone: what lies beside it in a database stays there. */
type Moved = Omit<MoveReport, 'accounts'>;

/** What is not finished lies here: no data folder, so that opening the vault does not take it away. */
const MOVING = 'moving';

interface Job extends MoveOptions {
  readonly vault: UnlockedVault;
  /** Seals vault.json. */
  readonly seal: Uint8Array;
}

/**
 * Moves a record.
 *
 * @throws OnRecordError `bad-usage`, `locked`, `vault-busy`, `vault-exists`, `verify-failed`, `damaged`, `disk-full`, `unreachable`
 * @example
 * await moveVault('./kessar', { master, from: null, to: 'postgres://localhost/record', groupKey });
 */
export async function moveVault(dir: string, options: MoveOptions): Promise<Moved> {
  const root = resolve(dir);
  try {
    const file = await readVaultFile(root);
    refuseSenseless(file, options, root);
    await clearWork(root);
    const master = masterKey(file, options.master, root);
    const keys = vaultKeys(file, master, root);
    const seal = deriveKey(master, 'onrecord/vault-file/v1');
    master.fill(0);
    try {
      const job = { ...options, vault: { root, file, keys }, seal };
      return await (file.record === 'sqlite' && options.from !== null
        ? finishMove(job, options.from)
        : moveHeld(job));
    } finally {
      keys.wipe();
      seal.fill(0);
    }
  } catch (error) {
    throw storageFault(error, root);
  }
}

function refuseSenseless(file: VaultFile, { from, to }: MoveOptions, root: string): void {
  const refuse = (message: string): never => {
    throw new OnRecordError('bad-usage', message);
  };
  if (from === null && to === null) refuse('Say where the record is to be moved: a PostgreSQL database.');
  if (from !== null && to !== null)
    refuse(
      'A record is moved from one database to another by way of its vault: move it there first, then on.',
    );
  if (from === null && file.record === 'postgres')
    refuse(
      `The record of the vault in ${root} lies in PostgreSQL already. To bring it back: onrecord move --from postgres://… --to ${root}`,
    );
}

/** The record lies in the vault already: what the move left in the database goes, when it is the beginning of this log. */
async function finishMove(job: Job, from: string): Promise<Moved> {
  const { vault } = job;
  const [{ holdSqliteRecord }, { dropLeftRecord }] = await Promise.all([
    import('../sqlite/hold-record.ts'),
    import('../postgres/hold-record.ts'),
  ]);
  const held = await holdSqliteRecord(vault);
  try {
    return await held.during(async ({ source, counts }) => {
      const isOld = async (head: Checkpoint): Promise<boolean> =>
        (await leftBehind(source, head, vault.keys.signer)) !== 'differs';
      if (!(await dropLeftRecord(vault, from, isOld)))
        throw new OnRecordError(
          'bad-usage',
          `The record of the vault in ${vault.root} lies in the vault, and in the database lies none that it was moved from.`,
        );
      const head = await source.head();
      const entries = head?.size ?? 0;
      const told = { dir: vault.root, record: null, entries, found: entries, missing: [] };
      return { ...told, checkpoint: head?.checkpoint ?? '', counts: await counts() };
    });
  } finally {
    await held.release();
  }
}

async function moveHeld(job: Job): Promise<Moved> {
  const { root, file } = job.vault;
  const held = await hold(job);
  try {
    const report = await held.during((record) =>
      bringOver(job, record).catch((error: unknown) => {
        throw storageFault(error, root);
      }),
    );
    await takePlace(job);
    await held.leave();
    return { dir: root, record: job.to === null ? null : await shownAddress(job.to), ...report };
  } finally {
    await held.release();
    await dropIfMoved(root, file);
  }
}

async function hold({ vault, from }: Job): Promise<HeldRecord> {
  if (from === null) return (await import('../sqlite/hold-record.ts')).holdSqliteRecord(vault);
  return (await import('../postgres/hold-record.ts')).holdPostgresRecord(vault, from);
}

type Brought = Omit<Moved, 'dir' | 'record'>;

async function bringOver(job: Job, record: RecordToMove): Promise<Brought> {
  const { root, file, keys } = job.vault;
  const [from, to] = [join(root, file.data), join(root, MOVING)];
  await carryBytes(join(from, BLOBS), join(to, BLOBS));
  const target = await readyTarget(job, record);
  try {
    const head = await record.source.head();
    const found = (await target.head())?.size ?? 0;
    const missing = await play(job, { record, target, found, of: head?.size ?? 0 });
    const counts = await sameCounts(record, target);
    const [old, fresh] = [
      { file: join(from, NOTES_FILE), key: keys.notes },
      { file: join(to, NOTES_FILE), key: keys.notes },
    ];
    await copyNotes(old, fresh);
    await syncFolder(to);
    await target.finish();
    return { entries: head?.size ?? 0, found, checkpoint: head?.checkpoint ?? '', counts, missing };
  } finally {
    await target.close();
  }
}

/** An empty place, or one in which the beginning of this log lies. */
async function readyTarget(job: Job, record: RecordToMove): Promise<RestoreTarget> {
  const { vault, groupKey, to } = job;
  const { root, file, keys } = vault;
  const move = { vault: file.id, origin: file.log.origin };
  const open = () => openTarget({ root, data: MOVING, keys, groupKey, move }, to);
  const target = await open();
  try {
    const left = await leftBehind(record.source, await target.head(), keys.signer);
    if (left === 'nothing' || left === 'beginning') return target;
    if (left === 'differs' && to !== null)
      throw new OnRecordError(
        'verify-failed',
        'In the place to which the record is to be moved lies another history of it: not the beginning of this log. Nothing was changed. Name another schema with ?schema=NAME, and keep what lies there until you know why.',
      );
    await target.clear();
  } catch (error) {
    await target.close();
    throw error;
  }
  await target.close();
  await rm(join(root, MOVING), { recursive: true, force: true });
  await carryBytes(join(root, file.data, BLOBS), join(root, MOVING, BLOBS));
  return open();
}

interface Played {
  readonly record: RecordToMove;
  readonly target: RestoreTarget;
  /** Entries that lie there already. */
  readonly found: number;
  readonly of: number;
}

async function play(job: Job, { record, target, found, of }: Played): Promise<readonly Sha256[]> {
  const erasures = erasuresOf(await record.source.tombstones());
  const tell = (step: RestoreProgress['step']) => (done: number) => job.onProgress?.({ step, done, of });
  const options = { erasures, signal: job.signal, stopped: movingStopped };
  const { replay } = target;
  if (replay !== null && found > 0)
    await playRecord(
      movedItems(record, 0, found),
      { putBytes: target.putBytes, write: replay },
      { ...options, onProgress: tell('reading') },
    );
  await playRecord(movedItems(record, found, of), target, { ...options, onProgress: tell('writing') });
  tell('checking')(of);
  const head = await record.source.head();
  return proveTarget(target, head === null ? null : { size: head.size, note: head.checkpoint });
}

async function sameCounts(record: RecordToMove, target: RestoreTarget): Promise<RecordCounts> {
  const [was, is] = [await record.counts(), await target.counts()];
  if (isDeepStrictEqual(was, is)) return is;
  throw new OnRecordError(
    'verify-failed',
    'What was written does not count as what was read, so the record stays where it was. Run this again; if it says so again, run: onrecord verify',
  );
}

/** The one step by which the record moves. */
async function takePlace({ vault, to, seal }: Job): Promise<void> {
  const { root, file } = vault;
  const { mac: _, ...described } = file;
  const next: VaultFile = {
    ...described,
    data: `data-${dataNumber(file.data) + 1}`,
    record: to === null ? 'sqlite' : 'postgres',
  };
  await rename(join(root, MOVING), join(root, next.data));
  await syncFolder(root);
  await writeVaultFile(root, sealVaultFile(next, seal), 'replace');
  await dataIsWhole(root, next.data).catch(() => undefined);
}

/** The old data folder goes when vault.json does not name it any more; opening the vault for writing would remove it too. */
async function dropIfMoved(root: string, old: VaultFile): Promise<void> {
  const now = await readVaultFile(root).catch(() => null);
  if (now === null || now.data === old.data || now.id !== old.id) return;
  await rm(join(root, old.data), { recursive: true, force: true }).catch(() => undefined);
}

async function shownAddress(address: string): Promise<string> {
  const { parsePostgresAddress } = await import('../postgres/postgres-address.ts');
  return parsePostgresAddress(address).shown;
}

function movingStopped(): OnRecordError {
  return new OnRecordError(
    'bad-usage',
    'Stopped before the end: the record stays where it was. The same command goes on.',
  );
}
