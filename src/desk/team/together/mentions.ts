/** That a comment mentions somebody: kept for each of them until they have seen it, and a while longer. */
import { sha256Hex } from '../../../crypto/sha256.ts';
import type { AccountId, CommentId } from '../../../record/id.ts';
import type { Comment } from '../../../record/team/comment.ts';
import { allKept, keep, kept } from '../kept.ts';
import { later, type Team } from '../team.ts';
import type { Acting } from './assignments.ts';
import { type SeenThing, seenThing } from './seen-thing.ts';

interface Mention {
  readonly comment: CommentId;
  readonly at: string;
  readonly read: boolean;
}

/** As it is shown. */
export interface ShownMention extends Pick<SeenThing, 'thing' | 'kind' | 'title' | 'page'> {
  readonly comment: CommentId;
  /** Who mentions them. */
  readonly name: string;
  readonly at: string;
  readonly read: boolean;
}

/** Seconds for which it stays after it was seen. */
const STAYS = 30 * 24 * 3600;

const idOf = (comment: string, member: string): string => sha256Hex(`${comment} ${member}`);

/** Tells some members of a comment. */
export async function mention(team: Team, comment: Comment, members: readonly AccountId[]): Promise<void> {
  const told: Mention = { comment: comment.id, at: team.clock().toISOString(), read: false };
  for (const owner of members)
    if (owner !== comment.by)
      await keep(team, { kind: 'mention', id: idOf(comment.id, owner), owner }, told, 0);
}

/**
 * Where one is mentioned, the latest first; in comments on things that one sees alone.
 *
 * @example
 * const unread = (await mentionsOf(team, acting)).filter(({ read }) => !read).length;
 */
export async function mentionsOf(team: Team, { account, store }: Acting): Promise<readonly ShownMention[]> {
  const shown: ShownMention[] = [];
  for (const { value } of await allKept<Mention>(team, 'mention', account.id)) {
    const comment = (await kept<Comment>(team, 'comment', value.comment))?.value;
    if (comment === undefined || !comment.mentions.includes(account.id)) continue;
    const seen = await seenThing(store, comment.thing);
    if (seen === null) continue;
    const { thing, kind, title, page } = seen;
    shown.push({ ...value, name: comment.name, thing, kind, title, page });
  }
  return shown.sort((a, b) => (a.at < b.at ? 1 : -1));
}

/**
 * Notes that one has seen them.
 *
 * @param comments ids; others are passed over
 * @example
 * await readMentions(team, account.id, ['cmt_…']);
 */
export async function readMentions(
  team: Team,
  owner: AccountId,
  comments: readonly string[],
): Promise<number> {
  let read = 0;
  for (const comment of new Set(comments)) {
    const id = idOf(comment, owner);
    const held = await kept<Mention>(team, 'mention', id);
    if (held === null || held.owner !== owner || held.value.read) continue;
    const seen = { ...held.value, read: true };
    const until = later(team, STAYS);
    if (await keep(team, { kind: 'mention', id, owner, until }, seen, held.version)) read += 1;
  }
  return read;
}

/** Drops every mention of a comment that goes. */
export async function dropMentions(team: Team, comment: CommentId): Promise<void> {
  for (const { id, value } of await allKept<Mention>(team, 'mention'))
    if (value.comment === comment) await team.store.drop('mention', id);
}
