/** Answers about lists of people, and the decisions on who is one person. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import { showLists } from '../../desk/lists/show-lists.ts';
import { decidePeople, undoPeople } from '../../desk/people/decide-people.ts';
import * as contract from '../api/people-routes.ts';
import { type DeskState, writerOf } from '../desk-state.ts';
import { pageOf } from '../page-of.ts';
import type { PeopleLinking } from '../people-linking.ts';

/** Adds the routes of people-routes.ts. */
export function addPeopleRoutes(app: OpenAPIHono, state: DeskState, linking: PeopleLinking): void {
  const { desk } = state.room;
  app.openapi(contract.listLists, async (c) => {
    const { rows, ...page } = pageOf(await showLists(desk), c.req.valid('query'));
    return c.json({ lists: rows, ...page }, 200);
  });
  app.openapi(contract.readQueue, async (c) => {
    const told = await linking.ask();
    const { rows, ...page } = pageOf(told.pairs, c.req.valid('query'));
    return c.json({ ...told, pairs: rows, ...page }, 200);
  });
  app.openapi(contract.readLinking, (c) => c.json(linking.now(), 200));
  app.openapi(contract.stopLinking, (c) => {
    linking.stop();
    return c.json(linking.now(), 200);
  });
  app.openapi(contract.listPeopleDecisions, async (c) => {
    const all = (await desk.store.decisions()).toReversed();
    const { rows, ...page } = pageOf(all, c.req.valid('query'));
    return c.json({ decisions: rows, ...page }, 200);
  });
  app.openapi(contract.decidePair, async (c) => {
    const by = writerOf(state);
    return c.json(await decidePeople(desk, { ...c.req.valid('json'), by }), 200);
  });
  app.openapi(contract.undoPair, async (c) => {
    const by = writerOf(state);
    const { reason } = c.req.valid('json');
    return c.json(
      { decision: await undoPeople(desk, { decision: c.req.valid('param').id, by, reason }) },
      200,
    );
  });
}
