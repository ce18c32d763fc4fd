/** Answers of the organisation's own sign-in. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { OnRecordError } from '../../../desk/desk.ts';
import type { OutsideDoor } from '../../../desk/ports/outside-door.ts';
import { noteAccess } from '../../../desk/team/accesses.ts';
import { shownAccount } from '../../../desk/team/accounts.ts';
import { answerOutside, askOutside, type OutsidePurpose } from '../../../desk/team/outside/ask-outside.ts';
import { dropIdentity } from '../../../desk/team/outside/identities.ts';
import {
  completeOutside,
  noOutside,
  type OutsideSettled,
  settleOutside,
} from '../../../desk/team/outside/settle-outside.ts';
import { noteProof, sessionOf } from '../../../desk/team/sessions.ts';
import { newSecret } from '../../../desk/team/team.ts';
import { countTry } from '../../../desk/team/tries.ts';
import { cookieValue } from '../../guard/start-session.ts';
import * as contract from '../api/outside-routes.ts';
import { addressOf, beginSigned, noting } from '../at-the-door.ts';
import { BROWSER_COOKIE, browserLine, COOKIE, type TeamEnv } from '../signed-in.ts';
import type { TeamRoom } from '../team-room.ts';

/** Adds the routes of outside-routes.ts. */
export function addOutsideRoutes(app: OpenAPIHono<TeamEnv>, room: TeamRoom): void {
  const { team } = room;
  app.openapi(contract.askOutside, async (c) => {
    await countTry(team, { account: null, address: addressOf(c, room) });
    const { token } = c.req.valid('json');
    const purpose: OutsidePurpose = token === null ? { kind: 'sign-in' } : { kind: 'join', token };
    return c.json({ address: await sent(c, room, purpose) }, 200);
  });
  app.openapi(contract.answerOutside, async (c) => {
    const settled = await noting(c, room, async () => {
      await countTry(team, { account: null, address: addressOf(c, room) });
      const { answer } = c.req.valid('json');
      const answered = await answerOutside(team, doorOf(room), { answer, browser: browserOf(c) });
      if (answered === null) throw noOutside();
      return settleOutside(team, answered, await sessionIn(c, room));
    });
    return c.json(await told(c, room, settled), 200);
  });
  app.openapi(contract.completeOutside, async (c) => {
    const settled = await noting(c, room, async () => {
      await countTry(team, { account: null, address: addressOf(c, room) });
      const session = await sessionIn(c, room);
      return completeOutside(team, { ...c.req.valid('json'), session });
    });
    return c.json(await told(c, room, { ...settled, pending: null }), 200);
  });
  app.openapi(contract.askOutsideProof, async (c) => {
    const { account, id } = c.get('held');
    const purpose = { kind: 'prove', account: account.id, session: id } as const;
    return c.json({ address: await sent(c, room, purpose) }, 200);
  });
  app.openapi(contract.askBinding, async (c) => {
    const { account, id } = c.get('held');
    const purpose = { kind: 'bind', account: account.id, session: id } as const;
    return c.json({ address: await sent(c, room, purpose) }, 200);
  });
  app.openapi(contract.dropBinding, async (c) => {
    const { account } = c.get('held');
    const changed = await dropIdentity(team, account.id);
    await noteAccess(team, account, {
      act: 'account-changed',
      route: c.get('route'),
      about: [account.id],
      detail: 'outside sign-in dropped',
    });
    return c.json(shownAccount(changed), 200);
  });
}

function doorOf({ outside }: TeamRoom): OutsideDoor {
  if (outside === null)
    throw new OnRecordError('not-found', 'This desk knows no sign-in of an organisation.');
  return outside;
}

/** Asks, and has the browser bear a secret by which it is known when it comes back. */
async function sent(c: Context<TeamEnv>, room: TeamRoom, purpose: OutsidePurpose): Promise<string> {
  const known = browserOf(c);
  const browser = known ?? newSecret(room.team);
  const address = await askOutside(room.team, doorOf(room), { purpose, browser });
  if (known === null) c.header('Set-Cookie', browserLine(browser), { append: true });
  return address;
}

function browserOf(c: Context): string | null {
  const secret = cookieValue(c.req.header('cookie') ?? null, BROWSER_COOKIE);
  return secret !== null && /^[\w-]{43}$/u.test(secret) ? secret : null;
}

async function sessionIn(c: Context, { team }: TeamRoom) {
  return (await sessionOf(team, cookieValue(c.req.header('cookie') ?? null, COOKIE)))?.id ?? null;
}

/** Begins what the step begins, and says it. */
async function told(
  c: Context<TeamEnv>,
  room: TeamRoom,
  settled: OutsideSettled & { readonly pending: string | null },
) {
  const { team } = room;
  const { step, pending } = settled;
  const nothing = { code: 'none', secret: null, address: null, name: null } as const;
  if (settled.step === 'more') return { step, pending, ...settled.wants };
  const { account } = settled;
  if (settled.step === 'in') await beginSigned(c, room, { account, act: settled.act, outside: true });
  if (settled.step === 'proved')
    await noteProof(team, cookieValue(c.req.header('cookie') ?? null, COOKIE) ?? '');
  if (settled.step === 'bound')
    await noteAccess(team, account, {
      act: 'account-changed',
      route: c.get('route'),
      about: [account.id],
      detail: 'outside sign-in added',
    });
  return { step, pending, ...nothing };
}
