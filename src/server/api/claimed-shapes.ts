/** A proposition as it stands in the list of a place or an incident. */
import * as z from 'zod';
import { measureSchema } from './claim-shapes.ts';
import { intervalSchema, positionSchema, propositionSchema, standingSchema } from './figure-shapes.ts';

const bound = z.number().nullable();

export const claimedFigureSchema = z.strictObject({
  proposition: propositionSchema,
  measure: measureSchema.nullable(),
  claims: z.number(),
  unreviewed: z.number().describe('Of these claims'),
  range: z
    .strictObject({ low: bound, best: bound, high: bound, openFrom: bound })
    .nullable()
    .describe('Null: it is no count'),
  origins: intervalSchema,
  denials: intervalSchema.nullable().describe('Origins of those who deny it; null: nobody does'),
  standing: standingSchema,
  positions: z.array(positionSchema).readonly(),
});

export const historySchema = z
  .array(
    z.strictObject({
      seq: z.number().describe('Of the log entry'),
      at: z.string(),
      by: z.string(),
      reason: z.string(),
      withdrawn: z.boolean(),
    }),
  )
  .readonly();

export const namedPlaceSchema = z.strictObject({ key: z.string(), name: z.string() });

export const reasonSchema = z.string().describe('Stands in the log; must say something');

/** A day in a question; '' asks nothing. */
export const daySchema = z
  .string()
  .regex(/^(?:\d{4}-\d\d-\d\d)?$/u, 'must be a day such as 2031-05-18')
  .transform((day) => (day === '' ? undefined : day))
  .optional();
