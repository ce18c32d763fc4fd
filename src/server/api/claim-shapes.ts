/** A claim as people and programs read it: the shape of desk/claim-view.ts. */
import * as z from 'zod';
import {
  ANONYMITIES,
  CLAIM_DECISIONS,
  CLAIM_STATUSES,
  COMPARATORS,
  COUNTING_UNITS,
  CUE_FORCES,
  MEASURES,
  PROPOSITION_KINDS,
  STANCES,
} from '../../desk/vocabulary.ts';

export const stanceSchema = z.enum(STANCES);
export const measureSchema = z.enum(MEASURES);
export const claimStatusSchema = z.enum(CLAIM_STATUSES);
export const propositionKindSchema = z.enum(PROPOSITION_KINDS);
/** EDTF level 1. */
export const edtfSchema = z.string().describe('EDTF level 1');

const nullable = z.number().nullable();

export const quantitySchema = z.strictObject({
  low: nullable,
  best: nullable,
  high: nullable,
  comparator: z.enum(COMPARATORS),
  unit: z.enum(COUNTING_UNITS),
  wording: z.string().describe("The source's own words"),
});

export const whenSchema = z.strictObject({ edtf: edtfSchema, extent: z.enum(['throughout', 'within']) });

/** Who, where, by whom, as the sources word it. */
export const scopeSchema = z.strictObject({
  group: z.string().nullable(),
  place: z.string().nullable(),
  by: z.string().nullable(),
  actor: z.string().nullable(),
});

export const passageSchema = z
  .strictObject({
    capture: z.string(),
    file: z.string().nullable(),
    start: z.number().int(),
    end: z.number().int(),
    exact: z.string(),
    prefix: z.string(),
    suffix: z.string(),
  })
  .describe('Exact words; positions are code points, 0-based, end exclusive');

const stepSchema = z.strictObject({
  speaker: z.string().nullable(),
  named: z.string(),
  cue: z.string().nullable(),
  force: z.enum(CUE_FORCES).nullable(),
  anonymity: z.enum(ANONYMITIES),
  at: z
    .strictObject({ capture: z.string(), start: z.number().int(), end: z.number().int() })
    .nullable()
    .describe('Where the mention stands; null for the outlet itself'),
});

const reviewSchema = z.strictObject({
  decision: z.enum(CLAIM_DECISIONS),
  by: z.string(),
  at: z.string(),
  reason: z.string().nullable(),
});

/** Which source a thing stands in, as lists tell it. */
export const sourceNoteSchema = z.strictObject({
  id: z.string(),
  title: z.string().nullable(),
  publisher: z.string().nullable(),
  publishedAt: edtfSchema.nullable(),
});

export const claimSchema = z
  .strictObject({
    id: z.string(),
    status: claimStatusSchema,
    stance: stanceSchema,
    proposition: z.strictObject({
      id: z.string(),
      text: z.string(),
      kind: propositionKindSchema.nullable(),
      measure: measureSchema.nullable(),
    }),
    chain: z.array(stepSchema).readonly().describe('Outermost first'),
    quantity: quantitySchema.nullable(),
    when: whenSchema.nullable(),
    where: z.string().nullable(),
    saidAt: edtfSchema.nullable(),
    passages: z.array(passageSchema).readonly(),
    source: sourceNoteSchema,
    confidence: nullable,
    reason: z.string().nullable(),
    groupedBecause: z.string().nullable(),
    reviews: z.array(reviewSchema).readonly(),
    supersedes: z.string().nullable(),
  })
  .describe('One claim');

/** One claim, as the desk answers it. */
export type ClaimShape = z.infer<typeof claimSchema>;
