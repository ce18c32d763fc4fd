/** Where a record is played into: an empty store that becomes a vault only when everything in it was proved. */
import type { Checkpoint, StoreFault } from '../../desk/ports/record-store.ts';
import type { Sha256 } from '../../record/id.ts';
import type { WrappedKey } from '../../record/sealed/sealed-record.ts';
import type { Erasures } from '../append/rebuild.ts';
import type { VaultKeys } from '../keys/vault-keys.ts';
import type { GroupKey } from '../projection/projection.ts';
import type { LogRow } from '../tables.ts';

/** Of which vault, and where. */
export interface TargetOptions {
  /** The vault's folder. */
  readonly root: string;
  /** Name of the data folder; what an interrupted attempt left in it must be gone. */
  readonly data: string;
  readonly keys: VaultKeys;
  readonly groupKey: GroupKey;
}

/** Entries that go in together. */
export interface PlayedBatch {
  readonly rows: readonly LogRow[];
  /** Texts that they bring, by hash. */
  readonly texts: ReadonlyMap<string, string>;
  /** Keys of sealed records, by the number of the entry that holds what they open. */
  readonly recordKeys: ReadonlyMap<number, WrappedKey>;
  readonly erasures: Erasures;
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
  /** Makes everything safe on the disk; after the last entry. */
  settle(): Promise<void>;
  /** The head as it stands now; null: empty. */
  head(): Promise<Checkpoint | null>;
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
