/** Answers about what was said. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import { listResponses } from '../../desk/list-responses.ts';
import { openRequests } from '../../desk/said/open-requests.ts';
import { openClaims, saidByDay } from '../../desk/said/said-by-day.ts';
import { whoSaid } from '../../desk/said/who-said.ts';
import * as contract from '../api/said-routes.ts';
import type { DeskState } from '../desk-state.ts';
import { asked, isTrue } from './asked.ts';

/** Adds the routes of said-routes.ts. */
export function addSaidRoutes(app: OpenAPIHono, { room, remember }: DeskState): void {
  const { desk } = room;
  app.openapi(contract.listAsked, async (c) => {
    const includeProposed = isTrue(c.req.valid('query').includeProposed);
    const list = await remember(`responses ${includeProposed}`, () =>
      listResponses(desk, { includeProposed }),
    );
    const requests = await openRequests(desk, list.responses, includeProposed);
    const opened = requests.map(async (one) => ({ ...one, claims: await openClaims(desk, one.claims) }));
    return c.json({ asked: await Promise.all(opened) }, 200);
  });
  app.openapi(contract.listActors, async (c) => {
    const { q, id, kind, includeProposed, limit, offset } = c.req.valid('query');
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
    return c.json({ actors: fitting.slice(offset, offset + limit), fitting: fitting.length }, 200);
  });
  app.openapi(contract.readTimeline, async (c) => {
    const { day, limit, offset, includeProposed, ...query } = c.req.valid('query');
    const question = { ...asked(query), includeProposed: isTrue(includeProposed) };
    const { days, undated } = await remember(`timeline ${JSON.stringify(question)}`, () =>
      saidByDay(desk, question),
    );
    const ids = days.find((one) => one.day === day)?.claims ?? [];
    const claims = await openClaims(desk, ids.slice(offset, offset + limit));
    const told = days.map(({ claims: all, ...one }) => ({ ...one, count: all.length }));
    return c.json({ days: told, undated, claims, fitting: ids.length }, 200);
  });
}
