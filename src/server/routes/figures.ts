/** Answers with what is reckoned: positions, tolls, answers of states. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import { listPositions } from '../../desk/list-positions.ts';
import { listResponses } from '../../desk/list-responses.ts';
import { reckonTolls } from '../../desk/reckon-tolls.ts';
import * as contract from '../api/figure-routes.ts';
import type { DeskState } from '../desk-state.ts';
import { asked, isTrue } from './asked.ts';

/** Adds the routes of figure-routes.ts. */
export function addFigureRoutes(app: OpenAPIHono, { room, remember }: DeskState): void {
  const { desk } = room;
  app.openapi(contract.listPositions, async (c) => {
    const query = c.req.valid('query');
    const includeProposed = isTrue(query.includeProposed);
    const list = await remember(`positions ${JSON.stringify(query)}`, () =>
      listPositions(desk, { ...asked(query), includeProposed }),
    );
    return c.json({ ...list, includeProposed }, 200);
  });
  app.openapi(contract.listTolls, async (c) => {
    const { asOf = null, limit, offset, ...query } = c.req.valid('query');
    const includeProposed = isTrue(query.includeProposed);
    const list = await remember(`tolls ${JSON.stringify([asOf, limit, offset, query])}`, () =>
      reckonTolls(desk, { ...asked(query), includeProposed, asOf, limit: offset + limit }),
    );
    const tolls = list.tolls.slice(offset).map(({ proposition, toll }) => ({ proposition, toll }));
    const { fitting, waiting } = list;
    return c.json({ tolls, fitting, waiting, includeProposed }, 200);
  });
  app.openapi(contract.listResponses, async (c) => {
    const includeProposed = isTrue(c.req.valid('query').includeProposed);
    const list = await remember(`responses ${includeProposed}`, () =>
      listResponses(desk, { includeProposed }),
    );
    return c.json({ ...list, includeProposed }, 200);
  });
}
