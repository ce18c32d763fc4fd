/** Answers over claims, and the decisions on them. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import { viewClaim } from '../../desk/claim-view.ts';
import { findOne } from '../../desk/find-by-id.ts';
import { listClaims } from '../../desk/list-claims.ts';
import { openLookup } from '../../desk/lookup.ts';
import { reviewClaims } from '../../desk/review-claim.ts';
import { stateClaims } from '../../desk/state-claims.ts';
import * as contract from '../api/claim-routes.ts';
import { type DeskState, writerOf } from '../desk-state.ts';
import { asked, isTrue } from './asked.ts';

/** Adds the routes of claim-routes.ts. */
export function addClaimRoutes(app: OpenAPIHono, state: DeskState): void {
  const { desk } = state.room;
  app.openapi(contract.listClaims, async (c) => {
    const { includeProposed, limit, ...query } = c.req.valid('query');
    const list = await listClaims(desk, {
      ...asked(query),
      includeProposed: isTrue(includeProposed),
      limit,
    });
    const last = list.claims.at(-1);
    const next = last !== undefined && list.claims.length === limit ? last.id : null;
    return c.json({ ...list, next }, 200);
  });
  app.openapi(contract.claimsOfSource, async (c) => {
    const source = await findOne(desk.store, c.req.valid('param').id, 'src');
    const lookup = openLookup(desk.store);
    const claims = await desk.store.claims({ source });
    return c.json({ claims: await Promise.all(claims.map((claim) => viewClaim(claim, lookup))) }, 200);
  });
  app.openapi(contract.stateClaims, async (c) => {
    const by = writerOf(state);
    return c.json(await stateClaims(desk, { ...c.req.valid('json'), by }), 200);
  });
  app.openapi(contract.decideClaims, async (c) => {
    const by = writerOf(state);
    const order = { ...c.req.valid('json'), allThatFit: null, by };
    return c.json(await reviewClaims(desk, order), 200);
  });
}
