/** Routes over claims: reading them, and what a person decides on them. */
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { claimSchema, claimStatusSchema, measureSchema, stanceSchema } from './claim-shapes.ts';
import { answer, FAULTS, given } from './fault.ts';
import { includeProposedSchema, pagingSchema } from './paging.ts';

export const listClaims = createRoute({
  method: 'get',
  path: '/api/claims',
  summary: 'Claims with their exact words, in the order in which they came in',
  request: {
    query: z.object({
      source: z.string().optional(),
      proposition: z.string().optional(),
      stance: stanceSchema.optional(),
      measure: measureSchema.optional(),
      speaker: z.string().optional().describe('A name or an id, anywhere in the chain'),
      status: claimStatusSchema.optional(),
      includeProposed: includeProposedSchema,
      limit: pagingSchema.shape.limit,
      after: z.string().optional().describe('The claim after which to go on'),
    }),
  },
  responses: {
    200: answer(
      z.strictObject({
        claims: z.array(claimSchema).readonly(),
        fitting: z.number(),
        waiting: z.number(),
        next: z.string().nullable().describe('What to give as `after` for the next page; null: no more'),
      }),
      'Claims',
    ),
    ...FAULTS,
  },
});

export const claimsOfSource = createRoute({
  method: 'get',
  path: '/api/sources/{id}/claims',
  summary: 'All claims of one source, whatever became of them',
  request: { params: z.object({ id: z.string() }) },
  responses: {
    200: answer(z.strictObject({ claims: z.array(claimSchema).readonly() }), 'Claims in log order'),
    ...FAULTS,
  },
});

export const decideClaims = createRoute({
  method: 'post',
  path: '/api/claims/decisions',
  summary: 'Accept, reject or reopen claims',
  request: {
    body: given(
      z.strictObject({
        claims: z.array(z.string()).min(1).max(500),
        decision: z.enum(['accepted', 'rejected', 'reopened']),
        reason: z.string().nullable().describe('Must be given when rejecting'),
      }),
    ),
  },
  responses: {
    200: answer(
      z.strictObject({
        decision: z.enum(['accepted', 'rejected', 'reopened']),
        by: z.string(),
        decided: z.array(z.string()).readonly(),
        unchanged: z.array(z.string()).readonly(),
        waiting: z.number().describe('Proposals still waiting in the record'),
      }),
      'What was decided',
    ),
    ...FAULTS,
  },
});
