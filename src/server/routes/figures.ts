/** Answers with what is reckoned: positions, answers of states. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import { listPositions } from '../../desk/list-positions.ts';
import { listResponses } from '../../desk/list-responses.ts';
import * as contract from '../api/figure-routes.ts';
import type { DeskState } from '../desk-state.ts';
import { asked, isTrue } from './asked.ts';

/** Adds the routes of figure-routes.ts. */
export function addFigureRoutes(app: OpenAPIHono, { room, remember }: DeskState): void {
  const { desk } = room;
  app.openapi(contract.listPositions, async (c) => {
    const { q, ...query } = c.req.valid('query');
    const includeProposed = isTrue(query.includeProposed);
    const list = await remember(`positions ${JSON.stringify([q, query])}`, () =>
      listPositions(desk, { ...asked({ ...query, words: q }), includeProposed }),
    );
    return c.json({ ...list, includeProposed }, 200);
  });
  app.openapi(contract.listResponses, async (c) => {
    const includeProposed = isTrue(c.req.valid('query').includeProposed);
    const list = await remember(`responses ${includeProposed}`, () =>
      listResponses(desk, { includeProposed }),
    );
    return c.json({ ...list, includeProposed }, 200);
  });
}
