/** Routes over claims: reading them, and what a person decides on them. */
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { ACTOR_KINDS, ANONYMITIES, CUE_FORCES } from '../../desk/vocabulary.ts';
import {
  claimSchema,
  claimStatusSchema,
  measureSchema,
  propositionKindSchema,
  quantitySchema,
  scopeSchema,
  stanceSchema,
  whenSchema,
} from './claim-shapes.ts';
import { answer, FAULTS, given } from './fault.ts';
import { includeProposedSchema, pageFields, pagingSchema, walkingSchema } from './paging.ts';

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
      ...walkingSchema.shape,
    }),
  },
  responses: {
    200: answer(
      z.strictObject({
        claims: z.array(claimSchema).readonly(),
        waiting: z.number(),
        ...pageFields,
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
  request: { params: z.object({ id: z.string() }), query: pagingSchema },
  responses: {
    200: answer(
      z.strictObject({ claims: z.array(claimSchema).readonly(), ...pageFields }),
      'Claims in log order',
    ),
    ...FAULTS,
  },
});

export const whyClaim = createRoute({
  method: 'get',
  path: '/api/claims/{id}/why',
  summary: 'Why a claim was proposed: what decided, how sure it was, what spoke for and against it',
  request: { params: z.object({ id: z.string() }) },
  responses: {
    200: answer(
      z.strictObject({
        by: z.enum(['rule', 'model', 'endpoint', 'person']),
        extractor: z.string().nullable().describe('Null: a person made it'),
        rule: z.string().nullable(),
        confidence: z.number().nullable().describe('0 to 1, an order for review and no probability of truth'),
        features: z
          .array(z.strictObject({ what: z.string(), weight: z.number() }))
          .readonly()
          .describe('Strongest first; a weight below 0 speaks against it'),
        note: z.string().nullable().describe('Why no more can be told; null when all is told'),
      }),
      'As `onrecord propose --explain` tells it',
    ),
    ...FAULTS,
  },
});

const spanSchema = z.strictObject({ start: z.number().int().min(0), end: z.number().int().min(1) });

const statedClaimSchema = z
  .strictObject({
    spans: z.array(spanSchema).min(1).readonly().describe('Code points; content first, then evidence'),
    stance: stanceSchema,
    chain: z
      .array(
        z.strictObject({
          named: z.string().min(1),
          actor: z.string().nullable(),
          kind: z.enum(ACTOR_KINDS),
          anonymity: z.enum(ANONYMITIES),
          cue: z.string().min(1),
          force: z.enum(CUE_FORCES),
          at: spanSchema.nullable(),
        }),
      )
      .readonly()
      .describe('Without the outlet, which the program puts in front'),
    proposition: z.union([
      z.strictObject({ id: z.string() }),
      z.strictObject({
        kind: propositionKindSchema,
        measure: measureSchema.nullable(),
        scope: scopeSchema,
        text: z.string().min(1),
      }),
    ]),
    quantity: quantitySchema.nullable(),
    when: whenSchema.nullable(),
    where: z.string().nullable(),
  })
  .describe('A claim that a person makes');

const seenSchema = z
  .record(z.string(), claimStatusSchema)
  .optional()
  .describe('How they stood when they were looked at: where one stands otherwise by then, nothing is stored');

export const stateClaims = createRoute({
  method: 'post',
  path: '/api/claims',
  summary: 'Make claims by hand, or in the place of others: change, split, merge',
  request: {
    body: given(
      z.strictObject({
        capture: z.string(),
        claims: z.array(statedClaimSchema).min(1).max(20).readonly(),
        inPlaceOf: z.array(z.string()).max(20).readonly(),
        reason: z.string().nullable(),
        seen: seenSchema,
      }),
    ),
  },
  responses: {
    200: answer(
      z.strictObject({
        claims: z.array(z.string()).readonly(),
        replaced: z.array(z.string()).readonly(),
      }),
      'What was made, and what it replaced',
    ),
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
        seen: seenSchema,
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
        first: z
          .array(
            z.strictObject({
              claim: z.string(),
              by: z.string(),
              at: z.string(),
              reason: z.string().nullable(),
            }),
          )
          .readonly()
          .describe('Who had decided so on those before'),
      }),
      'What was decided',
    ),
    ...FAULTS,
  },
});
