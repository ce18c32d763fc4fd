/**
 * What the desk keeps for the people who work at it and what is no part of the record: half-made work, the place where one was
 * in a text, named searches. Not logged and not proved; what is dropped is gone. It lies in the vault, under its keys, on the
 * machine where it was made, and in the backups of that vault.
 */
import type { SourceId } from '../../record/id.ts';

export const NOTE_KINDS = ['draft', 'search', 'linkage'] as const;
/**
 * `draft`: half-made work and where one was in a text; `search`: a named address of the desk; `linkage`: the figures of the
 * last linkage that a worker made.
 */
export type NoteKind = (typeof NOTE_KINDS)[number];

export interface DeskNote {
  readonly kind: NoteKind;
  /** Unique within its kind. */
  readonly name: string;
  /** The source whose words it may hold: the note goes when that is erased; null: none. */
  readonly source: SourceId | null;
  readonly body: string;
  /** ISO 8601 instant, UTC. */
  readonly at: string;
}

export interface DeskNotes {
  /**
   * Notes of a kind, the latest first.
   *
   * @throws OnRecordError `damaged`, `vault-busy`
   */
  all(kind: NoteKind): Promise<readonly DeskNote[]>;
  /**
   * Keeps a note in the place of the one of the same kind and name; on disk when this returns.
   *
   * @throws OnRecordError `read-only`, `disk-full`, `vault-busy`
   */
  put(note: DeskNote): Promise<void>;
  /** Drops a note; nothing happens when there is none. */
  drop(kind: NoteKind, name: string): Promise<void>;
  /** Drops every note that may hold words of these sources. */
  forget(sources: readonly SourceId[]): Promise<void>;
}
