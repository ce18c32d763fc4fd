/** What the ways in share: where somebody comes from, what is kept of a try, and the session that begins. */
import type { Context } from 'hono';
import { OnRecordError } from '../../desk/desk.ts';
import { noteAccess } from '../../desk/team/accesses.ts';
import { beginSession, sessionOf } from '../../desk/team/sessions.ts';
import { TooManyTries } from '../../desk/team/tries.ts';
import type { Account } from '../../desk/vocabulary.ts';
import { cookieValue } from '../guard/start-session.ts';
import { deviceWords } from './device-words.ts';
import { COOKIE, cookieLine, type TeamEnv } from './signed-in.ts';
import type { TeamRoom } from './team-room.ts';

/**
 * Where a request comes from; null: not known.
 *
 * @example
 * await countTry(team, { account: null, address: addressOf(c, room) });
 */
export function addressOf(c: Context, room: TeamRoom): string | null {
  const incoming = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming;
  return room.addressOf(c.req.raw.headers, incoming?.socket?.remoteAddress ?? null);
}

/**
 * Proves who somebody is, and keeps that it failed.
 *
 * @example
 * const account = await noting(c, room, () => proveBySecret(team, given));
 */
export async function noting<T>(
  c: Context<TeamEnv>,
  { team }: TeamRoom,
  prove: () => Promise<T>,
): Promise<T> {
  try {
    return await prove();
  } catch (error) {
    const refused =
      error instanceof TooManyTries || (error instanceof OnRecordError && error.code === 'locked');
    if (refused) await noteAccess(team, null, { act: 'sign-in-failed', route: c.get('route') });
    throw error;
  }
}

export interface Begun {
  readonly account: Account;
  readonly act: 'signed-in' | 'joined' | 'recovered';
  /** By the organisation's sign-in. */
  readonly outside?: boolean;
}

/**
 * Begins a session with a secret of its own; the one that the browser came with ends.
 *
 * @example
 * await beginSigned(c, room, { account, act: 'signed-in' });
 */
export async function beginSigned(
  c: Context<TeamEnv>,
  { team }: TeamRoom,
  { account, act, outside = false }: Begun,
): Promise<void> {
  const before = await sessionOf(team, cookieValue(c.req.header('cookie') ?? null, COOKIE));
  if (before !== null) await team.store.drop('session', before.id);
  const device = deviceWords(c.req.header('user-agent') ?? null);
  const { secret } = await beginSession(team, account.id, { device, outside });
  await noteAccess(team, account, { act, route: c.get('route'), detail: outside ? 'outside' : null });
  c.header('Set-Cookie', cookieLine(secret), { append: true });
}
