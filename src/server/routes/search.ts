/** Answers to searches. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import { foundClaims } from '../../desk/search/found-claims.ts';
import { foundNames } from '../../desk/search/found-names.ts';
import { openNameIndex } from '../../desk/search/name-index.ts';
import { searchRecord } from '../../desk/search-record.ts';
import * as contract from '../api/search-routes.ts';
import type { DeskState } from '../desk-state.ts';
import { nextOf, pageOf, startOf } from '../page-of.ts';

/** Adds the routes of search-routes.ts. */
export function addSearchRoutes(app: OpenAPIHono, { room }: DeskState): void {
  const { desk } = room;
  const names = openNameIndex(desk);
  // Hits are not counted: one more than is told says whether something follows.
  app.openapi(contract.searchTexts, async (c) => {
    const { q, ...asking } = c.req.valid('query');
    const { hits, whole } = await searchRecord(desk, q, startOf(asking) + asking.limit + 1);
    const { rows, next } = pageOf(hits, asking);
    return c.json({ hits: rows, whole, fitting: null, next }, 200);
  });
  app.openapi(contract.searchClaims, async (c) => {
    const { q, ...asking } = c.req.valid('query');
    const { claims, texts, more } = await foundClaims(desk, q, startOf(asking) + asking.limit + 1);
    const { rows, next } = pageOf(claims, asking);
    return c.json({ claims: rows, texts, more: more || next !== null, fitting: null, next }, 200);
  });
  app.openapi(contract.searchNames, async (c) => {
    const { q, ...asking } = c.req.valid('query');
    const start = startOf(asking);
    const found = foundNames(await names(), q, { start, limit: asking.limit });
    return c.json({ ...found, next: nextOf(asking, Math.max(...Object.values(found.fitting))) }, 200);
  });
}
