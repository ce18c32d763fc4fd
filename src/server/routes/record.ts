/** Answers over the record as a whole. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import * as contract from '../api/record-routes.ts';
import type { DeskState } from '../desk-state.ts';

/** Adds the routes of record-routes.ts. */
export function addRecordRoutes(app: OpenAPIHono, { room, remember }: DeskState): void {
  const { desk } = room;
  app.openapi(contract.readCounts, async (c) => {
    const [counts, head] = await Promise.all([
      remember('counts', () => desk.store.counts()),
      desk.store.head(),
    ]);
    return c.json(
      { counts, head: head === null ? null : { seq: head.seq, at: head.at, leaf: head.leaf } },
      200,
    );
  });
  app.openapi(contract.readLog, async (c) => {
    const { limit, offset } = c.req.valid('query');
    const last = (await desk.store.head())?.seq ?? 0;
    const end = Math.max(0, last - offset);
    const from = Math.max(1, end - limit + 1);
    const entries = [];
    if (end > 0) {
      for await (const { seq, at, agent, action, subject, leaf, body } of desk.store.log(
        from,
        end - from + 1,
      ))
        entries.push({ seq, at, agent, action, subject, leaf, erased: body === null });
    }
    return c.json({ entries: entries.reverse(), fitting: last }, 200);
  });
}
