/** How every list is cut into pages. */
import * as z from 'zod';

/** The most that one answer holds. */
export const MOST_PER_PAGE = 200;

/** Rows of one answer and where it begins. */
export const pagingSchema = z.object({
  limit: z.coerce.number().int().min(1).max(MOST_PER_PAGE).default(50),
  offset: z.coerce.number().int().min(0).default(0),
});

/** "true" and "1" count proposals that nobody reviewed. */
export const includeProposedSchema = z
  .enum(['true', 'false', '1', '0'])
  .default('false')
  .describe('Whether proposals that nobody reviewed are counted');
