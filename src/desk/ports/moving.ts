/** What the command that moves a record needs; put together by compose.ts alone. */

import type { Sha256 } from '../../record/id.ts';
import type { Following } from './backups.ts';
import type { RecordCounts } from './record-store.ts';

/** What was moved, and how it was compared. */
export interface MoveReport {
  /** Absolute path of the vault's folder, which keeps the keys and the bytes. */
  readonly dir: string;
  /** Where the record lies now: null: in the folder; else the database, without a password. */
  readonly record: string | null;
  readonly entries: number;
  /** Entries that an interrupted move had brought over already. */
  readonly found: number;
  /** The signed head of the log, the same in both places; '' when the log is empty. */
  readonly checkpoint: string;
  /** What the tables hold, the same in both places. */
  readonly counts: RecordCounts;
  /** Bytes that the vault had lost before. */
  readonly missing: readonly Sha256[];
  /** Accounts of a team that stay in the database: a file is no place for them. */
  readonly accounts: number;
}

export interface Moving {
  /**
   * Moves the record of a vault: into a PostgreSQL database, or back into the vault's folder.
   *
   * @param work.master opens the vault: 32 bytes; null for one without encryption
   * @param work.from address of the PostgreSQL that holds the record; null: the vault holds it
   * @param work.to address of the PostgreSQL that is to hold it; null: the vault is to
   * @throws OnRecordError `bad-usage`, `vault-busy` while others have it open, `vault-exists` when another record lies there,
   *   `verify-failed`, `damaged`, `disk-full`, `unreachable`
   */
  move(
    dir: string,
    work: Following & {
      readonly master: Uint8Array | null;
      readonly from: string | null;
      readonly to: string | null;
    },
  ): Promise<MoveReport>;
}
