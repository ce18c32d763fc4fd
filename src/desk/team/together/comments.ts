/** What members say to each other about a thing of the record: said, changed with its history, settled, taken back. */
import { OnRecordError } from '../../../record/onrecord-error.ts';
import type { Comment } from '../../../record/team/comment.ts';
import { LONGEST_COMMENT } from '../../../record/team/thing.ts';
import { changedMeanwhile } from '../../changed-meanwhile.ts';
import { allKept, type Kept, keep, kept } from '../kept.ts';
import type { Team } from '../team.ts';
import type { Acting } from './assignments.ts';
import { dropMentions, mention } from './mentions.ts';
import { amongReaders, type Readers } from './readers.ts';
import { thingOrNone } from './seen-thing.ts';

/** As it is shown. */
export interface ShownComment extends Omit<Comment, 'sources' | 'mentions'> {
  /** Members who are told of it, with their names now. */
  readonly mentions: readonly { readonly id: string; readonly name: string }[];
  readonly version: number;
}

interface Said {
  readonly text: string;
  /** Ids of members who see the thing. */
  readonly mentions: readonly string[];
}

/**
 * The comments on a thing, the oldest first.
 *
 * @throws OnRecordError `not-found`: they do not see the thing
 * @example
 * await commentsOn(team, acting, 'clm_…');
 */
export async function commentsOn(
  team: Team,
  { store }: Pick<Acting, 'store'>,
  thing: string,
): Promise<readonly ShownComment[]> {
  await thingOrNone(store, thing);
  const all = await allKept<Comment>(team, 'comment', thing);
  const shown: ShownComment[] = [];
  for (const held of all) shown.push(await shownOf(team, held));
  return shown.sort((a, b) => (`${a.at} ${a.id}` < `${b.at} ${b.id}` ? -1 : 1));
}

/**
 * Says something.
 *
 * @throws OnRecordError `not-found`: the thing, or somebody mentioned who does not see it; `bad-usage`: nothing is said
 * @example
 * await addComment(team, readers, acting, { thing: 'clm_…', text: 'Is this the same raid?', mentions: ['acc_…'] });
 */
export async function addComment(
  team: Team,
  readers: Readers,
  { account, store }: Acting,
  said: Said & { readonly thing: string },
): Promise<ShownComment> {
  const { sources } = await thingOrNone(store, said.thing);
  const told = await amongReaders(team, readers, { thing: said.thing, accounts: said.mentions });
  const comment: Comment = {
    id: team.newId('comment'),
    thing: said.thing,
    by: account.id,
    name: account.name,
    at: team.clock().toISOString(),
    text: textOf(said.text),
    mentions: told.map(({ id }) => id),
    earlier: [],
    resolved: null,
    sources,
  };
  await put(team, comment, 0);
  await mention(team, comment, comment.mentions);
  return shownOf(team, { value: comment, version: 1 });
}

/**
 * Says it otherwise: its author alone; what stood before stays in its history. Who is mentioned anew is told.
 *
 * @throws OnRecordError `not-found`, `bad-usage`, `changed-meanwhile`
 * @example
 * await changeComment(team, readers, acting, { id: 'cmt_…', text: 'It is the same raid.', mentions: [], version: 1 });
 */
export async function changeComment(
  team: Team,
  readers: Readers,
  acting: Acting,
  said: Said & { readonly id: string; readonly version: number },
): Promise<ShownComment> {
  const { value: before } = await ownComment(team, acting, said.id);
  const { thing } = before;
  const told = await amongReaders(team, readers, { thing, accounts: said.mentions });
  const text = textOf(said.text);
  const until = team.clock().toISOString();
  const after: Comment = {
    ...before,
    text,
    mentions: told.map(({ id }) => id),
    earlier: text === before.text ? before.earlier : [...before.earlier, { text: before.text, until }],
    sources: [...new Set([...before.sources, ...(await thingOrNone(acting.store, thing)).sources])],
  };
  await put(team, after, said.version);
  await mention(
    team,
    after,
    after.mentions.filter((id) => !before.mentions.includes(id)),
  );
  return shownOf(team, { value: after, version: said.version + 1 });
}

/**
 * Notes that it is settled, or open again.
 *
 * @throws OnRecordError `not-found`, `changed-meanwhile`
 * @example
 * await settleComment(team, acting, { id: 'cmt_…', settled: true, version: 1 });
 */
export async function settleComment(
  team: Team,
  acting: Acting,
  order: { readonly id: string; readonly settled: boolean; readonly version: number },
): Promise<ShownComment> {
  const { value } = await seenComment(team, acting, order.id);
  const { name } = acting.account;
  const resolved = order.settled ? { name, at: team.clock().toISOString() } : null;
  const after = { ...value, resolved };
  await put(team, after, order.version);
  return shownOf(team, { value: after, version: order.version + 1 });
}

/**
 * Takes it back, with its history and whom it mentions: its author alone.
 *
 * @throws OnRecordError `not-found`, `bad-usage`
 * @example
 * await dropComment(team, acting, 'cmt_…');
 */
export async function dropComment(team: Team, acting: Acting, id: string): Promise<Comment> {
  const { value } = await ownComment(team, acting, id);
  await dropMentions(team, value.id);
  await team.store.drop('comment', value.id);
  return value;
}

async function seenComment(team: Team, { store }: Acting, id: string): Promise<Kept<Comment>> {
  const held = await kept<Comment>(team, 'comment', id);
  if (held === null) throw new OnRecordError('not-found', 'There is no such comment.');
  await thingOrNone(store, held.value.thing);
  return held;
}

async function ownComment(team: Team, acting: Acting, id: string): Promise<Kept<Comment>> {
  const held = await seenComment(team, acting, id);
  if (held.value.by !== acting.account.id)
    throw new OnRecordError('bad-usage', 'This is another member’s comment: write one of your own.');
  return held;
}

async function put(team: Team, comment: Comment, version: number): Promise<void> {
  const { id, thing } = comment;
  if (await keep(team, { kind: 'comment', id, owner: thing }, comment, version)) return;
  throw changedMeanwhile(id, 'This comment was changed or taken back.');
}

async function shownOf(
  team: Team,
  { value, version }: Pick<Kept<Comment>, 'value' | 'version'>,
): Promise<ShownComment> {
  const { sources: _, mentions, ...comment } = value;
  const named: { id: string; name: string }[] = [];
  for (const id of mentions) {
    const name = (await kept<{ readonly name: string }>(team, 'account', id))?.value.name;
    if (name !== undefined) named.push({ id, name });
  }
  return { ...comment, mentions: named, version };
}

function textOf(text: string): string {
  const told = text.trim().normalize('NFC');
  if (told === '' || !told.isWellFormed())
    throw new OnRecordError('bad-usage', 'Say something: the comment is empty.');
  if ([...told].length > LONGEST_COMMENT)
    throw new OnRecordError('bad-usage', `A comment has ${LONGEST_COMMENT} letters at most: say it shorter.`);
  return told;
}
