/** Routes over tolls: counts in a scope, one count with its claims, totals, and the estimates that stand beside. */
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { TIME_AXES, VAGUE_PRESETS } from '../../desk/vocabulary.ts';
import { edtfSchema, measureSchema, stanceSchema } from './claim-shapes.ts';
import { answer, FAULTS } from './fault.ts';
import { propositionSchema, tollSchema } from './figure-shapes.ts';
import { includeProposedSchema, pageFields, pagingSchema } from './paging.ts';

const nullableNumber = z.number().nullable();
const boundsShape = { low: nullableNumber, best: nullableNumber, high: nullableNumber };
const boundsSchema = z.object(boundsShape);
const axisSchema = z
  .enum(TIME_AXES)
  .describe('known: as it became known; event: as it is known now to have happened by each day');
const netSchema = z
  .object({ named: z.array(z.string()).readonly(), low: nullableNumber, high: nullableNumber })
  .nullable()
  .describe('Those counted who are not named one by one; null: nobody is');
const readSchema = z
  .array(z.object({ claim: z.string(), wording: z.string(), bounds: boundsSchema }))
  .readonly()
  .describe('Vague words that a preset gave bounds');
const leftOutSchema = z
  .array(z.strictObject({ proposition: z.string(), reason: z.string() }))
  .readonly()
  .describe('Counts outside what was asked for, and why');
const openFromSchema = nullableNumber.describe(
  'With no high: the largest number put forward as "at least"; null: there is none, or the figure has a high',
);
const nullableText = z.string().nullable();
const scopeSchema = z
  .strictObject({
    place: nullableText,
    by: nullableText,
    group: nullableText,
    from: nullableText,
    until: nullableText,
  })
  .describe('What was asked for; null: anything');
const presetSchema = z.string().nullable().describe('Name and version; null: vague words set no bound');

const reckonedWith = {
  includeProposed: includeProposedSchema,
  asOf: z.iso.date().optional().describe('What was known on this day'),
  preset: z.enum(VAGUE_PRESETS).optional(),
};
const scopeQuery = z.object({
  ...reckonedWith,
  measure: measureSchema.optional(),
  place: z.string().optional(),
  by: z.string().optional().describe('Alleged perpetrator'),
  group: z.string().optional().describe('Words for the people, as sources use them'),
  from: z.iso.date().optional().describe('First day of the event'),
  until: z.iso.date().optional().describe('Last day of the event'),
  incident: z.string().optional().describe('Counts that a person put to this incident'),
});

export const listTolls = createRoute({
  method: 'get',
  path: '/api/tolls',
  summary: 'Low, best and high of every count in a scope, those on most figures first',
  request: { query: scopeQuery.extend({ ...pagingSchema.shape, proposition: z.string().optional() }) },
  responses: {
    200: answer(
      z.strictObject({
        tolls: z
          .array(
            z.strictObject({
              proposition: propositionSchema,
              toll: tollSchema,
              openFrom: openFromSchema,
              net: netSchema,
              read: readSchema,
            }),
          )
          .readonly(),
        ...pageFields,
        waiting: z.number(),
        includeProposed: z.boolean(),
        outside: leftOutSchema,
        scope: scopeSchema,
        preset: presetSchema,
      }),
      'Tolls',
    ),
    ...FAULTS,
  },
});

const claimInToll = z
  .strictObject({
    id: z.string(),
    stance: stanceSchema,
    day: z.string().nullable().describe('ISO day on the axis; null: it stands on none'),
    value: nullableNumber,
    who: z.string(),
    unreviewed: z.boolean(),
    used: z.boolean(),
    part: z.enum(['used', 'left-out', 'beside']),
    reason: z.string().nullable(),
    saidAt: edtfSchema.nullable(),
    words: z.string(),
    source: z.string(),
    outlet: z.string().nullable(),
  })
  .describe('A claim and what it is to the toll');

export const readToll = createRoute({
  method: 'get',
  path: '/api/tolls/{id}',
  summary: 'One count with every claim behind its toll',
  request: {
    params: z.object({ id: z.string() }),
    query: z.object({ ...reckonedWith, axis: axisSchema.default('known') }),
  },
  responses: {
    200: answer(
      z.strictObject({
        proposition: propositionSchema,
        toll: tollSchema,
        openFrom: openFromSchema,
        net: netSchema,
        read: readSchema,
        axis: axisSchema,
        claims: z.array(claimInToll).readonly(),
        notShown: z.number(),
        preset: presetSchema,
      }),
      'The toll',
    ),
    ...FAULTS,
  },
});

export const readTotals = createRoute({
  method: 'get',
  path: '/api/totals',
  summary: 'Counts of a scope added up, each measure by itself; nobody twice in the low',
  request: { query: scopeQuery.extend({ axis: axisSchema.default('known') }) },
  responses: {
    200: answer(
      z.strictObject({
        totals: z
          .array(
            z.strictObject({
              measure: measureSchema,
              rule: z.string(),
              ...boundsShape,
              openFrom: z.number().describe('Where a total without an upper bound starts to be open'),
              sums: boundsSchema.describe('Added as they stand, as if nobody were counted twice'),
              exactLow: z.boolean(),
              mayOverlap: z.number().describe('Pairs of counts that may count the same people'),
              parts: z
                .array(
                  z.strictObject({
                    proposition: z.string(),
                    text: z.string(),
                    bounds: boundsSchema,
                    inLow: z.boolean(),
                    surelyInside: z.boolean(),
                    share: nullableNumber.describe('Of the high, 0 to 1'),
                    large: z.boolean().describe('Supplies more than a quarter of the high'),
                  }),
                )
                .readonly(),
              leftOut: leftOutSchema,
              simulated: z
                .object({
                  low: z.number(),
                  middle: z.number(),
                  high: z.number(),
                  openAbove: z.boolean(),
                  draws: z.number(),
                  seed: z.number(),
                })
                .nullable(),
              steps: z.array(z.object({ day: z.string(), ...boundsShape, changedBy: z.string() })).readonly(),
              net: netSchema,
            }),
          )
          .readonly(),
        outside: leftOutSchema,
        waiting: z.number(),
        includeProposed: z.boolean(),
        preset: presetSchema,
      }),
      'Totals',
    ),
    ...FAULTS,
  },
});

const methodSchema = z.union([
  z.strictObject({
    method: z.string(),
    people: z.number(),
    low: z.number(),
    high: z.number(),
    floor: z.boolean().describe('The figure is an "at least"'),
  }),
  z.strictObject({ method: z.string(), refused: z.array(z.string()).readonly() }),
]);

export const listEstimates = createRoute({
  method: 'get',
  path: '/api/estimates',
  summary: 'Estimates of the undocumented that were put on record: statistics, added to no toll',
  request: { query: pagingSchema },
  responses: {
    200: answer(
      z.strictObject({
        estimates: z
          .array(
            z.strictObject({
              about: z.string(),
              recorded: z.number(),
              lists: z.array(z.string()).readonly(),
              methods: z.array(methodSchema).readonly(),
              tableSha256: z.string(),
              documentSha256: z.string(),
              program: z.string(),
              entry: z.number(),
              at: z.string(),
              by: z.string(),
              replaced: z.boolean(),
            }),
          )
          .readonly(),
        ...pageFields,
      }),
      'Estimates',
    ),
    ...FAULTS,
  },
});
