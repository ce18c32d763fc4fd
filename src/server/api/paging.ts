/** How every list is cut into pages. */
import * as z from 'zod';

/** The most that one answer holds. */
export const MOST_PER_PAGE = 200;

const limit = z.coerce.number().int().min(1).max(MOST_PER_PAGE).default(50);
const GO_ON = '`next` of the answer before: the page after it';

/** Rows of one answer and where it begins. */
export const pagingSchema = z.object({
  limit,
  offset: z.coerce.number().int().min(0).default(0).describe('Rows to leave out'),
  cursor: z
    .string()
    .regex(/^\d{1,9}$/u, 'must be the `next` of an answer')
    .optional()
    .describe(`${GO_ON}; goes before \`offset\``),
});

/** The same for lists that are gone through from row to row. */
export const walkingSchema = z.object({ limit, cursor: z.string().max(64).optional().describe(GO_ON) });

const nextField = z.string().nullable().describe('What to give as `cursor` to go on; null: no more');

/** What the answer with a list says beside its rows. */
export const pageFields = { fitting: z.number().describe('Rows in all'), next: nextField };

/** The same where rows are not counted. */
export const uncountedFields = {
  fitting: z.number().nullable().describe('Rows in all; null: not counted'),
  next: nextField,
};

/** "true" and "1" count proposals that nobody reviewed. */
export const includeProposedSchema = z
  .enum(['true', 'false', '1', '0'])
  .default('false')
  .describe('Whether proposals that nobody reviewed are counted');
