/** Where a record is played into: an empty store that becomes a vault only when everything in it was proved. */
import type { Checkpoint, RecordCounts, StoreFault } from '../../desk/ports/record-store.ts';
import type { Sha256 } from '../../record/id.ts';
import type { WrappedKey } from '../../record/sealed/sealed-record.ts';
import type { Erasures } from '../append/rebuild.ts';
import type { VaultKeys } from '../keys/vault-keys.ts';
import type { GroupKey } from '../projection/projection.ts';
import type { BlobKeyRow, LogRow } from '../tables.ts';

/** Of which vault, and where. */
export interface TargetOptions {
  /** The vault's folder. */
  readonly root: string;
  /** Name of the data folder; what an interrupted attempt left in it must be gone. */
  readonly data: string;
  readonly keys: VaultKeys;
  readonly groupKey: GroupKey;
  /** A move of this vault's record: what an interrupted one left at the place is gone on with. Absent: a restore. */
  readonly move?: Moving;
}

/** Whose record is moved. */
export interface Moving {
  /** Id of the vault. */
  readonly vault: string;
  /** First line of every checkpoint of its log. */
  readonly origin: string;
}

/** Entries that go in together. */
export interface PlayedBatch {
  readonly rows: readonly LogRow[];
  /** Texts that they bring, by hash. */
  readonly texts: ReadonlyMap<string, string>;
  /** Keys of sealed records, by the number of the entry that holds what they open. */
  readonly recordKeys: ReadonlyMap<number, WrappedKey>;
  readonly erasures: Erasures;
  /** Keys of bytes that are brought over as they lie, with the entries that brought them. */
  readonly blobKeys: readonly BlobKeyRow[];
}

export interface RestoreTarget {
  /** Keeps the bytes of a source; before the entry that names them. */
  putBytes(bytes: Uint8Array): Promise<Sha256>;
  /**
   * Writes log rows as they are, with the tables they make and the tree over them, in one transaction.
   *
   * @throws OnRecordError `damaged` when an entry cannot be played
   */
  write(batch: PlayedBatch): Promise<void>;
  /**
   * Plays rows again that an interrupted move wrote, in order and before the first `write`: an engine whose tables are made
   * beside the log needs them. Null: this one does not.
   */
  readonly replay: ((batch: PlayedBatch) => Promise<void>) | null;
  /** Makes everything safe on the disk; after the last entry. */
  settle(): Promise<void>;
  /** The head as it stands now; null: empty. */
  head(): Promise<Checkpoint | null>;
  /** What the tables hold; after `settle`. */
  counts(): Promise<RecordCounts>;
  /** Blobs named by an entry and not there. */
  missing(): Promise<readonly Sha256[]>;
  /** The full check, stored bytes included. Empty: nothing differs. */
  check(): Promise<readonly StoreFault[]>;
  /** It was proved: outside the vault's folder nothing of it may be taken for a remainder any more. Before vault.json. */
  finish(): Promise<void>;
  /** Takes away what was written outside the vault's folder. Not after `finish`. */
  clear(): Promise<void>;
  /** Calling it twice does no harm. */
  close(): Promise<void>;
}
