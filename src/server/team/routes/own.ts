/** Answers about oneself. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import { noteAccess } from '../../../desk/team/accesses.ts';
import { shownAccount } from '../../../desk/team/accounts.ts';
import {
  addPasskey,
  askPasskey,
  dropPasskey,
  passkeyMade,
  proveByPasskey,
} from '../../../desk/team/passkeys.ts';
import { endSession, listSessions, noteProof } from '../../../desk/team/sessions.ts';
import { doesNotFit, proveBySecret } from '../../../desk/team/sign-in.ts';
import type { Account } from '../../../desk/vocabulary.ts';
import { mayAsk, PERMISSIONS } from '../../access/permissions.ts';
import * as contract from '../api/own-routes.ts';
import { cookieLine, type TeamEnv } from '../signed-in.ts';
import type { TeamRoom } from '../team-room.ts';

/** Adds the routes of own-routes.ts. */
export function addOwnRoutes(app: OpenAPIHono<TeamEnv>, { team, passkeys, outside }: TeamRoom): void {
  app.openapi(contract.readSelf, (c) => {
    const { account, id, fresh } = c.get('held');
    const may = Object.keys(PERMISSIONS).filter((route) => mayAsk(account.roles, route));
    return c.json({ account: shownAccount(account), session: id, fresh, may, team: team.name }, 200);
  });
  app.openapi(contract.signOut, async (c) => {
    const { account, id, session } = c.get('held');
    await team.store.drop('session', id);
    await noteAccess(team, account, { act: 'signed-out', route: c.get('route') });
    c.header('Set-Cookie', cookieLine(null));
    const left =
      outside === null || session.outside !== true
        ? null
        : { name: outside.name, address: await outside.signOutAddress() };
    return c.json({ done: true, outside: left } as const, 200);
  });
  app.openapi(contract.proveAgain, async (c) => {
    const { account } = c.get('held');
    const proved = await proveBySecret(team, { name: account.name, ...c.req.valid('json'), address: null });
    if (proved.id !== account.id) throw doesNotFit();
    await noteProof(team, c.get('secret'));
    return c.json({ done: true } as const, 200);
  });
  app.openapi(contract.listOwnSessions, async (c) => {
    const { account, id } = c.get('held');
    return c.json({ sessions: await listSessions(team, account.id), this: id }, 200);
  });
  app.openapi(contract.endOwnSession, async (c) => {
    const { account, id } = c.get('held');
    const { session } = c.req.valid('json');
    const others = (await listSessions(team, account.id)).filter((one) => one.id !== id);
    const ending = session === null ? others.map((one) => one.id) : [session];
    for (const one of ending) await endSession(team, account.id, one);
    await noteAccess(team, account, { act: 'session-ended', route: c.get('route'), about: ending });
    if (session === id) c.header('Set-Cookie', cookieLine(null));
    return c.json({ ended: ending.length }, 200);
  });
  app.openapi(contract.askProvingPasskey, async (c) => {
    const asked = { asked: 'proof', owner: c.get('held').account.id } as const;
    return c.json(await askPasskey(team, await passkeys.toUse(), asked), 200);
  });
  app.openapi(contract.proveByPasskey, async (c) => {
    await proveByPasskey(team, passkeys, c.req.valid('json'), c.get('held').account.id);
    await noteProof(team, c.get('secret'));
    return c.json({ done: true } as const, 200);
  });
  app.openapi(contract.listPasskeys, (c) => c.json(shownPasskeys(c.get('held').account), 200));
  app.openapi(contract.askNewPasskey, async (c) => {
    const { id, name, passkeys: held } = c.get('held').account;
    const question = await passkeys.toMake({ id, name, held });
    return c.json(await askPasskey(team, question, { asked: 'add', owner: id }), 200);
  });
  app.openapi(contract.addPasskey, async (c) => {
    const { account } = c.get('held');
    const asked = { ...c.req.valid('json'), asked: 'add', owner: account.id } as const;
    const changed = await addPasskey(team, account.id, await passkeyMade(team, passkeys, asked));
    const noted = {
      act: 'account-changed',
      route: c.get('route'),
      about: [account.id],
      detail: 'passkey added',
    } as const;
    await noteAccess(team, account, noted);
    return c.json(shownPasskeys(changed), 200);
  });
  app.openapi(contract.dropPasskey, async (c) => {
    const { account } = c.get('held');
    const changed = await dropPasskey(team, account.id, c.req.valid('json').passkey);
    const noted = {
      act: 'account-changed',
      route: c.get('route'),
      about: [account.id],
      detail: 'passkey dropped',
    } as const;
    await noteAccess(team, account, noted);
    return c.json(shownPasskeys(changed), 200);
  });
}

function shownPasskeys({ passkeys }: Pick<Account, 'passkeys'>) {
  return { passkeys: passkeys.map(({ id, label, addedAt }) => ({ id, label, addedAt })) };
}
