/** Routes over the record as a whole: its size and its head. */
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { answer, FAULTS } from './fault.ts';

const countsSchema = z.strictObject({
  sources: z.number(),
  captures: z.number(),
  withoutText: z.number(),
  actors: z.number(),
  propositions: z.number(),
  claims: z.strictObject({
    proposed: z.number(),
    accepted: z.number(),
    rejected: z.number(),
    superseded: z.number(),
  }),
  entries: z.number(),
});

export const readCounts = createRoute({
  method: 'get',
  path: '/api/record',
  summary: 'How much the record holds',
  responses: {
    200: answer(
      z.strictObject({
        counts: countsSchema,
        head: z
          .strictObject({ seq: z.number(), at: z.string(), leaf: z.string() })
          .nullable()
          .describe('The last entry of the log; null while it is empty'),
      }),
      'Counts and the head of the log',
    ),
    ...FAULTS,
  },
});
