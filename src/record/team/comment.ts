/** What a member of a team says to others about a thing of the record. It is no part of the record: nothing of it ever leaves. */
import type { AccountId, CommentId, SourceId } from '../id.ts';

/** As it stood before it was changed. */
export interface EarlierComment {
  readonly text: string;
  /** Until when it stood so: ISO 8601 instant, UTC. */
  readonly until: string;
}

export interface Comment {
  readonly id: CommentId;
  /** What it is about, as `thingKind` knows it: its handling is that of this thing. */
  readonly thing: string;
  readonly by: AccountId;
  /** The name at the time. */
  readonly name: string;
  /** ISO 8601 instant, UTC. */
  readonly at: string;
  readonly text: string;
  /** Members who are told of it. */
  readonly mentions: readonly AccountId[];
  /** Oldest first. */
  readonly earlier: readonly EarlierComment[];
  /** Null: it is open. */
  readonly resolved: { readonly name: string; readonly at: string } | null;
  /** Sources whose words it may hold: it goes when one of them is erased. */
  readonly sources: readonly SourceId[];
}
