/** Answers at the door. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import { acceptInvitation, openInvitation } from '../../../desk/team/invitations.ts';
import { askPasskey, passkeyMade, proveByPasskey } from '../../../desk/team/passkeys.ts';
import { proveBySecret } from '../../../desk/team/sign-in.ts';
import { countTry } from '../../../desk/team/tries.ts';
import * as contract from '../api/door-routes.ts';
import { addressOf, beginSigned, noting } from '../at-the-door.ts';
import type { TeamEnv } from '../signed-in.ts';
import type { TeamRoom } from '../team-room.ts';

/** Adds the routes of door-routes.ts. */
export function addDoorRoutes(app: OpenAPIHono<TeamEnv>, room: TeamRoom): void {
  const { team, passkeys } = room;
  app.openapi(contract.readDoor, (c) => c.json({ outside: room.outside?.name ?? null }, 200));
  app.openapi(contract.signIn, async (c) => {
    const address = addressOf(c, room);
    const account = await noting(c, room, () => proveBySecret(team, { ...c.req.valid('json'), address }));
    await beginSigned(c, room, { account, act: 'signed-in' });
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
    await beginSigned(c, room, { account, act: 'signed-in' });
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
    await beginSigned(c, room, { account, act: recovers === null ? 'joined' : 'recovered' });
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
    await beginSigned(c, room, { account, act: recovers === null ? 'joined' : 'recovered' });
    return c.json({ done: true } as const, 200);
  });
}
