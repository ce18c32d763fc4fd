/** Who is changing a thing at this moment: told to the others, binding on nobody, and over by itself when a browser goes. */
import type { AccountId } from '../../../record/id.ts';
import { allKept, keep, kept } from '../kept.ts';
import { later, type Team } from '../team.ts';
import type { Acting } from './assignments.ts';
import { thingOrNone } from './seen-thing.ts';

interface Presence {
  readonly account: AccountId;
  readonly name: string;
  /** ISO 8601 instant, UTC. */
  readonly since: string;
}

/** Seconds after which it is over unless it is said again. */
export const PRESENCE_LASTS = 75;

const idOf = (thing: string, account: AccountId): string => `${thing} ${account}`;

/**
 * Says that one is changing a thing, again and again while one does; or that one has ended.
 *
 * @throws OnRecordError `not-found`: they do not see the thing
 * @example
 * await notePresence(team, acting, { thing: 'prp_…', editing: true });
 */
export async function notePresence(
  team: Team,
  { account, store }: Acting,
  { thing, editing }: { readonly thing: string; readonly editing: boolean },
): Promise<void> {
  await thingOrNone(store, thing);
  const id = idOf(thing, account.id);
  if (!editing) {
    await team.store.drop('lock', id);
    return;
  }
  const held = await kept<Presence>(team, 'lock', id);
  const since = held?.value.since ?? team.clock().toISOString();
  const until = later(team, PRESENCE_LASTS);
  const presence: Presence = { account: account.id, name: account.name, since };
  // One whose time is over and that nobody swept away yet counts as none.
  const version = held?.version ?? (await team.store.get('lock', id))?.version ?? 0;
  // Two tabs of one person may say it at once: either will do.
  await keep(team, { kind: 'lock', id, owner: thing, until }, presence, version);
}

/**
 * Who else is changing a thing, the first who began first.
 *
 * @throws OnRecordError `not-found`: they do not see the thing
 * @example
 * await presentAt(team, acting, 'prp_…'); // [{ name: 'Mira', since: '2031-05-01T12:00:00.000Z' }]
 */
export async function presentAt(
  team: Team,
  { account, store }: Acting,
  thing: string,
): Promise<readonly Pick<Presence, 'name' | 'since'>[]> {
  await thingOrNone(store, thing);
  return (await allKept<Presence>(team, 'lock', thing))
    .filter(({ value }) => value.account !== account.id)
    .map(({ value: { name, since } }) => ({ name, since }))
    .sort((a, b) => (a.since < b.since ? -1 : 1));
}
