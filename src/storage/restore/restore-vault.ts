/**
 * Restores a vault from a backup into a new folder: proves the whole backup first, plays its log into new tables, compares
 * with the signed head, runs the full check, and only then puts vault.json in place. Refuses a backup in which anything was
 * changed, unless told to go as far as it is whole.
 */
import { join, resolve } from 'node:path';
import { deriveKey } from '../../crypto/derive-key.ts';
import type { BackupFault, BackupSurvey, RestoreProgress, RestoreReport } from '../../desk/ports/backups.ts';
import type { DeskNote } from '../../desk/ports/desk-notes.ts';
import type { Checkpoint } from '../../desk/ports/record-store.ts';
import type { Sha256 } from '../../record/id.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import { erasuresOf, type Tombstone } from '../append/rebuild.ts';
import { type BackupFile, openBackup } from '../backup/backup-file.ts';
import { readBackup } from '../backup/read-backup.ts';
import type { RecordItem } from '../backup/record-source.ts';
import type { EndOfRun } from '../backup/segment-records.ts';
import { masterKey } from '../keys/open-master.ts';
import { type VaultKeys, vaultKeys } from '../keys/vault-keys.ts';
import { NOTES_FILE, writeNotes } from '../notes/notes-file.ts';
import type { GroupKey } from '../projection/projection.ts';
import { storageFault } from '../sqlite/sqlite-fault.ts';
import { accountsIn, type BackedItem, putTeamItems, refuseOtherTeam } from '../team/team-backup.ts';
import { sealVaultFile, type VaultFile } from '../vault-file.ts';
import { newVault } from './new-vault.ts';
import { playRecord, stopped } from './play-record.ts';
import type { RestoreTarget } from './restore-target.ts';

export interface OpenBackupOptions {
  /** Gives the master key of an encrypted vault, opened with its passphrase or recovery key; overwritten after use. */
  readonly master?: (file: VaultFile) => Promise<Uint8Array | null>;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: RestoreProgress) => void;
}

export interface RestoreOptions extends OpenBackupOptions {
  readonly groupKey: GroupKey;
  /** Restore what stands before a damaged segment instead of nothing. */
  readonly asFarAsWhole?: boolean;
  /** Address of the PostgreSQL database into which the record goes; a file of the new vault when absent. */
  readonly database?: string | null;
  /** Address of the object store that is to hold the bytes, `s3://…`; the new vault's folder when absent. */
  readonly blobs?: string | null;
}

interface Unlocked {
  readonly backup: BackupFile;
  readonly keys: VaultKeys;
  /** The vault's description with another place of the record, sealed under the same key. */
  described(record: VaultFile['record']): VaultFile & { readonly mac: string };
}

/**
 * Proves a backup without restoring it.
 *
 * @throws OnRecordError `locked`, `damaged` when it cannot be opened at all
 * @example
 * (await surveyBackup('kessar.backup', { master })).fault; // null
 */
export async function surveyBackup(file: string, options: OpenBackupOptions): Promise<BackupSurvey> {
  return unlocked(file, options, async (open) => (await survey(open, options)).found);
}

/**
 * Restores a backup.
 *
 * @param dir a folder that is not there yet, or is empty
 * @throws OnRecordError `locked`, `damaged`, `vault-exists`, `bad-usage`, `verify-failed`, `disk-full`
 * @example
 * await restoreBackup('kessar.backup', './kessar', { master, groupKey });
 */
export async function restoreBackup(
  file: string,
  dir: string,
  options: RestoreOptions,
): Promise<RestoreReport> {
  const root = resolve(dir);
  return unlocked(file, options, async (open) => {
    const { found, tombstones, last, notes, team } = await survey(open, options);
    const end = restorable(file, found, options.asFarAsWhole === true);
    const { data } = open.backup.description;
    const { groupKey, database = null, blobs = null } = options;
    if (blobs !== null && !found.encrypted) throw clearBytes(file);
    if (database !== null) await refuseOtherTeam(database);
    const play = async (target: RestoreTarget): Promise<readonly Sha256[]> => {
      const erasures = erasuresOf(tombstones);
      const onProgress = (done: number) => options.onProgress?.({ step: 'writing', done, of: end.entries });
      await playRecord(itemsUntil(open, last), target, { erasures, onProgress, signal: options.signal });
      options.onProgress?.({ step: 'checking', done: end.entries, of: end.entries });
      const head = end.entries === 0 ? null : { size: end.entries, note: end.checkpoint };
      const missing = await proveTarget(target, head);
      if (missing.some((sha256) => !end.missing.includes(sha256))) throw lostBytes(root);
      return missing;
    };
    const beside = async (): Promise<void> => {
      await writeNotes(join(root, data, NOTES_FILE), open.keys.notes, notes);
      if (database !== null && team.length > 0) await putTeamItems(database, team);
    };
    const place = { root, data, keys: open.keys, groupKey, database, blobs };
    const described = open.described(database === null ? 'sqlite' : 'postgres');
    const missing = await newVault(place, { file: described, play, beside }).catch((error: unknown) => {
      throw storageFault(error, root);
    });
    const held = accountsIn(team);
    const accounts = { held, restored: database === null ? 0 : held };
    return { ...found, dir: root, entries: end.entries, checkpoint: end.checkpoint, missing, accounts };
  });
}

