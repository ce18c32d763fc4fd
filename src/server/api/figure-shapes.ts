/** What is reckoned about a proposition: positions, standing, origins, tolls. */
import * as z from 'zod';
import { ANSWERS, TOLL_RULES } from '../../desk/vocabulary.ts';
import {
  edtfSchema,
  measureSchema,
  propositionKindSchema,
  scopeSchema,
  stanceSchema,
} from './claim-shapes.ts';

const nullableText = z.string().nullable();
const nullableNumber = z.number().nullable();
const ids = z.array(z.string()).readonly();

export const propositionSchema = z
  .strictObject({
    id: z.string(),
    kind: propositionKindSchema,
    measure: measureSchema.nullable(),
    answer: z.enum(ANSWERS).nullable(),
    scope: scopeSchema,
    text: z.string(),
    lang: z.string(),
    narrowerThan: nullableText,
  })
  .describe('The neutral sentence that claims are about');

export const voiceSchema = z.strictObject({ actor: nullableText, name: z.string() });

export const positionSchema = z.strictObject({
  actor: voiceSchema,
  latest: stanceSchema,
  history: z
    .array(z.strictObject({ claim: z.string(), stance: stanceSchema, saidAt: edtfSchema.nullable() }))
    .readonly(),
  inherited: z.boolean(),
});

export const standingSchema = z.strictObject({
  word: z.string(),
  flags: z.array(z.string()).readonly(),
  because: z.string(),
  claims: ids,
});

const boundSchema = z.strictObject({ value: z.number(), setBy: z.string() }).nullable();
const bounds = { low: boundSchema, best: boundSchema, high: boundSchema };

const stepsSchema = z
  .array(
    z.object({
      day: z.string(),
      low: nullableNumber,
      best: nullableNumber,
      high: nullableNumber,
      changedBy: z.string(),
    }),
  )
  .readonly();

/** Open to what a later version adds; every figure keeps its claims. */
export const tollSchema = z
  .object({
    proposition: z.string(),
    measure: measureSchema,
    asOf: nullableText,
    ...bounds,
    rules: z.array(z.object({ rule: z.enum(TOLL_RULES), version: z.number(), ...bounds })).readonly(),
    origins: z.strictObject({ min: z.number(), max: nullableNumber }),
    used: ids,
    excluded: z.array(z.strictObject({ claim: z.string(), reason: z.string() })).readonly(),
    beside: ids,
    steps: stepsSchema.describe('As known on each day on which it changed'),
    events: z
      .object({ steps: stepsSchema, undated: ids })
      .nullable()
      .describe('Along the days of the event; null: not asked for'),
    byParty: z
      .array(
        z.object({
          bound: z.enum(['low', 'best', 'high']),
          claim: z.string(),
          party: z.enum(['accused', 'disputing']),
        }),
      )
      .readonly()
      .describe('Bounds that only a party to the matter puts forward'),
    withoutParties: z.object({ low: nullableNumber, best: nullableNumber, high: nullableNumber }).nullable(),
  })
  .describe('Low, best and high of one measure, by named rules');

export const intervalSchema = z.strictObject({ atLeast: z.number(), atMost: nullableNumber });
