/** Routes over propositions: finding them, what may be one, joining and splitting. */
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { claimSchema, measureSchema, propositionKindSchema } from './claim-shapes.ts';
import { reasonSchema } from './claimed-shapes.ts';
import { answer, FAULTS, given } from './fault.ts';
import { propositionSchema } from './figure-shapes.ts';
import { pageFields, pagingSchema } from './paging.ts';

const foundSchema = z.strictObject({
  id: z.string(),
  text: z.string(),
  kind: propositionKindSchema,
  measure: measureSchema.nullable(),
  claims: z.number().describe('Accepted or waiting'),
});

export const findPropositions = createRoute({
  method: 'get',
  path: '/api/propositions',
  summary: 'Propositions by words of their text, the most spoken-of first',
  request: { query: pagingSchema.extend({ q: z.string().default('') }) },
  responses: {
    200: answer(
      z.strictObject({ propositions: z.array(foundSchema).readonly(), ...pageFields }),
      'Propositions',
    ),
    ...FAULTS,
  },
});

const wordingSchema = z.strictObject({ text: z.string(), lang: z.string().describe('BCP 47') });

const earlierSchema = wordingSchema.extend({
  seq: z.number().describe('Of the log entry that replaced it'),
  until: z.string(),
  by: z.string(),
  reason: z.string(),
});

export const readProposition = createRoute({
  method: 'get',
  path: '/api/propositions/{id}',
  summary: 'One proposition, with its earlier wordings and what people did to its grouping',
  request: { params: z.object({ id: z.string() }) },
  responses: {
    200: answer(
      z.strictObject({
        proposition: propositionSchema,
        earlier: z
          .array(earlierSchema)
          .readonly()
          .describe('Wordings before the present one, the latest first'),
        history: z
          .array(
            z.strictObject({
              seq: z.number().describe('Of the log entry'),
              at: z.string(),
              by: z.string(),
              claims: z.number().describe('Put to it'),
              made: z.boolean().describe('Whether it was made by splitting claims off'),
              reason: z.string(),
            }),
          )
          .readonly(),
      }),
      'A proposition',
    ),
    ...FAULTS,
  },
});

export const suggestJoins = createRoute({
  method: 'get',
  path: '/api/alike',
  summary: 'Propositions that may be one, with why; a person joins them, or not',
  request: { query: pagingSchema.extend({ proposition: z.string().optional() }) },
  responses: {
    200: answer(
      z.strictObject({
        pairs: z
          .array(
            z.strictObject({
              into: foundSchema.describe('The one with more claims'),
              from: foundSchema,
              because: z.string(),
              score: z.number().describe('0 to 1: an order, no probability'),
            }),
          )
          .readonly(),
        ...pageFields,
        notCompared: z.number().describe('Propositions left out because there are too many'),
      }),
      'Pairs, best first',
    ),
    ...FAULTS,
  },
});

export const suggestGroups = createRoute({
  method: 'get',
  path: '/api/alike/groups',
  summary: 'Propositions that may be one, all that hang together in one group, with the words of each',
  request: { query: pagingSchema },
  responses: {
    200: answer(
      z.strictObject({
        groups: z
          .array(
            z.strictObject({
              members: z
                .array(
                  foundSchema.extend({
                    lang: z.string().describe('BCP 47'),
                    said: claimSchema.nullable().describe('A claim on it; null: none is accepted or waits'),
                  }),
                )
                .readonly()
                .describe('The most spoken-of first'),
              more: z.number().describe('Members that are not told'),
              because: z.array(z.string()).readonly().describe('Why, each reason once'),
            }),
          )
          .readonly(),
        ...pageFields,
        notCompared: z.number().describe('Propositions left out because there are too many'),
      }),
      'Groups, the largest first',
    ),
    ...FAULTS,
  },
});

const regrouped = answer(
  z.strictObject({
    claims: z.array(z.string()).readonly(),
    to: z.array(z.string()).readonly().describe('Where they are now'),
  }),
  'What was moved',
);

export const joinPropositions = createRoute({
  method: 'post',
  path: '/api/propositions/joins',
  summary: 'Put all claims of some propositions to another one',
  request: {
    body: given(
      z.strictObject({
        from: z.array(z.string()).min(1).max(500).readonly(),
        into: z.string(),
        reason: reasonSchema,
      }),
    ),
  },
  responses: { 200: regrouped, ...FAULTS },
});

export const splitClaims = createRoute({
  method: 'post',
  path: '/api/propositions/splits',
  summary: 'Put some claims of a proposition to a new one with its own wording',
  request: {
    body: given(
      z.strictObject({
        claims: z.array(z.string()).min(1).max(500),
        text: z.string().min(1).describe('Neutral: no speaker, no cue, no number'),
        reason: reasonSchema,
      }),
    ),
  },
  responses: { 200: regrouped, ...FAULTS },
});

export const undoRegroup = createRoute({
  method: 'post',
  path: '/api/propositions/undos',
  summary: 'Take back the last joining or splitting into a proposition',
  request: { body: given(z.strictObject({ proposition: z.string(), reason: reasonSchema })) },
  responses: { 200: regrouped, ...FAULTS },
});

export const rewordProposition = createRoute({
  method: 'post',
  path: '/api/propositions/wordings',
  summary: 'Word a proposition anew; the words before stay in its history',
  request: {
    body: given(
      z.strictObject({
        proposition: z.string(),
        text: z.string().min(1).describe('Neutral: no speaker, no cue, no number'),
        lang: z.string().nullable().describe('BCP 47; null: that of the words before'),
        reason: reasonSchema,
        seen: z
          .string()
          .optional()
          .describe('The words that were looked at: where others stand by then, nothing is stored'),
      }),
    ),
  },
  responses: {
    200: answer(
      z.strictObject({
        proposition: z.string(),
        before: wordingSchema,
        after: wordingSchema,
        cue: z.string().nullable().describe('A word of it that attributes; null: none that is known'),
      }),
      'The words before and after',
    ),
    ...FAULTS,
  },
});

const decisionFields = { at: z.string(), by: z.string(), reason: z.string() };

export const listHeldApart = createRoute({
  method: 'get',
  path: '/api/apart',
  summary: 'Pairs of propositions that persons hold apart, the latest first',
  request: { query: pagingSchema.extend({ proposition: z.string().optional() }) },
  responses: {
    200: answer(
      z.strictObject({
        pairs: z
          .array(
            z.strictObject({
              ...decisionFields,
              sides: z.array(z.strictObject({ id: z.string(), text: z.string() })).readonly(),
            }),
          )
          .readonly(),
        ...pageFields,
      }),
      'Pairs',
    ),
    ...FAULTS,
  },
});

export const holdApart = createRoute({
  method: 'post',
  path: '/api/apart',
  summary: 'Hold two propositions apart: they are suggested as one no more; or take that back',
  request: {
    body: given(
      z.strictObject({
        pair: z.tuple([z.string(), z.string()]).readonly(),
        apart: z.boolean(),
        reason: z.string().nullable().describe('Must be given when they are held apart'),
      }),
    ),
  },
  responses: {
    200: answer(
      z.strictObject({ ...decisionFields, pair: z.tuple([z.string(), z.string()]).readonly() }),
      'The pair, in the order of their ids',
    ),
    ...FAULTS,
  },
});
