/** A record that is about to be moved: nobody else writes to it while it is held. */
import type { RecordCounts } from '../../desk/ports/record-store.ts';
import type { RecordSource } from '../backup/record-source.ts';
import type { LoggedBlobKeys } from '../keys/blob-key-ring.ts';

/** What is read of it. */
export interface RecordToMove {
  readonly source: RecordSource;
  readonly blobKeys: LoggedBlobKeys;
  counts(): Promise<RecordCounts>;
}

export interface HeldRecord {
  /**
   * Does the work while nobody writes. When it has ended well, the record takes no entry any more: those who have the vault
   * open are told that it was moved. Opening the vault where it was undoes that, as long as vault.json names the old place.
   */
  during<T>(work: (record: RecordToMove) => Promise<T>): Promise<T>;
  /** Takes the record away: vault.json names the new place. What cannot go now is told of when it is looked for. */
  leave(): Promise<void>;
  /** Lets others in. Calling it twice does no harm. */
  release(): Promise<void>;
}
