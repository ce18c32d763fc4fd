/** Answers about assignments, comments and mentions, and who is changing what. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import * as assignments from '../../../desk/team/together/assignments.ts';
import * as comments from '../../../desk/team/together/comments.ts';
import { mentionsOf, readMentions } from '../../../desk/team/together/mentions.ts';
import { notePresence, presentAt } from '../../../desk/team/together/presence.ts';
import { type Readers, readersOf } from '../../../desk/team/together/readers.ts';
import { thingOrNone } from '../../../desk/team/together/seen-thing.ts';
import { mayAsk } from '../../access/permissions.ts';
import * as contract from '../api/together-routes.ts';
import type { MemberApps } from '../member-apps.ts';
import type { TeamEnv } from '../signed-in.ts';
import type { TeamRoom } from '../team-room.ts';

/** Of these the sources are named beside the comments, so that they count as seen; figures of several sources do not show them. */
const OF_SOURCES = new Set(['source', 'claim', 'link', 'pair']);

/** Adds the routes of together-routes.ts. */
export function addTogetherRoutes(
  app: OpenAPIHono<TeamEnv>,
  { team }: TeamRoom,
  apps: Pick<MemberApps, 'storeOf'>,
): void {
  const readers: Readers = {
    storeOf: apps.storeOf,
    mayRead: (roles) => mayAsk(roles, 'GET /api/comments'),
  };
  const actingIn = (c: Context<TeamEnv>): assignments.Acting => {
    const { account } = c.get('held');
    return { account, store: apps.storeOf(account.clearance) };
  };
  app.openapi(contract.listReaders, async (c) => {
    const { thing } = c.req.valid('query');
    await thingOrNone(actingIn(c).store, thing);
    const members = (await readersOf(team, readers, thing)).map(({ id, name }) => ({ id, name }));
    return c.json({ members }, 200);
  });
  app.openapi(contract.listAssignments, async (c) => {
    const { mine, done, thing } = c.req.valid('query');
    const acting = actingIn(c);
    if (thing !== undefined) await thingOrNone(acting.store, thing);
    const asked = { mine: mine === 'true', done: done === 'true', thing };
    return c.json({ assignments: await assignments.listAssignments(team, acting, asked) }, 200);
  });
  app.openapi(contract.assignThing, async (c) =>
    c.json(await assignments.assign(team, readers, actingIn(c), c.req.valid('json')), 200),
  );
  app.openapi(contract.endAssignment, async (c) => {
    const acting = actingIn(c);
    const mayAssign = mayAsk(acting.account.roles, 'POST /api/assignments');
    return c.json(await assignments.endAssignment(team, acting, { ...c.req.valid('json'), mayAssign }), 200);
  });
  app.openapi(contract.listComments, async (c) => {
    const { thing } = c.req.valid('query');
    const acting = actingIn(c);
    const { kind, sources } = await thingOrNone(acting.store, thing);
    const shown = OF_SOURCES.has(kind) ? sources : [];
    return c.json({ comments: await comments.commentsOn(team, acting, thing), sources: shown }, 200);
  });
  app.openapi(contract.addComment, async (c) =>
    c.json(await comments.addComment(team, readers, actingIn(c), c.req.valid('json')), 200),
  );
  app.openapi(contract.changeComment, async (c) => {
    const said = { ...c.req.valid('json'), ...c.req.valid('param') };
    return c.json(await comments.changeComment(team, readers, actingIn(c), said), 200);
  });
  app.openapi(contract.settleComment, async (c) => {
    const order = { ...c.req.valid('json'), ...c.req.valid('param') };
    return c.json(await comments.settleComment(team, actingIn(c), order), 200);
  });
  app.openapi(contract.dropComment, async (c) => {
    const { id, thing } = await comments.dropComment(team, actingIn(c), c.req.valid('param').id);
    return c.json({ id, thing }, 200);
  });
  app.openapi(contract.listMentions, async (c) => {
    const mentions = await mentionsOf(team, actingIn(c));
    return c.json({ unread: mentions.filter(({ read }) => !read).length, mentions }, 200);
  });
  app.openapi(contract.readMentions, async (c) => {
    const { account } = c.get('held');
    return c.json({ read: await readMentions(team, account.id, c.req.valid('json').comments) }, 200);
  });
  app.openapi(contract.listPresent, async (c) => {
    const present = await presentAt(team, actingIn(c), c.req.valid('query').thing);
    return c.json({ present }, 200);
  });
  app.openapi(contract.notePresence, async (c) => {
    await notePresence(team, actingIn(c), c.req.valid('json'));
    return c.json({ done: true } as const, 200);
  });
}
