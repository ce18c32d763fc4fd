/** Routes over what is reckoned: positions, answers of states. */
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { ANSWERS, STANDING_FLAGS, STANDINGS } from '../../desk/vocabulary.ts';
import { claimSchema, edtfSchema, measureSchema } from './claim-shapes.ts';
import { answer, FAULTS } from './fault.ts';
import {
  intervalSchema,
  positionSchema,
  propositionSchema,
  standingSchema,
  voiceSchema,
} from './figure-shapes.ts';
import { includeProposedSchema, pageFields, pagingSchema } from './paging.ts';

const reckonQuery = pagingSchema.extend({
  includeProposed: includeProposedSchema,
  proposition: z.string().optional(),
  measure: measureSchema.optional(),
});

export const listPositions = createRoute({
  method: 'get',
  path: '/api/positions',
  summary: 'Propositions with who alleges and who denies, the most spoken-of first',
  request: {
    query: reckonQuery.extend({
      q: z.string().optional().describe('Words of its text'),
      standing: z
        .enum([...STANDINGS, ...STANDING_FLAGS])
        .optional()
        .describe('Standing so, or with this beside its standing; looked for among some at a time'),
    }),
  },
  responses: {
    200: answer(
      z.strictObject({
        propositions: z
          .array(
            z.strictObject({
              proposition: propositionSchema,
              measure: measureSchema.nullable(),
              positions: z.array(positionSchema).readonly(),
              origins: intervalSchema,
              standing: standingSchema,
              unreviewed: z.number(),
            }),
          )
          .readonly(),
        ...pageFields,
        waiting: z.number(),
        looked: z.number().optional().describe('Of those that fit, looked at for their standing'),
        includeProposed: z.boolean(),
      }),
      'Propositions',
    ),
    ...FAULTS,
  },
});

const countSchema = z
  .object({ low: z.number().nullable(), best: z.number().nullable(), high: z.number().nullable() })
  .nullable()
  .describe('Persons');

const stepSchema = z.object({
  day: edtfSchema.nullable(),
  answer: z.enum(ANSWERS),
  statedBy: z.enum(['itself', 'others']),
  count: countSchema,
  reason: z.object({ exact: z.string() }).nullable(),
  saidBy: z.array(z.string()).readonly(),
  claims: z.array(z.string()).readonly(),
  deniedBy: z.array(z.string()).readonly(),
});

const stateSchema = z.object({
  by: z.string().nullable(),
  byName: z.string(),
  claims: z.record(z.enum(ANSWERS), z.number()).describe('Claims by answer'),
  measures: z
    .array(
      z.object({
        measure: measureSchema,
        steps: z.array(stepSchema).readonly().describe('Oldest first, unknown days last'),
        latest: z.array(stepSchema).readonly(),
        asked: z
          .object({
            on: z.string().nullable(),
            claims: z.array(z.string()).readonly(),
            daysWithout: z.number().nullable(),
          })
          .nullable(),
      }),
    )
    .readonly(),
});

export const listResponses = createRoute({
  method: 'get',
  path: '/api/responses',
  summary: 'What states and institutions answered',
  request: {
    query: pagingSchema.extend({ includeProposed: includeProposedSchema, measure: measureSchema.optional() }),
  },
  responses: {
    200: answer(
      z.strictObject({
        responses: z
          .array(
            z.object({
              by: z.string().nullable(),
              byName: z.string(),
              measure: measureSchema,
              answer: z.enum(ANSWERS),
              reason: z.string().nullable(),
              reportedAt: edtfSchema.nullable(),
              statedBy: z.enum(['itself', 'others']),
              saidBy: z.array(voiceSchema).readonly(),
              claims: z.array(claimSchema).readonly(),
            }),
          )
          .readonly(),
        states: z
          .object({
            asOf: z.string().describe('Day up to which requests are counted as waiting'),
            list: z.array(stateSchema).readonly(),
          })
          .describe('Every responder with its answers over time'),
        ...pageFields,
        waiting: z.number(),
        includeProposed: z.boolean(),
      }),
      'Answers',
    ),
    ...FAULTS,
  },
});
