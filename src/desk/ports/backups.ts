/** What the commands that back up, restore and give new keys need; put together by compose.ts alone. */
import type { Sha256 } from '../../record/id.ts';
import type { VaultKeys } from './vault-keys.ts';

export interface BackupProgress {
  /** Entries written, with those of earlier runs. */
  readonly entries: number;
  readonly of: number;
  /** Bytes of the file so far. */
  readonly bytes: number;
}

/** Why a backup was written anew instead of being continued. */
export type Rewritten =
  /** A source was erased since: what it held must not stay in the backup. */
  | 'erasure'
  /** Passphrase or recovery key were changed since: the old ones must not open the new backup. */
  | 'passphrase'
  /** A compartment began a new epoch since: keys of the old one must not stay in the backup. */
  | 'rotation'
  /** Bytes that the vault had lost are there again. */
  | 'found-bytes';

export interface BackupReport {
  /** Absolute path. */
  readonly file: string;
  /** Null: continued, or made. */
  readonly rewritten: Rewritten | null;
  /** Entries that the file held before this run; 0 for a new one. */
  readonly before: number;
  /** Entries in the file now. */
  readonly entries: number;
  /** Entries of the vault when the run began. More than `entries`: it was stopped; the next run goes on. */
  readonly of: number;
  /** Bytes of the file now. */
  readonly bytes: number;
  /** Bytes of an interrupted run that were cut off before this one began. */
  readonly cut: number;
  readonly texts: number;
  readonly blobs: number;
  /** Blobs that the vault has lost. */
  readonly missing: readonly Sha256[];
  /** Signed note over the entries in the file; '' when nothing is in it. */
  readonly checkpoint: string;
  /** Notes of the desk in the file: drafts, kept searches; null: those of the vault cannot be read. A stopped run has none. */
  readonly notes: number | null;
  /** Accounts of a team in the file, with what members keep; null: there is no team. A stopped run has none. */
  readonly accounts: number | null;
}

/** A run with what no backup holds. */
export interface BackupDone extends BackupReport {
  /** Members who hold keys of their own: their member files are in no backup. */
  readonly members: number;
}

/** Something in a backup that is not as it was written. */
export interface BackupFault {
  /** 1-based. */
  readonly segment: number;
  /** Where the segment begins, in bytes from the start of the file. */
  readonly position: number;
  /** A sentence. */
  readonly message: string;
}

/** The last run that was finished. */
export interface BackupEnd {
  readonly entries: number;
  /** Entries that the vault had then. */
  readonly head: number;
  /** ISO 8601 instant, UTC. */
  readonly at: string;
  readonly checkpoint: string;
  readonly texts: number;
  readonly blobs: number;
  readonly missing: readonly Sha256[];
  /** Notes of the desk; absent: none. */
  readonly notes?: number;
  /** Things of a team: accounts and what members keep; absent: none. */
  readonly team?: number;
}

/** What a backup holds. */
export interface BackupSurvey {
  /** Null: no run was ever finished. */
  readonly end: BackupEnd | null;
  /** The first thing that differs; null: nothing does. */
  readonly fault: BackupFault | null;
  /** Bytes behind the last finished run. */
  readonly unfinished: number;
  readonly segments: number;
  /** Bytes. */
  readonly size: number;
  readonly encrypted: boolean;
}

export interface RestoreProgress {
  readonly step: 'reading' | 'writing' | 'checking';
  /** Bytes while reading, entries otherwise. */
  readonly done: number;
  readonly of: number;
}

export interface RestoreReport extends BackupSurvey {
  /** Absolute path of the new vault. */
  readonly dir: string;
  readonly entries: number;
  readonly checkpoint: string;
  /** Bytes that the vault had lost before it was backed up. */
  readonly missing: readonly Sha256[];
  /** Accounts of a team in the backup, and of them restored: none into a file, which is no place for a team. */
  readonly accounts: { readonly held: number; readonly restored: number };
}

