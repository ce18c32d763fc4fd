/** Answers with a stream of events. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import { plainFault } from '../../fault-answer.ts';
import * as contract from '../api/event-routes.ts';
import type { EventHub } from '../events/event-hub.ts';
import type { TeamEnv } from '../signed-in.ts';

/** Adds the route of event-routes.ts. */
export function addEventRoutes(app: OpenAPIHono<TeamEnv>, hub: EventHub): void {
  app.openapi(contract.followEvents, async (c) => {
    const { after, wait } = c.req.valid('query');
    const known = /^\d{1,15}$/u.exec(c.req.header('last-event-id') ?? '')?.[0];
    const from = known === undefined ? (after ?? null) : Number(known);
    const stream = await hub.open(c.get('held'), { after: from, wait: wait === 'true' });
    if (stream === null)
      return c.json(plainFault('too-many', 'Too many pages of yours are open: close some.'), 429) as never;
    c.header('Content-Type', 'text/event-stream');
    // For nginx: nothing is held back.
    c.header('X-Accel-Buffering', 'no');
    return c.body(stream, 200) as never;
  });
}