async function unlocked<T>(
  file: string,
  options: OpenBackupOptions,
  work: (open: Unlocked) => Promise<T>,
): Promise<T> {
  const backup = await openBackup(file);
  try {
    const encrypted = backup.description.protection.kind === 'encrypted';
    const given = encrypted ? ((await options.master?.(backup.description)) ?? null) : null;
    const master = masterKey(backup.description, given, file);
    given?.fill(0);
    const keys = vaultKeys(backup.description, master, file);
    const seal = deriveKey(master, 'onrecord/vault-file/v1');
    master.fill(0);
    const described: Unlocked['described'] = (record) =>
      sealVaultFile({ ...backup.description, record }, seal);
    try {
      return await work({ backup, keys, described });
    } finally {
      keys.wipe();
      seal.fill(0);
    }
  } finally {
    await backup.handle.close();
  }
}

/** A survey with the end as it stands in the file. */
type Found = BackupSurvey & { readonly end: EndOfRun | null };

interface Survey {
  readonly found: Found;
  readonly tombstones: readonly Tombstone[];
  /** Number of the segment that ends the last complete run; 0: none. */
  readonly last: number;
  /** Of the desk, as of that run. */
  readonly notes: readonly DeskNote[];
  /** Of the team, as of that run. */
  readonly team: readonly BackedItem[];
}

async function survey({ backup, keys }: Unlocked, options: OpenBackupOptions): Promise<Survey> {
  const tombstones: { readonly seq: number; readonly change: Tombstone }[] = [];
  let end: EndOfRun | null = null;
  let fault: BackupFault | null = null;
  let [last, segments, unfinished] = [0, 0, 0];
  let notes: readonly DeskNote[] = [];
  let told: readonly DeskNote[] = [];
  let [team, toldTeam]: (readonly BackedItem[])[] = [[], []];
  for await (const event of readBackup(backup, keys.backup)) {
    if (options.signal?.aborted === true) throw stopped();
    if (event.kind === 'end') {
      end = event.end;
      last = event.segment;
      [notes, told] = [told, []];
      [team, toldTeam] = [toldTeam ?? [], []];
    } else if (event.kind === 'notes') {
      told = event.notes;
    } else if (event.kind === 'team') {
      toldTeam = event.items;
    } else if (event.kind === 'stop') {
      fault = event.fault;
      unfinished = event.unfinished;
    } else if (event.kind === 'progress') {
      segments += 1;
      options.onProgress?.({ step: 'reading', done: event.position, of: backup.size });
    } else if (
      event.item.kind === 'entry' &&
      (event.item.row.action === 'source-erased' || event.item.row.action === 'record-erased') &&
      event.item.row.body !== null
    )
      tombstones.push({ seq: event.item.row.seq, change: JSON.parse(event.item.row.body) as Tombstone });
  }
  const covered = end?.entries ?? 0;
  const encrypted = backup.description.protection.kind === 'encrypted';
  return {
    found: { end, fault, unfinished, segments, size: backup.size, encrypted },
    tombstones: tombstones.filter(({ seq }) => seq <= covered).map(({ change }) => change),
    last,
    notes,
    team: team ?? [],
  };
}

function restorable(file: string, { end, fault }: Found, asFarAsWhole: boolean): EndOfRun {
  if (fault !== null && !(asFarAsWhole && end !== null)) {
    const instead =
      end === null
        ? 'Nothing before it can be restored either.'
        : `Another copy of the backup may be whole. What it held on ${end.at} (${end.entries} entries) can be restored with --as-far-as-whole.`;
    throw new OnRecordError(
      'damaged',
      `${file} was changed or damaged: segment ${fault.segment}, byte ${fault.position}. ${fault.message} ${instead}`,
      { subject: file },
    );
  }
  if (end !== null) return end;
  throw new OnRecordError(
    'damaged',
    `${file} holds no finished backup: its first run was interrupted. Run: onrecord backup`,
    {
      subject: file,
    },
  );
}

async function* itemsUntil({ backup, keys }: Unlocked, last: number): AsyncGenerator<RecordItem> {
  for await (const event of readBackup(backup, keys.backup)) {
    if (event.kind === 'item') yield event.item;
    else if (event.kind === 'end' && event.segment === last) return;
    else if (event.kind === 'stop')
      throw new OnRecordError(
        'damaged',
        `${backup.path} was changed while it was restored. No vault was made.`,
      );
  }
}

/**
 * Compares what was written with the head it must have, and runs the full check.
 *
 * @param expected null: an empty log
 * @returns blobs that are not there
 * @throws OnRecordError `verify-failed`
 * @example
 * await proveTarget(target, checkpoint); // []
 */
export async function proveTarget(
  target: RestoreTarget,
  expected: Checkpoint | null,
): Promise<readonly Sha256[]> {
  await target.settle();
  const head = await target.head();
  const faults = await target.check();
  if (head?.note === expected?.note && faults.length === 0) return target.missing();
  const [first] = faults;
  const what =
    first === undefined ? 'The head of the log is another one.' : `${first.item}: ${first.message}`;
  throw new OnRecordError(
    'verify-failed',
    `What was written is not what was read, so no vault was made. ${what}`,
    {
      faults: faults.map(({ item, message }) => ({ path: item, message })),
    },
  );
}

function clearBytes(file: string): OnRecordError {
  return new OnRecordError(
    'bad-usage',
    `${file} is the backup of a vault without encryption: its bytes would lie in the object store for whoever runs it to read. Restore it into a folder, and give it keys there with: onrecord rekey`,
    { subject: file },
  );
}

function lostBytes(root: string): OnRecordError {
  return new OnRecordError(
    'verify-failed',
    'Bytes that the log names are not in the backup. No vault was made.',
    {
      subject: root,
    },
  );
}