export interface ImportReport {
  /** Absolute path of the new vault. */
  readonly dir: string;
  /** Of the old log. */
  readonly entries: number;
  /** Hash of the old log's last entry; 64 zeros for an empty log. */
  readonly head: string;
  /** Signed note over the new log. */
  readonly checkpoint: string;
}

export interface RekeyReport {
  /** Absolute path. */
  readonly dir: string;
  readonly entries: number;
  /** The vault lay in clear until now. */
  readonly wasUnencrypted: boolean;
}

/** How long work is stopped and followed. */
export interface Following {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: RestoreProgress) => void;
}

export interface Backups {
  /**
   * Backs a vault up into one file: makes it, continues it, or writes it anew.
   *
   * @param work.master opens the vault: 32 bytes; null for one without encryption
   * @param work.database address of the PostgreSQL that holds the record; null: the vault holds it
   * @throws OnRecordError `bad-usage` for a file that is no backup of this vault, `vault-busy`, `damaged`, `disk-full`,
   * `read-only`, `verify-failed` when backup and vault have different histories
   */
  backUp(
    vault: string,
    file: string,
    work: {
      readonly master: Uint8Array | null;
      readonly database: string | null;
      readonly signal?: AbortSignal;
      readonly onProgress?: (progress: BackupProgress) => void;
    },
  ): Promise<BackupDone>;
  /** The keys of the vault in a backup file: its path stands for the vault's folder; no agent is asked. */
  keysOfBackups(): Promise<VaultKeys>;
  /** @throws OnRecordError `locked`, `damaged` when it cannot be opened at all, `not-found` */
  survey(file: string, work: Following & { readonly master: Uint8Array | null }): Promise<BackupSurvey>;
  /**
   * @param work.database address of the PostgreSQL into which the record goes; null: into the new vault
   * @param work.blobs address of the object store into which the bytes go; null: into the new vault's folder
   * @throws OnRecordError `damaged`, `vault-exists`, `bad-usage`, `verify-failed`, `disk-full`, `not-found`, `unreachable`
   */
  restore(
    file: string,
    dir: string,
    work: Following & {
      readonly master: Uint8Array | null;
      readonly asFarAsWhole: boolean;
      readonly database: string | null;
      readonly blobs: string | null;
    },
  ): Promise<RestoreReport>;
  /** Whether a folder is a vault of onrecord 0.1. */
  isOldVault(path: string): Promise<boolean>;
  /**
   * @param work.passphrase of the new vault; null: without encryption
   * @param work.database address of the PostgreSQL into which the record goes; null: into the new vault
   * @returns the recovery key as it is printed; null without encryption
   * @throws OnRecordError `damaged`, `vault-exists`, `bad-usage`, `disk-full`
   */
  importOld(
    from: string,
    dir: string,
    work: Following & {
      readonly passphrase: string | null;
      readonly agent: string;
      readonly database: string | null;
    },
  ): Promise<ImportReport & { readonly recoveryKey: string | null }>;
  /**
   * Refuses an address of a database that does not fit the vault, before anybody is asked for a passphrase.
   *
   * @param database null: none was given
   * @throws OnRecordError `bad-usage`, `no-vault`
   */
  refuseMisplaced(dir: string, database: string | null): Promise<void>;
  /**
   * @param work.master opens the vault as it is; null for one without encryption
   * @param work.database address of the PostgreSQL that holds the record; null: the vault holds it
   * @param work.onRecoveryKey told the new recovery key as it is printed, when everything is ready and right before the
   * keys change: whoever is told nothing more looks which passphrase opens the vault. What it throws stops the change
   * @returns the new recovery key once more
   * @throws OnRecordError `vault-busy` when another process has it open, `damaged`, `disk-full`
   */
  rekey(
    dir: string,
    work: Following & {
      readonly master: Uint8Array | null;
      readonly passphrase: string;
      readonly database: string | null;
      readonly onRecoveryKey: (text: string) => void;
    },
  ): Promise<RekeyReport & { readonly recoveryKey: string }>;
}
