/** What opening a vault's data gives, on either engine, and from what. */
import type { BlobStore } from '../desk/ports/blob-store.ts';
import type { RecordStore } from '../desk/ports/record-store.ts';
import type { Moment } from './backup/record-source.ts';
import type { VaultKeys } from './keys/vault-keys.ts';
import type { GroupKey } from './projection/projection.ts';
import type { BackedItem } from './team/team-backup.ts';
import type { VaultFile } from './vault-file.ts';

/** A vault whose keys are open. */
export interface UnlockedVault {
  readonly root: string;
  readonly file: VaultFile & { readonly mac: string };
  readonly keys: VaultKeys;
}

export interface OpeningOptions {
  readonly readOnly: boolean;
  readonly groupKey: GroupKey;
  /** Milliseconds to wait for another writer. */
  readonly busyTimeout: number;
  /** Milliseconds since 1970: what was left half-written before that is taken away. */
  readonly unfinishedBefore: number;
}

export interface OpenedData {
  readonly store: RecordStore;
  readonly blobs: BlobStore;
  readonly readOnly: boolean;
  /** Reads one moment of the record; absent: its file is read. */
  readonly moment?: Moment;
  /** What of the team beside the record goes into a backup; null: there is none. Absent: the record is no place for a team. */
  readonly team?: () => Promise<readonly BackedItem[] | null>;
}
