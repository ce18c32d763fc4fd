/** The one shape in which the desk answers that something could not be done, and the answers every route may give. */
import * as z from 'zod';

export const faultSchema = z
  .object({
    error: z.object({
      code: z.string().describe('One of the codes in docs/guide/errors.md'),
      message: z.string().describe('What is wrong and what to do, for a person'),
      subject: z.string().nullable().describe('An id or a file name; never quoted testimony'),
      faults: z.array(z.object({ path: z.string(), message: z.string() })).readonly(),
    }),
  })
  .describe('Why it could not be done');

/** What went wrong, as the desk answers it. */
export type FaultAnswer = z.infer<typeof faultSchema>;

const fault = (description: string) => ({
  description,
  content: { 'application/json': { schema: faultSchema } },
});

/** Answers that any route may give instead of what was asked for. */
export const FAULTS = {
  400: fault('The question is not one that can be asked'),
  401: fault('No session: open the address that the terminal shows'),
  403: fault('Not from this page, or the vault can only be read'),
  404: fault('The record does not hold this'),
  409: fault('Somebody else is writing, or the record has changed'),
  413: fault('Too much at once'),
  500: fault('Something went wrong that onrecord did not expect'),
  503: fault('What the desk needs for this does not answer: the database, or the organisation’s sign-in'),
} as const;

/**
 * A successful answer in JSON.
 *
 * @example
 * const responses = { 200: answer(claimListSchema, 'Claims'), ...FAULTS };
 */
export function answer<S extends z.ZodType>(schema: S, description: string) {
  return { description, content: { 'application/json': { schema } } };
}

/**
 * A body in JSON that must be given.
 *
 * @example
 * const request = { body: given(decisionSchema) };
 */
export function given<S extends z.ZodType>(schema: S) {
  return { required: true, content: { 'application/json': { schema } } };
}
