/** Answers to searches. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import { foundClaims } from '../../desk/search/found-claims.ts';
import { foundNames } from '../../desk/search/found-names.ts';
import { openNameIndex } from '../../desk/search/name-index.ts';
import { searchRecord } from '../../desk/search-record.ts';
import * as contract from '../api/search-routes.ts';
import type { DeskState } from '../desk-state.ts';

/** Adds the routes of search-routes.ts. */
export function addSearchRoutes(app: OpenAPIHono, { room }: DeskState): void {
  const { desk } = room;
  const names = openNameIndex(desk);
  app.openapi(contract.searchTexts, async (c) => {
    const { q, limit } = c.req.valid('query');
    return c.json({ hits: await searchRecord(desk, q, limit) }, 200);
  });
  app.openapi(contract.searchClaims, async (c) => {
    const { q, limit } = c.req.valid('query');
    return c.json(await foundClaims(desk, q, limit), 200);
  });
  app.openapi(contract.searchNames, async (c) => {
    const { q, limit } = c.req.valid('query');
    return c.json(foundNames(await names(), q, limit), 200);
  });
}
