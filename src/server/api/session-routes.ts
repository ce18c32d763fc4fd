/** Routes about the session: whose desk this is, and who decides. */
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { answer, FAULTS, given } from './fault.ts';

const sessionSchema = z
  .strictObject({
    by: z.string().nullable().describe('The name that stands in the log; null: not given yet'),
    canWrite: z.boolean(),
    team: z.boolean().describe('The desk of a team: the name is that of the account'),
    encrypted: z.boolean(),
    vault: z.string().describe('Name of the vault, without its folder'),
    version: z.string(),
  })
  .describe('The session');

export const readSession = createRoute({
  method: 'get',
  path: '/api/session',
  summary: 'Whose desk this is',
  responses: { 200: answer(sessionSchema, 'The session'), ...FAULTS },
});

export const nameReviewer = createRoute({
  method: 'put',
  path: '/api/session/by',
  summary: 'Say who decides from now on',
  request: { body: given(z.strictObject({ by: z.string() })) },
  responses: { 200: answer(sessionSchema, 'The session'), ...FAULTS },
});
