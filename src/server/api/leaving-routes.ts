/** Routes over what leaves the vault: the handling of sources, who is named in what is published, redacted copies. */
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { HANDLINGS, REDACTION_REASONS } from '../../desk/vocabulary.ts';
import { answer, FAULTS, given } from './fault.ts';
import { pageFields, pagingSchema } from './paging.ts';

const ofSource = z.object({ id: z.string() });
const reason = z.string().max(2_000).describe('Why; it stands in the log');

export const readHandling = createRoute({
  method: 'get',
  path: '/api/sources/{id}/handlings',
  summary: 'What of a source leaves the vault, and who decided that, when and why',
  request: { params: ofSource },
  responses: {
    200: answer(
      z.strictObject({
        handling: z.enum(HANDLINGS),
        leaves: z.array(z.string()).readonly().describe('Its parts'),
        decisions: z
          .array(
            z.strictObject({
              at: z.string(),
              by: z.string(),
              handling: z.enum(HANDLINGS),
              reason: z.string().nullable().describe('Null: how it came in'),
            }),
          )
          .readonly()
          .describe('The latest first'),
      }),
      'Handling',
    ),
    ...FAULTS,
  },
});

export const changeHandling = createRoute({
  method: 'post',
  path: '/api/sources/{id}/handlings',
  summary: 'Decide what of a source may leave the vault',
  request: { params: ofSource, body: given(z.strictObject({ handling: z.enum(HANDLINGS), reason })) },
  responses: {
    200: answer(z.strictObject({ id: z.string(), handling: z.enum(HANDLINGS) }), 'Done'),
    ...FAULTS,
  },
});

export const listPersons = createRoute({
  method: 'get',
  path: '/api/persons',
  summary:
    'Everybody who is a person by name in the record, with the pseudonym under which publications show them',
  request: {
    query: pagingSchema.extend({
      q: z.string().max(200).default('').describe('Part of a name or pseudonym'),
      shown: z.enum(['all', 'covered', 'named']).default('all'),
    }),
  },
  responses: {
    200: answer(
      z.strictObject({
        persons: z
          .array(
            z.strictObject({
              name: z.string(),
              alsoWritten: z.array(z.string()).readonly(),
              pseudonym: z.string().nullable().describe('Null: nothing was published yet, none is fixed'),
              cleared: z.boolean().describe('Is named in what is published'),
            }),
          )
          .readonly(),
        named: z.number().int().describe('Persons who are cleared, of all'),
        ...pageFields,
      }),
      'Persons',
    ),
    ...FAULTS,
  },
});

export const decideClearance = createRoute({
  method: 'post',
  path: '/api/persons/clearances',
  summary: 'Decide that a person may be named in what is published, or no longer',
  request: {
    body: given(z.strictObject({ person: z.string().min(1).max(300), cleared: z.boolean(), reason })),
  },
  responses: {
    200: answer(
      z.strictObject({ name: z.string(), pseudonym: z.string(), cleared: z.boolean() }),
      'The decision',
    ),
    ...FAULTS,
  },
});

export const redactPassages = createRoute({
  method: 'post',
  path: '/api/sources/{id}/redactions',
  summary: 'Take stretches out of the text of a source into a new copy; the original stays',
  request: {
    params: ofSource,
    body: given(
      z.strictObject({
        capture: z.string().describe('The capture whose text the passages count in: the original'),
        passages: z
          .array(z.strictObject({ start: z.number().int().min(0), end: z.number().int().min(1) }))
          .min(1)
          .max(500)
          .readonly()
          .describe('Code points, 0-based, end exclusive'),
        reason: z.enum(REDACTION_REASONS).describe('A category: words that tell more would stay in the log'),
      }),
    ),
  },
  responses: {
    200: answer(
      z.strictObject({
        copies: z.array(z.string()).readonly().describe('Ids'),
        notes: z.array(z.string()).readonly(),
      }),
      'The copies',
    ),
    ...FAULTS,
  },
});
