/** Answers about origins, and the decisions on links. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import { decideLinks } from '../../desk/decide-link.ts';
import { OnRecordError } from '../../desk/desk.ts';
import { originEdges } from '../../desk/origin-edges.ts';
import { originsOf } from '../../desk/origins-of.ts';
import * as contract from '../api/origin-routes.ts';
import { type DeskState, writerOf } from '../desk-state.ts';
import { isTrue } from './asked.ts';

/** Adds the routes of origin-routes.ts. */
export function addOriginRoutes(app: OpenAPIHono, state: DeskState): void {
  const { desk } = state.room;
  app.openapi(contract.readOrigins, async (c) => {
    const { id } = c.req.valid('param');
    const includeProposed = isTrue(c.req.valid('query').includeProposed);
    const list = await state.remember(`origins ${id} ${includeProposed}`, () =>
      originsOf(desk, { includeProposed, proposition: id }),
    );
    const [one] = list.propositions;
    if (one === undefined) throw nobody(id);
    return c.json(one, 200);
  });
  app.openapi(contract.readOriginEdges, async (c) => {
    const { id } = c.req.valid('param');
    const includeProposed = isTrue(c.req.valid('query').includeProposed);
    const shown = await state.remember(`origin edges ${id} ${includeProposed}`, () =>
      originEdges(desk, { includeProposed, proposition: id }),
    );
    if (shown === null) throw nobody(id);
    return c.json(shown, 200);
  });
  app.openapi(contract.decideOnLinks, async (c) => {
    const by = writerOf(state);
    return c.json({ links: await decideLinks(desk, { ...c.req.valid('json'), by }) }, 200);
  });
}

function nobody(id: string): OnRecordError {
  const message = 'Nobody has said anything on this proposition that counts yet.';
  return new OnRecordError('not-found', message, { subject: id });
}
