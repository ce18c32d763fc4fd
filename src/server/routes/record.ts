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
}
