/**
 * Sessions: a secret in a cookie, of which a hash is kept. A new one begins with each signing in and takes over nothing of what
 * was there before. It ends when it is signed out of, ended by its owner or a custodian, unused for half a day, or after a week.
 */
import type { AccountId, SessionId } from '../../record/id.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { Account } from '../../record/team/account.ts';
import { accountById } from './accounts.ts';
import { allKept, type Kept, keep, kept, keptBy } from './kept.ts';
import { later, newSecret, type Team } from './team.ts';

/** Seconds. */
const LONGEST = 7 * 24 * 3600;
const IDLE = 12 * 3600;
/** Of sessions that the organisation's sign-in began: who was closed out there is out here within half a day. */
const LONGEST_OUTSIDE = 12 * 3600;
/** Use is noted no more often than this. */
const NOTED_EVERY = 60;
/** For so long after proving who they are may a member do what asks for it. */
export const PROOF_LASTS = 600;

export interface Session {
  readonly account: AccountId;
  /** ISO 8601 instants, UTC. */
  readonly beganAt: string;
  readonly seenAt: string;
  /** When they last proved who they are. */
  readonly provedAt: string;
  /** Browser and system in a few words; no address is kept. */
  readonly device: string;
  /** Whether the organisation's sign-in began it; absent: it did not. */
  readonly outside?: boolean;
}

export interface ShownSession extends Omit<Session, 'account' | 'outside'> {
  readonly id: SessionId;
  /** When it ends at the latest. */
  readonly until: string;
}

/** A session that is held, with whose it is. */
export interface HeldSession {
  readonly id: SessionId;
  readonly session: Session;
  readonly account: Account;
  /** Whether they proved who they are a short time ago. */
  readonly fresh: boolean;
}

/**
 * Begins a session.
 *
 * @param outside the organisation's sign-in began it
 * @returns the secret for the cookie
 * @example
 * const { secret } = await beginSession(team, account.id, { device: 'Firefox on Linux' });
 */
export async function beginSession(
  team: Team,
  account: AccountId,
  { device, outside = false }: { readonly device: string; readonly outside?: boolean },
): Promise<{ readonly id: SessionId; readonly secret: string }> {
  const now = team.clock().toISOString();
  const session: Session = { account, beganAt: now, seenAt: now, provedAt: now, device, outside };
  const id = team.newId('session');
  const secret = newSecret(team);
  const until = later(team, outside ? LONGEST_OUTSIDE : LONGEST);
  const place = { kind: 'session', id, owner: account, key: secret, until } as const;
  if (!(await keep(team, place, session, 0)))
    throw new OnRecordError('vault-busy', 'The session could not be begun: try again.');
  return { id, secret };
}

/**
 * The session of a cookie; null: there is none any more.
 *
 * @example
 * const held = await sessionOf(team, cookie);
 */
export async function sessionOf(team: Team, secret: string | null): Promise<HeldSession | null> {
  if (secret === null || !/^[\w-]{43}$/u.test(secret)) return null;
  const found = await keptBy<Session>(team, 'session', secret);
  if (found === null) return null;
  const now = team.clock().getTime();
  const session = found.value;
  if (now - Date.parse(session.seenAt) > IDLE * 1000) return null;
  const account = await accountById(team, session.account);
  if (account === null || account.state !== 'active') return null;
  if (now - Date.parse(session.seenAt) > NOTED_EVERY * 1000)
    await rewrite(team, found, { key: secret, session: { ...session, seenAt: new Date(now).toISOString() } });
  const fresh = now - Date.parse(session.provedAt) <= PROOF_LASTS * 1000;
  return { id: found.id as SessionId, session, account, fresh };
}

/**
 * Whether a session still stands; its use is not noted.
 *
 * @example
 * if (!(await sessionStands(team, held.id))) stream.end();
 */
export async function sessionStands(team: Team, id: SessionId): Promise<boolean> {
  const session = (await kept<Session>(team, 'session', id))?.value;
  if (session === undefined || team.clock().getTime() - Date.parse(session.seenAt) > IDLE * 1000)
    return false;
  return (await accountById(team, session.account))?.state === 'active';
}

async function rewrite(
  team: Team,
  { id, owner, until, version }: Kept<Session>,
  { key, session }: { readonly key: string; readonly session: Session },
): Promise<boolean> {
  return keep(team, { kind: 'session', id, owner, key, until }, session, version);
}

/**
 * Notes that its owner proved who they are just now.
 *
 * @example
 * await noteProof(team, cookie);
 */
export async function noteProof(team: Team, secret: string): Promise<void> {
  const found = await keptBy<Session>(team, 'session', secret);
  const provedAt = team.clock().toISOString();
  const noted =
    found !== null &&
    (await rewrite(team, found, { key: secret, session: { ...found.value, provedAt, seenAt: provedAt } }));
  if (!noted) throw new OnRecordError('vault-busy', 'The session changed meanwhile: try again.');
}

/** All sessions of an account that may still be held, the latest used first. */
export async function listSessions(team: Team, account: AccountId): Promise<readonly ShownSession[]> {
  const oldest = new Date(team.clock().getTime() - IDLE * 1000).toISOString();
  return (await allKept<Session>(team, 'session', account))
    .filter(({ value }) => value.seenAt >= oldest)
    .map(({ id, until, value: { account: _, outside: __, ...shown } }) => ({
      id: id as SessionId,
      until: until ?? shown.seenAt,
      ...shown,
    }))
    .sort((a, b) => (a.seenAt < b.seenAt ? 1 : -1));
}

/**
 * Ends a session of an account.
 *
 * @throws OnRecordError `not-found`: they have none of this id
 * @example
 * await endSession(team, account.id, 'ses_…');
 */
export async function endSession(team: Team, account: AccountId, id: string): Promise<void> {
  const found = await kept<Session>(team, 'session', id);
  if (found === null || found.value.account !== account || !(await team.store.drop('session', id)))
    throw new OnRecordError('not-found', 'There is no such session any more.');
}

/** Ends all sessions of an account. @returns how many there were */
export async function endSessions(team: Team, account: AccountId): Promise<number> {
  let ended = 0;
  for (const { id } of await team.store.list('session', account))
    if (await team.store.drop('session', id)) ended += 1;
  return ended;
}
