/** Routes that find words: in texts, in the exact words of claims, and in the names of things. */
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { ACTOR_KINDS } from '../../desk/vocabulary.ts';
import {
  claimStatusSchema,
  measureSchema,
  propositionKindSchema,
  sourceNoteSchema,
  stanceSchema,
} from './claim-shapes.ts';
import { answer, FAULTS } from './fault.ts';
import { pagingSchema, uncountedFields } from './paging.ts';

const wordsQuery = pagingSchema.extend({
  q: z
    .string()
    .max(500)
    .describe('Words that must all stand there; "quoted" one after the other; a star: begins with'),
});
const markedSchema = z.string().describe('The hits between ⟦ and ⟧');

export const searchTexts = createRoute({
  method: 'get',
  path: '/api/search',
  summary: 'Find words in all texts',
  request: { query: wordsQuery },
  responses: {
    200: answer(
      z.strictObject({
        hits: z
          .array(
            z.strictObject({
              source: z.string(),
              capture: z.string(),
              title: z.string().nullable(),
              snippet: z.string().describe('Words around the hit; the hits between ⟦ and ⟧'),
              publisher: z.string().nullable(),
              publishedAt: z.string().nullable(),
            }),
          )
          .readonly(),
        whole: z
          .boolean()
          .describe('False: the words stand together in so many texts that the latest alone were weighed'),
        ...uncountedFields,
      }),
      'Hits, best first',
    ),
    ...FAULTS,
  },
});

export const searchClaims = createRoute({
  method: 'get',
  path: '/api/search/claims',
  summary: 'Find words in the exact words of claims',
  request: { query: wordsQuery },
  responses: {
    200: answer(
      z.strictObject({
        claims: z
          .array(
            z.strictObject({
              id: z.string(),
              status: claimStatusSchema,
              stance: stanceSchema,
              speaker: z.string(),
              marked: markedSchema,
              proposition: z.strictObject({ id: z.string(), text: z.string() }),
              source: sourceNoteSchema,
            }),
          )
          .readonly(),
        texts: z.number().describe('Texts that were looked in'),
        more: z.boolean().describe('Whether others may fit too'),
        ...uncountedFields,
      }),
      'Claims, from the best text on',
    ),
    ...FAULTS,
  },
});

export const searchNames = createRoute({
  method: 'get',
  path: '/api/search/names',
  summary: 'Find words in propositions, in names of actors, and in names on lists of people',
  request: { query: wordsQuery },
  responses: {
    200: answer(
      z.strictObject({
        propositions: z
          .array(
            z.strictObject({
              id: z.string(),
              marked: markedSchema,
              kind: propositionKindSchema,
              measure: measureSchema.nullable(),
              claims: z.number(),
            }),
          )
          .readonly(),
        actors: z
          .array(z.strictObject({ id: z.string(), kind: z.enum(ACTOR_KINDS), marked: markedSchema }))
          .readonly(),
        people: z
          .array(
            z.strictObject({
              id: z.string(),
              marked: markedSchema,
              list: z.string(),
              row: z.number().describe('1-based'),
              gone: z.boolean().describe('The newest file of the list no longer has it'),
            }),
          )
          .readonly(),
        fitting: z.strictObject({ propositions: z.number(), actors: z.number(), people: z.number() }),
        next: uncountedFields.next,
      }),
      'Names',
    ),
    ...FAULTS,
  },
});
