/** Routes over the record as a whole: its size, its log. */
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { answer, FAULTS } from './fault.ts';
import { pagingSchema } from './paging.ts';

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

export const readLog = createRoute({
  method: 'get',
  path: '/api/log',
  summary: 'Who did what, when; the latest first',
  request: { query: pagingSchema },
  responses: {
    200: answer(
      z.strictObject({
        entries: z
          .array(
            z.strictObject({
              seq: z.number(),
              at: z.string(),
              agent: z.string().describe("A person's name, or machine; empty when erased"),
              action: z.string(),
              subject: z.string(),
              leaf: z.string(),
              erased: z.boolean(),
            }),
          )
          .readonly(),
        fitting: z.number(),
      }),
      'Entries of the log',
    ),
    ...FAULTS,
  },
});
