/** Routes over who did and who saw what: for auditors and custodians. */
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { ACCESS_ACTS } from '../../../desk/vocabulary.ts';
import { answer, FAULTS } from '../../api/fault.ts';

const accessSchema = z
  .strictObject({
    seq: z.number(),
    at: z.string(),
    account: z.string().nullable(),
    name: z.string().describe('At the time; empty: nobody was signed in'),
    act: z.enum(ACCESS_ACTS),
    route: z.string(),
    about: z.array(z.string()).readonly(),
    detail: z.string().nullable(),
    logged: z.number().nullable().describe('Entry of the log that holds it; null: it waits for the next one'),
  })
  .describe('One thing that somebody did or saw');

const conditions = {
  account: z.string().optional().describe('Id of a member'),
  act: z.enum(ACCESS_ACTS).optional(),
  about: z.string().optional().describe('Id of a source or another thing'),
  from: z.string().optional().describe('ISO 8601 instant or day, UTC; inclusive'),
  to: z.string().optional().describe('Exclusive'),
};

export const listAccesses = createRoute({
  method: 'get',
  path: '/api/team/accesses',
  summary: 'Who did and who saw what, the latest first',
  request: {
    query: z.object({
      ...conditions,
      before: z.coerce.number().int().min(1).optional().describe('Number of the last one that was shown'),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
  },
  responses: {
    200: answer(
      z.strictObject({ accesses: z.array(accessSchema).readonly(), next: z.number().nullable() }),
      'Accesses',
    ),
    ...FAULTS,
  },
});

export const exportAccesses = createRoute({
  method: 'get',
  path: '/api/team/accesses/export',
  summary: 'The same as a file: one line of JSON each; that it was exported is kept too',
  request: { query: z.object(conditions) },
  responses: {
    200: { description: 'Lines', content: { 'application/x-ndjson': { schema: z.string() } } },
    ...FAULTS,
  },
});
