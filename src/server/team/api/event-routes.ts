/** The route by which pages are told what others do while they are open. */
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { FAULTS } from '../../api/fault.ts';

export const followEvents = createRoute({
  method: 'get',
  path: '/api/events',
  summary: 'What others do, as it happens: ids and kinds alone, of what one sees (Server-Sent Events)',
  request: {
    query: z.object({
      after: z.coerce
        .number()
        .int()
        .min(0)
        .optional()
        .describe(
          'Number of the last log entry that is known; Last-Event-ID goes before it; absent: from now on',
        ),
      wait: z.enum(['true', 'false']).default('true').describe('False: what there is by now, and no more'),
    }),
  },
  responses: {
    200: {
      description:
        'Events: `entry` of the log, its id the number; `team`, something that members work on together; `many`, too many to tell; `ended`, the session has',
      content: { 'text/event-stream': { schema: z.string() } },
    },
    ...FAULTS,
  },
});
