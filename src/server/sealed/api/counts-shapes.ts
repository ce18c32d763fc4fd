/** Shapes of the answers over counts from cases: a table as it would be published, and what anybody could compute from it. */
import * as z from 'zod';
import type { DisclosureRule } from '../../../desk/disclosure/check-sheets.ts';

export const countOrderSchema = z.strictObject({
  axes: z
    .array(z.enum(['state', 'kind', 'answer', 'period', 'risk']))
    .min(1)
    .max(4)
    .readonly(),
  unit: z
    .enum(['cases', 'applications'])
    .nullable()
    .describe('Null: applications where an axis speaks of them'),
  period: z.enum(['year', 'quarter', 'month']),
  groups: z
    .array(
      z.strictObject({
        whole: z.string().trim().min(1).max(300),
        parts: z.array(z.string().trim().min(1).max(300)).min(1).readonly(),
      }),
    )
    .max(40)
    .readonly(),
  threshold: z.number().int().describe('Fewer cases than this are few'),
  protection: z
    .number()
    .int()
    .nullable()
    .describe('Least width that an attacker is left with; null: as the threshold'),
  round: z.number().int().nullable().describe('Round to multiples of this instead; null: withhold'),
  zeros: z.boolean().describe('Protect cells of nobody as well'),
});

const labels = z.array(z.string()).readonly();
const rule = z.looseObject({ threshold: z.number().int() }) as unknown as z.ZodType<DisclosureRule>;

const head = {
  id: z.string(),
  at: z.string(),
  asOf: z.string().describe('Day of the count'),
  population: z.string(),
  rule,
  preparedBy: z.string(),
  signedOffBy: z.string().nullable().describe('Null: it waits for a second member'),
  signedOffAt: z.string().nullable(),
  withheld: z.number().int().describe('Cells'),
};

export const countsListSchema = z.strictObject({
  counts: z
    .array(z.strictObject({ ...head, tables: z.array(z.string()).readonly().describe('Their names') }))
    .readonly()
    .describe('The newest first'),
});

export const shownCountsSchema = z.strictObject({
  ...head,
  tables: z
    .array(
      z.strictObject({
        file: z.string().describe('Its name'),
        axes: labels,
        rows: z
          .array(z.strictObject({ labels, count: z.number().int().nullable().describe('Null: withheld') }))
          .readonly(),
      }),
    )
    .readonly(),
  typedLabels: labels.describe('Published as they were typed'),
  intervals: z
    .array(
      z.strictObject({
        file: z.string(),
        labels,
        low: z.number(),
        high: z.number().nullable().describe('Null: nothing bounds it'),
        recovered: z.boolean(),
      }),
    )
    .readonly()
    .describe('What anybody computes of the withheld cells'),
  changes: z
    .array(
      z.strictObject({
        labels,
        since: z.string(),
        low: z.number().nullable(),
        high: z.number().nullable(),
        recovered: z.boolean(),
      }),
    )
    .readonly(),
});
