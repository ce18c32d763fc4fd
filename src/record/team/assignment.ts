/** Who is to see to a thing of the record, until when, and what they are to know. One thing is assigned to one member at a time. */
import type { AccountId, SourceId } from '../id.ts';

export interface Assignment {
  /** As `thingKind` knows it. */
  readonly thing: string;
  readonly to: AccountId;
  /** The names at the time. */
  readonly toName: string;
  readonly byName: string;
  /** ISO 8601 instant, UTC. */
  readonly at: string;
  /** ISO 8601 day; null: no hurry. */
  readonly due: string | null;
  /** '' when there is nothing to say. */
  readonly note: string;
  /** Null: it is to be done. */
  readonly done: { readonly name: string; readonly at: string } | null;
  /** Sources whose words the note may hold: it goes when one of them is erased. */
  readonly sources: readonly SourceId[];
}
