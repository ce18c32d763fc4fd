/** Hands a thing of the record to a member, with a day and a note; to another one later; and notes that it is done. */
import { OnRecordError } from '../../../record/onrecord-error.ts';
import type { Account } from '../../../record/team/account.ts';
import type { Assignment } from '../../../record/team/assignment.ts';
import { changedMeanwhile, onDay } from '../../changed-meanwhile.ts';
import type { RecordStore } from '../../ports/record-store.ts';
import { allKept, type Kept, keep, kept } from '../kept.ts';
import { later, type Team } from '../team.ts';
import { amongReaders, type Readers } from './readers.ts';
import { type SeenThing, seenThing, thingOrNone } from './seen-thing.ts';

export interface AssignOrder {
  /** As `thingKind` knows it. */
  readonly thing: string;
  /** Id of a member who sees it. */
  readonly to: string;
  /** ISO 8601 day; null: no hurry. */
  readonly due: string | null;
  readonly note: string;
  /** Of the assignment that was looked at; 0: there was none. */
  readonly version: number;
}

/** As it is shown. */
export interface ShownAssignment
  extends Omit<Assignment, 'sources'>,
    Pick<SeenThing, 'title' | 'page' | 'kind'> {
  readonly version: number;
}

/** Seconds for which what is done stays in the list. */
const DONE_STAYS = 90 * 24 * 3600;

/** Whoever works together: the member, and the record as they see it. */
export interface Acting {
  readonly account: Account;
  readonly store: RecordStore;
}

/**
 * Assigns, or assigns to another one, or with another day or note.
 *
 * @throws OnRecordError `not-found`: the thing, or a member who sees it; `bad-usage`: no such day; `changed-meanwhile`
 * @example
 * await assign(team, readers, acting, { thing: 'src_…', to: 'acc_…', due: '2031-05-09', note: '', version: 0 });
 */
export async function assign(
  team: Team,
  readers: Readers,
  { account, store }: Acting,
  order: AssignOrder,
): Promise<ShownAssignment> {
  const seen = await thingOrNone(store, order.thing);
  const [to] = await amongReaders(team, readers, { thing: order.thing, accounts: [order.to] });
  if (to === undefined) throw new OnRecordError('bad-usage', 'Say who is to do it.');
  const assignment: Assignment = {
    thing: order.thing,
    to: to.id,
    toName: to.name,
    byName: account.name,
    at: team.clock().toISOString(),
    due: order.due === null ? null : dayOf(order.due),
    note: order.note.trim(),
    done: null,
    sources: seen.sources,
  };
  await put(team, assignment, order.version);
  return shown(assignment, order.version + 1, seen);
}

/**
 * Notes that it is done, or is to be done no more: by whom it was given to, or by somebody who may assign.
 *
 * @param order.mayAssign whether the member may assign at all
 * @throws OnRecordError `not-found`, `bad-usage`: it is another one's, or done; `changed-meanwhile`
 * @example
 * await endAssignment(team, acting, { thing: 'src_…', version: 1, mayAssign: false });
 */
export async function endAssignment(
  team: Team,
  { account, store }: Acting,
  order: { readonly thing: string; readonly version: number; readonly mayAssign: boolean },
): Promise<ShownAssignment> {
  const seen = await thingOrNone(store, order.thing);
  const held = await kept<Assignment>(team, 'assignment', order.thing);
  if (held === null)
    throw new OnRecordError('not-found', 'Nobody has this to do any more: it was taken away meanwhile.');
  if (held.value.to !== account.id && !order.mayAssign)
    throw new OnRecordError('bad-usage', 'This is another member’s to do: your roles do not cover it.');
  if (held.value.done !== null) throw new OnRecordError('bad-usage', 'This is done already.');
  const done = { name: account.name, at: team.clock().toISOString() };
  const ended = { ...held.value, done };
  await put(team, ended, order.version);
  return shown(ended, order.version + 1, seen);
}

/**
 * What there is to do, what is due first at the top; of things that one sees alone.
 *
 * @param asked.mine theirs alone
 * @param asked.thing of one thing alone
 * @example
 * await listAssignments(team, acting, { mine: true, done: false });
 */
export async function listAssignments(
  team: Team,
  { account, store }: Acting,
  asked: { readonly mine: boolean; readonly done: boolean; readonly thing?: string | undefined },
): Promise<readonly ShownAssignment[]> {
  const held = asked.thing === undefined ? null : await kept<Assignment>(team, 'assignment', asked.thing);
  const all: readonly Kept<Assignment>[] =
    asked.thing !== undefined
      ? held === null
        ? []
        : [held]
      : await allKept<Assignment>(team, 'assignment', asked.mine ? account.id : undefined);
  const found: ShownAssignment[] = [];
  for (const { value, version } of all) {
    if ((value.done !== null && !asked.done) || (asked.mine && value.to !== account.id)) continue;
    const seen = await seenThing(store, value.thing);
    if (seen !== null) found.push(shown(value, version, seen));
  }
  const order = ({ due, at }: ShownAssignment): string => `${due ?? '9999'} ${at}`;
  return found.sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

async function put(team: Team, assignment: Assignment, version: number): Promise<void> {
  const { thing, to, done } = assignment;
  const until = done === null ? null : later(team, DONE_STAYS);
  if (await keep(team, { kind: 'assignment', id: thing, owner: to, until }, assignment, version)) return;
  const now = (await kept<Assignment>(team, 'assignment', thing))?.value;
  if (now === undefined) {
    // It was done, its time is over, and nobody swept it away yet.
    await team.store.drop('assignment', thing);
    if (await keep(team, { kind: 'assignment', id: thing, owner: to, until }, assignment, 0)) return;
  }
  throw changedMeanwhile(
    thing,
    now === undefined
      ? 'Somebody else assigned this.'
      : now.done === null
        ? `${now.byName} gave this to ${now.toName} on ${onDay(now.at)}.`
        : `${now.done.name} noted on ${onDay(now.done.at)} that this is done.`,
  );
}

function shown(
  { sources: _, ...assignment }: Assignment,
  version: number,
  { title, page, kind }: SeenThing,
): ShownAssignment {
  return { ...assignment, title, page, kind, version };
}

function dayOf(text: string): string {
  const day = /^\d{4}-\d\d-\d\d$/u.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  if (day === null || Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== text)
    throw new OnRecordError('bad-usage', 'The day must be one of the calendar, as 2031-05-09.');
  return text;
}
