/** Answers over propositions, and the decisions on their grouping. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import { OnRecordError } from '../../desk/desk.ts';
import { findOne } from '../../desk/find-by-id.ts';
import { propositionsLike, readPropositions } from '../../desk/find-propositions.ts';
import { holdApart, listHeldApart } from '../../desk/hold-apart.ts';
import { joinGroups, withWords } from '../../desk/join-groups.ts';
import { propositionHistory } from '../../desk/proposition-history.ts';
import { joinPropositions, splitClaims, undoRegroup } from '../../desk/regroup-claims.ts';
import { earlierWordings, rewordProposition } from '../../desk/reword-proposition.ts';
import { suggestJoins } from '../../desk/suggest-joins.ts';
import * as contract from '../api/proposition-routes.ts';
import { type DeskState, writerOf } from '../desk-state.ts';
import { pageOf } from '../page-of.ts';
import { asked } from './asked.ts';

/** Adds the routes of proposition-routes.ts. */
export function addPropositionRoutes(app: OpenAPIHono, state: DeskState): void {
  const { desk } = state.room;
  app.openapi(contract.findPropositions, async (c) => {
    const { q, ...asking } = c.req.valid('query');
    const all = await state.remember('propositions', () => readPropositions(desk));
    const { rows, ...page } = pageOf(propositionsLike(all, q), asking);
    return c.json({ propositions: rows, ...page }, 200);
  });
  app.openapi(contract.readProposition, async (c) => {
    const id = await findOne(desk.store, c.req.valid('param').id, 'prp');
    const proposition = await desk.store.proposition(id);
    if (proposition === null)
      throw new OnRecordError('not-found', 'The record does not hold this proposition.', { subject: id });
    const history = await state.remember(`history ${id}`, () => propositionHistory(desk, id));
    const earlier = await state.remember(`wordings ${id}`, () => earlierWordings(desk, id));
    return c.json({ proposition, earlier, history }, 200);
  });
  app.openapi(contract.suggestJoins, async (c) => {
    const { proposition, ...asking } = c.req.valid('query');
    const found = await state.remember(`alike ${proposition ?? ''}`, () =>
      suggestJoins(desk, asked({ proposition })),
    );
    const { rows, ...page } = pageOf(found.pairs, asking);
    return c.json({ ...found, pairs: rows, ...page }, 200);
  });
  app.openapi(contract.suggestGroups, async (c) => {
    const found = await state.remember('alike groups', () => joinGroups(desk));
    const { rows, ...page } = pageOf(found.groups, c.req.valid('query'));
    const groups = await Promise.all(rows.map((group) => withWords(desk, group)));
    return c.json({ groups, notCompared: found.notCompared, ...page }, 200);
  });
  app.openapi(contract.rewordProposition, async (c) => {
    const by = writerOf(state);
    return c.json(await rewordProposition(desk, { ...c.req.valid('json'), by }), 200);
  });
  app.openapi(contract.holdApart, async (c) => {
    const by = writerOf(state);
    return c.json(await holdApart(desk, { ...c.req.valid('json'), by }), 200);
  });
  app.openapi(contract.listHeldApart, async (c) => {
    const { proposition, ...asking } = c.req.valid('query');
    const all = await state.remember(`apart ${proposition ?? ''}`, () => listHeldApart(desk, proposition));
    const { rows, ...page } = pageOf(all, asking);
    return c.json({ pairs: rows, ...page }, 200);
  });
  app.openapi(contract.joinPropositions, async (c) => {
    const by = writerOf(state);
    return c.json(await joinPropositions(desk, { ...c.req.valid('json'), by }), 200);
  });
  app.openapi(contract.splitClaims, async (c) => {
    const by = writerOf(state);
    return c.json(await splitClaims(desk, { ...c.req.valid('json'), by }), 200);
  });
  app.openapi(contract.undoRegroup, async (c) => {
    const by = writerOf(state);
    return c.json(await undoRegroup(desk, { ...c.req.valid('json'), by }), 200);
  });
}
