/** Answers over what the desk keeps beside the record. Nobody signs for it: it is in no log. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import { dropDraft, keepDraft, listDrafts } from '../../desk/keep-drafts.ts';
import { dropSearch, keepSearch, listSearches } from '../../desk/keep-searches.ts';
import * as contract from '../api/note-routes.ts';
import type { DeskState } from '../desk-state.ts';
import { asked } from './asked.ts';

/** Adds the routes of note-routes.ts. */
export function addNoteRoutes(app: OpenAPIHono, { room }: DeskState): void {
  const { desk } = room;
  app.openapi(contract.listDrafts, async (c) =>
    c.json({ drafts: await listDrafts(desk, asked(c.req.valid('query'))) }, 200),
  );
  app.openapi(contract.keepDraft, async (c) => c.json(await keepDraft(desk, c.req.valid('json')), 200));
  app.openapi(contract.dropDraft, async (c) => {
    const { name } = c.req.valid('json');
    await dropDraft(desk, name);
    return c.json({ dropped: name }, 200);
  });
  app.openapi(contract.listSearches, async (c) => c.json({ searches: await listSearches(desk) }, 200));
  app.openapi(contract.keepSearch, async (c) => c.json(await keepSearch(desk, c.req.valid('json')), 200));
  app.openapi(contract.dropSearch, async (c) => {
    const { name } = c.req.valid('json');
    await dropSearch(desk, name);
    return c.json({ dropped: name }, 200);
  });
}
