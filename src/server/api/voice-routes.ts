/** Routes over the voices behind a proposition: who they are, and what persons found about them. */
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { reasonSchema } from './claimed-shapes.ts';
import { answer, FAULTS, given } from './fault.ts';
import { includeProposedSchema } from './paging.ts';

const namedSchema = z.strictObject({
  id: z.string().describe('An actor, a source, a claim (its unnamed speaker) or a link (the text it cites)'),
  name: z.string(),
});

export const listVoices = createRoute({
  method: 'get',
  path: '/api/propositions/{id}/voices',
  summary: 'The voices behind a proposition, and findings that voices are one or two',
  request: {
    params: z.object({ id: z.string() }),
    query: z.object({ includeProposed: includeProposedSchema }),
  },
  responses: {
    200: answer(
      z.strictObject({
        voices: z
          .array(
            namedSchema.extend({
              kind: z.enum(['report', 'actor', 'anonymous', 'document']),
              origin: z.boolean().describe('Whether knowledge may start there'),
              held: z.boolean().describe('False: cited, and to be obtained'),
            }),
          )
          .readonly(),
        findings: z
          .array(
            z.strictObject({
              id: z.string(),
              relation: z.enum(['same', 'distinct']),
              a: namedSchema,
              b: namedSchema,
              proposition: z.string().nullable().describe('For which it holds; null: for all'),
              reason: z.string(),
              by: z.string(),
              at: z.string(),
              undone: z.strictObject({ by: z.string(), at: z.string(), reason: z.string() }).nullable(),
            }),
          )
          .readonly(),
      }),
      'Voices',
    ),
    ...FAULTS,
  },
});

export const judgeVoices = createRoute({
  method: 'post',
  path: '/api/voices/findings',
  summary: 'Find that voices are one, or that two are two',
  request: {
    body: given(
      z.strictObject({
        relation: z.enum(['same', 'distinct']),
        voices: z.array(z.string()).min(2).max(50).readonly(),
        proposition: z.string().nullable(),
        reason: reasonSchema,
      }),
    ),
  },
  responses: {
    200: answer(z.strictObject({ findings: z.array(z.string()).readonly() }), 'Ids of the findings'),
    ...FAULTS,
  },
});

export const undoFinding = createRoute({
  method: 'post',
  path: '/api/voices/findings/{id}/undo',
  summary: 'Take a finding about voices back',
  request: { params: z.object({ id: z.string() }), body: given(z.strictObject({ reason: reasonSchema })) },
  responses: { 200: answer(z.strictObject({ finding: z.string() }), 'What was taken back'), ...FAULTS },
});
