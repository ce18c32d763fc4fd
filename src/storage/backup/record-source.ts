/** What a backup and a change of keys read from a store: one moment of its log, with what each entry brought. */
import type { Sha256 } from '../../record/id.ts';
import type { WrappedKey } from '../../record/sealed/sealed-record.ts';
import type { Tombstone } from '../append/rebuild.ts';
import type { LogHeadRow, LogRow } from '../tables.ts';

/** An erasure, with the number of its entry. */
export type NumberedTombstone = Tombstone & { readonly seq: number };

/** One moment of a record; other processes may go on writing. */
export interface RecordSource {
  /** Null: the log is empty. */
  head(): Promise<LogHeadRow | null>;
  /** Entries after this number, in order. */
  log(after: number): AsyncIterable<LogRow>;
  /** In the order of the log. */
  tombstones(): Promise<readonly NumberedTombstone[]>;
  /** The text that came into the record with this entry. */
  textOf(row: LogRow): Promise<{ readonly sha256: Sha256; readonly content: string } | null>;
  /** The bytes that came into the record with this entry. */
  bytesOf(row: LogRow): Promise<Sha256 | null>;
  /** The key of the version of a sealed record that this entry holds, as it is now. */
  recordKeyOf(row: LogRow): Promise<WrappedKey | null>;
  /** Whether a key of one of the first `covered` entries was wrapped anew after them. */
  rewrapped(covered: number): Promise<boolean>;
  /** Whether a source or sealed document that is not erased has these bytes. */
  knows(sha256: Sha256): Promise<boolean>;
}

/** Reads one moment of a record: what others write meanwhile is not seen. */
export type Moment = <T>(work: (source: RecordSource) => Promise<T>) => Promise<T>;

/** One thing that goes into a record when it is played again: texts, blobs and keys stand before the entry that needs them. */
export type RecordItem =
  | { readonly kind: 'blob'; readonly sha256: Sha256; readonly bytes: Uint8Array }
  | { readonly kind: 'text'; readonly sha256: Sha256; readonly content: string }
  | { readonly kind: 'record-key'; readonly seq: number; readonly key: WrappedKey }
  | { readonly kind: 'entry'; readonly row: LogRow };
