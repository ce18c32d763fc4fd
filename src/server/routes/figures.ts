/** Answers with what is reckoned: positions, answers of states. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import { listPositions } from '../../desk/list-positions.ts';
import { listResponses } from '../../desk/list-responses.ts';
import * as contract from '../api/figure-routes.ts';
import type { DeskState } from '../desk-state.ts';
import { nextOf, pageOf, startOf } from '../page-of.ts';
import { asked, isTrue } from './asked.ts';

/** Adds the routes of figure-routes.ts. */
export function addFigureRoutes(app: OpenAPIHono, { room, remember }: DeskState): void {
  const { desk } = room;
  app.openapi(contract.listPositions, async (c) => {
    const { q, limit, offset, cursor, ...query } = c.req.valid('query');
    const asking = { limit, offset, cursor };
    const includeProposed = isTrue(query.includeProposed);
    const page = { limit, offset: startOf(asking) };
    const list = await remember(`positions ${JSON.stringify([q, query, page])}`, () =>
      listPositions(desk, { ...asked({ ...query, words: q }), ...page, includeProposed }),
    );
    const { goOn, ...told } = list;
    const next = goOn === undefined ? nextOf(asking, list.fitting) : goOn === null ? null : String(goOn);
    return c.json({ ...told, next, includeProposed }, 200);
  });
  app.openapi(contract.listResponses, async (c) => {
    const { measure, ...query } = c.req.valid('query');
    const includeProposed = isTrue(query.includeProposed);
    const list = await remember(`responses ${includeProposed} ${measure ?? ''}`, () =>
      listResponses(desk, { ...asked({ measure }), includeProposed }),
    );
    const { rows, ...page } = pageOf(list.responses, query);
    return c.json({ ...list, responses: rows, ...page, includeProposed }, 200);
  });
}
