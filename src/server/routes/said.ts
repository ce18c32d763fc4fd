/** Answers about what was said. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import { listResponses } from '../../desk/list-responses.ts';
import { openRequests } from '../../desk/said/open-requests.ts';
import { openClaims, saidByDay } from '../../desk/said/said-by-day.ts';
import { whoSaid } from '../../desk/said/who-said.ts';
import * as contract from '../api/said-routes.ts';
import type { DeskState } from '../desk-state.ts';
import { pageOf } from '../page-of.ts';
import { asked, isTrue } from './asked.ts';

/** Adds the routes of said-routes.ts. */
export function addSaidRoutes(app: OpenAPIHono, { room, remember }: DeskState): void {
  const { desk } = room;
  app.openapi(contract.listAsked, async (c) => {
    const query = c.req.valid('query');
    const includeProposed = isTrue(query.includeProposed);
    const list = await remember(`responses ${includeProposed} `, () =>
      listResponses(desk, { includeProposed }),
    );
    const { rows, ...page } = pageOf(await openRequests(desk, list.responses, includeProposed), query);
    const opened = rows.map(async (one) => ({ ...one, claims: await openClaims(desk, one.claims) }));
    return c.json({ asked: await Promise.all(opened), ...page }, 200);
  });
  app.openapi(contract.listActors, async (c) => {
    const { q, id, kind, includeProposed, ...asking } = c.req.valid('query');
    const all = await remember(`actors ${isTrue(includeProposed)}`, () =>
      whoSaid(desk, isTrue(includeProposed)),
    );
    const wanted = q.toLowerCase();
    const fitting = all.filter(
      (one) =>
        (id === undefined || one.id === id) &&
        (kind === undefined || one.kind === kind) &&
        [one.name, ...one.alsoNamed].some((name) => name.toLowerCase().includes(wanted)),
    );
    const { rows, ...page } = pageOf(fitting, asking);
    return c.json({ actors: rows, ...page }, 200);
  });
  app.openapi(contract.readTimeline, async (c) => {
    const { day, limit, offset, cursor, includeProposed, ...query } = c.req.valid('query');
    const question = { ...asked(query), includeProposed: isTrue(includeProposed) };
    const { days, undated } = await remember(`timeline ${JSON.stringify(question)}`, () =>
      saidByDay(desk, question),
    );
    const ids = days.find((one) => one.day === day)?.claims ?? [];
    const { rows, ...page } = pageOf(ids, { limit, offset, cursor });
    const claims = await openClaims(desk, rows);
    const told = days.map(({ claims: all, ...one }) => ({ ...one, count: all.length }));
    return c.json({ days: told, undated, claims, ...page }, 200);
  });
}
