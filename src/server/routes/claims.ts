/** Answers over claims, and the decisions on them. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import { viewClaim } from '../../desk/claim-view.ts';
import { OnRecordError } from '../../desk/desk.ts';
import { explainClaims } from '../../desk/explain-claims.ts';
import { findOne } from '../../desk/find-by-id.ts';
import { listClaims } from '../../desk/list-claims.ts';
import { openLookup } from '../../desk/lookup.ts';
import { reviewClaims } from '../../desk/review-claim.ts';
import { stateClaims } from '../../desk/state-claims.ts';
import * as contract from '../api/claim-routes.ts';
import { type DeskState, writerOf } from '../desk-state.ts';
import { pageOf } from '../page-of.ts';
import { asked, isTrue } from './asked.ts';

/** Adds the routes of claim-routes.ts. */
export function addClaimRoutes(app: OpenAPIHono, state: DeskState): void {
  const { desk } = state.room;
  app.openapi(contract.listClaims, async (c) => {
    const { includeProposed, limit, cursor, ...query } = c.req.valid('query');
    const list = await listClaims(desk, {
      ...asked({ ...query, after: cursor }),
      includeProposed: isTrue(includeProposed),
      // One more than is told: whether something follows.
      limit: limit + 1,
    });
    const last = list.claims[limit - 1];
    const claims = list.claims.slice(0, limit);
    return c.json({ ...list, claims, next: list.claims.length > limit ? (last?.id ?? null) : null }, 200);
  });
  app.openapi(contract.claimsOfSource, async (c) => {
    const source = await findOne(desk.store, c.req.valid('param').id, 'src');
    const lookup = openLookup(desk.store);
    const { rows, ...page } = pageOf(await desk.store.claims({ source }), c.req.valid('query'));
    const claims = await Promise.all(rows.map((claim) => viewClaim(claim, lookup)));
    return c.json({ claims, ...page }, 200);
  });
  app.openapi(contract.whyClaim, async (c) => {
    const claim = await findOne(desk.store, c.req.valid('param').id, 'clm');
    const [why] = await explainClaims(desk, claim, await state.room.reading());
    if (why === undefined)
      throw new OnRecordError('not-found', 'There is no such claim.', { subject: claim });
    const { by, extractor, rule, confidence, features, note } = why;
    return c.json({ by, extractor, rule, confidence, features, note }, 200);
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
