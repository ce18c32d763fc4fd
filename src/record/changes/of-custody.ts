/** What is written to the log about keeping the record itself. */
import type { CustodyEvent } from '../custody.ts';
import type { Sha256, SourceId } from '../id.ts';

/** A step of a source's custody that no other entry tells. */
export interface CustodyRecorded {
  readonly action: 'custody-recorded';
  readonly source: SourceId;
  readonly event: CustodyEvent;
}

/** The head of the log left the vault, so that a later change of what it covers can be shown. */
export interface CheckpointAnchored {
  readonly action: 'checkpoint-anchored';
  readonly how: 'exported' | 'witnessed' | 'timestamped';
  /** Entries that the checkpoint covers. */
  readonly size: number;
  /** The signed note, with the lines of witnesses if there are any. */
  readonly checkpoint: string;
  /** RFC 3161 token, base64; null unless time-stamped. */
  readonly token: string | null;
  /** Address of the time-stamp authority, or name of the witness; null for an export. */
  readonly authority: string | null;
  /** Instant that the authority or the witness states, ISO 8601 UTC; null for an export. */
  readonly anchoredAt: string | null;
  /** For whom it was exported; null: not said, or not an export. */
  readonly to: string | null;
}

/** All bytes and the whole log were checked. */
export interface FixityChecked {
  readonly action: 'fixity-checked';
  readonly captures: number;
  readonly entries: number;
  /** 0: nothing differed. */
  readonly faults: number;
  /** The first items that differed: ids, entry numbers, hashes; never content. */
  readonly items: readonly string[];
}

/** As a witness: this vault cosigned the checkpoint of another organisation's log. */
export interface CheckpointCosigned {
  readonly action: 'checkpoint-cosigned';
  /** Name of that log: the first line of its checkpoints. */
  readonly origin: string;
  /** Verifier key of that log, as it was pinned when it was first witnessed. */
  readonly vkey: string;
  /** Entries that the checkpoint covers. */
  readonly size: number;
  /** The signed note with the cosignature of this vault. */
  readonly checkpoint: string;
  /**
   * Number of the entry it was checked against, 1-based; null: the first of that log. An entry that another process
   * overtook does not count: its cosignature was never given out.
   */
  readonly previous: number | null;
}

/** Everything after this entry was brought over from a record of an older format, each with its own time and name. */
export interface RecordImported {
  readonly action: 'record-imported';
  /** Name and version of the old format, for example "onrecord-vault 1". */
  readonly format: string;
  /** Hash of the last entry of the old log; 64 zeros for an empty one. */
  readonly head: Sha256;
  /** Of the old log. */
  readonly entries: number;
}
