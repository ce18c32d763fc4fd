/**
 * A member's own folder on this machine: the file with their wrapped secret, what they remember of compartments, and how
 * often the passphrase was wrong. It is not part of the record, leaves the machine in no backup, and must be kept by hand.
 */
import type { MemberId } from '../../record/id.ts';

export interface MemberFiles {
  /** For people: where the files lie. */
  readonly folder: string;
  /** Ids and texts of all member files here. */
  list(): Promise<readonly { readonly id: MemberId; readonly text: string }[]>;
  /**
   * Keeps a new member file, safely on disk.
   *
   * @throws OnRecordError `read-only`, `disk-full`, `bad-usage` when there is one
   */
  add(id: MemberId, text: string): Promise<void>;
  /**
   * Puts another text in place of a member file, in one step.
   *
   * @throws OnRecordError `read-only`, `disk-full`: the one before stays whole
   */
  replace(id: MemberId, text: string): Promise<void>;
  /** Overwrites and removes everything of a member here, the copies for custodians included. */
  destroy(id: MemberId): Promise<void>;
  /** A text kept beside the member file; null: none yet. */
  note(id: MemberId, what: 'seen' | 'tries'): Promise<string | null>;
  /** A copy of a member's secret that is kept here, sealed for a custodian; null: none. */
  copyFor(of: MemberId, custodian: MemberId): Promise<string | null>;
  /**
   * Keeps such a copy, in place of one that is there.
   *
   * @throws OnRecordError `read-only`, `disk-full`
   */
  keepCopyFor(of: MemberId, custodian: MemberId, text: string): Promise<void>;
  /** @throws OnRecordError `read-only`, `disk-full` */
  keepNote(id: MemberId, what: 'seen' | 'tries', text: string): Promise<void>;
}
