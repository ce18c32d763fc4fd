/** Routes over what was said: by whom, on which day, and who was asked without an answer on record. */
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { ACTOR_KINDS, STANCES } from '../../desk/vocabulary.ts';
import { claimSchema, edtfSchema, measureSchema, stanceSchema } from './claim-shapes.ts';
import { answer, FAULTS } from './fault.ts';
import { includeProposedSchema, pageFields, pagingSchema } from './paging.ts';

const saidSchema = z.partialRecord(z.enum(STANCES), z.number()).describe('Claims by stance');

export const listAsked = createRoute({
  method: 'get',
  path: '/api/responses/asked',
  summary: 'Who was asked for what, and since when no answer is on record',
  request: { query: pagingSchema.extend({ includeProposed: includeProposedSchema }) },
  responses: {
    200: answer(
      z.strictObject({
        asked: z
          .array(
            z.strictObject({
              byName: z.string(),
              measure: measureSchema,
              askedOn: z.string().nullable(),
              claims: z.array(claimSchema).readonly(),
              daysWithout: z.number().nullable(),
            }),
          )
          .readonly(),
        ...pageFields,
      }),
      'Requests',
    ),
    ...FAULTS,
  },
});

export const listActors = createRoute({
  method: 'get',
  path: '/api/actors',
  summary: 'People and bodies with what each said, those who said most first',
  request: {
    query: pagingSchema.extend({
      q: z.string().max(200).default('').describe('Part of a name'),
      id: z.string().optional().describe('This one alone'),
      kind: z.enum(ACTOR_KINDS).optional(),
      includeProposed: includeProposedSchema,
    }),
  },
  responses: {
    200: answer(
      z.strictObject({
        actors: z
          .array(
            z.strictObject({
              id: z.string(),
              name: z.string(),
              kind: z.enum(ACTOR_KINDS),
              alsoNamed: z.array(z.string()).readonly(),
              said: saidSchema,
              claims: z.number(),
              passedOn: z.number(),
              first: edtfSchema.nullable(),
              last: edtfSchema.nullable(),
            }),
          )
          .readonly(),
        ...pageFields,
      }),
      'Actors',
    ),
    ...FAULTS,
  },
});

export const readTimeline = createRoute({
  method: 'get',
  path: '/api/timeline',
  summary: 'What was said, day by day; with a day, its claims',
  request: {
    query: pagingSchema.extend({
      stance: stanceSchema.optional(),
      measure: measureSchema.optional(),
      day: z.string().max(10).optional().describe('A day as the answer tells it'),
      includeProposed: includeProposedSchema,
    }),
  },
  responses: {
    200: answer(
      z.strictObject({
        days: z
          .array(z.strictObject({ day: z.string(), said: saidSchema, count: z.number() }))
          .readonly()
          .describe('Oldest first'),
        undated: z.number(),
        claims: z.array(claimSchema).readonly().describe('Of the day that was asked for'),
        ...pageFields,
      }),
      'Days',
    ),
    ...FAULTS,
  },
});
