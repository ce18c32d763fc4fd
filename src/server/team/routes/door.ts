/** Answers at the door. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { OnRecordError } from '../../../desk/desk.ts';
import { noteAccess } from '../../../desk/team/accesses.ts';
import { acceptInvitation, openInvitation } from '../../../desk/team/invitations.ts';
import { askPasskey, passkeyMade, proveByPasskey } from '../../../desk/team/passkeys.ts';
import { beginSession, sessionOf } from '../../../desk/team/sessions.ts';
import { proveBySecret } from '../../../desk/team/sign-in.ts';
import { countTry, TooManyTries } from '../../../desk/team/tries.ts';
import type { Account } from '../../../desk/vocabulary.ts';
import { cookieValue } from '../../guard/start-session.ts';
import * as contract from '../api/door-routes.ts';
import { deviceWords } from '../device-words.ts';
import { COOKIE, cookieLine, type TeamEnv } from '../signed-in.ts';
import type { TeamRoom } from '../team-room.ts';

/** Adds the routes of door-routes.ts. */
export function addDoorRoutes(app: OpenAPIHono<TeamEnv>, room: TeamRoom): void {
  const { team, passkeys } = room;
  app.openapi(contract.signIn, async (c) => {
    const address = addressOf(c, room);
    const account = await noting(c, room, () => proveBySecret(team, { ...c.req.valid('json'), address }));
    await signedIn(c, room, { account, act: 'signed-in' });
    return c.json({ done: true } as const, 200);
  });
  app.openapi(contract.askPasskey, async (c) => {
    await countTry(team, { account: null, address: addressOf(c, room) });
    const asked = await askPasskey(team, await passkeys.toUse(), { asked: 'sign-in', owner: null });
    return c.json(asked, 200);
  });
  app.openapi(contract.signInByPasskey, async (c) => {
    const account = await noting(c, room, async () => {
      await countTry(team, { account: null, address: addressOf(c, room) });
      return proveByPasskey(team, passkeys, c.req.valid('json'), null);
    });
    await signedIn(c, room, { account, act: 'signed-in' });
    return c.json({ done: true } as const, 200);
  });
  app.openapi(contract.askInvitedPasskey, async (c) => {
    await countTry(team, { account: null, address: addressOf(c, room) });
    const { id, name, account } = await openInvitation(team, c.req.valid('json').token);
    const question = await passkeys.toMake({ id: account, name, held: [] });
    return c.json(await askPasskey(team, question, { asked: 'join', owner: id }), 200);
  });
  app.openapi(contract.acceptByPasskey, async (c) => {
    const { token, ...given } = c.req.valid('json');
    await countTry(team, { account: null, address: addressOf(c, room) });
    const { id, recovers } = await openInvitation(team, token);
    const passkey = await passkeyMade(team, passkeys, { ...given, asked: 'join', owner: id });
    const account = await acceptInvitation(team, token, { passkey });
    await signedIn(c, room, { account, act: recovers === null ? 'joined' : 'recovered' });
    return c.json({ done: true } as const, 200);
  });
  app.openapi(contract.readInvitation, async (c) => {
    await countTry(team, { account: null, address: addressOf(c, room) });
    const { name, roles, clearance, recovers, secret, address } = await openInvitation(
      team,
      c.req.valid('json').token,
    );
    return c.json({ name, roles, clearance, recovers: recovers !== null, secret, address }, 200);
  });
  app.openapi(contract.acceptInvitation, async (c) => {
    const { token, passphrase, code } = c.req.valid('json');
    await countTry(team, { account: null, address: addressOf(c, room) });
    const { recovers } = await openInvitation(team, token);
    const account = await acceptInvitation(team, token, { passphrase, code });
    await signedIn(c, room, { account, act: recovers === null ? 'joined' : 'recovered' });
    return c.json({ done: true } as const, 200);
  });
}

/** Where a request comes from. */
function addressOf(c: Context, room: TeamRoom): string | null {
  const incoming = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming;
  return room.addressOf(c.req.raw.headers, incoming?.socket?.remoteAddress ?? null);
}

/** Keeps that signing in failed. */
async function noting(
  c: Context<TeamEnv>,
  { team }: TeamRoom,
  prove: () => Promise<Account>,
): Promise<Account> {
  try {
    return await prove();
  } catch (error) {
    const refused =
      error instanceof TooManyTries || (error instanceof OnRecordError && error.code === 'locked');
    if (refused) await noteAccess(team, null, { act: 'sign-in-failed', route: c.get('route') });
    throw error;
  }
}

/** A new session with a secret of its own; the one that the browser came with ends. */
async function signedIn(
  c: Context<TeamEnv>,
  { team }: TeamRoom,
  { account, act }: { readonly account: Account; readonly act: 'signed-in' | 'joined' | 'recovered' },
): Promise<void> {
  const before = await sessionOf(team, cookieValue(c.req.header('cookie') ?? null, COOKIE));
  if (before !== null) await team.store.drop('session', before.id);
  const device = deviceWords(c.req.header('user-agent') ?? null);
  const { secret } = await beginSession(team, account.id, device);
  await noteAccess(team, account, { act, route: c.get('route') });
  c.header('Set-Cookie', cookieLine(secret));
}
