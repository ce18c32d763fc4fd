/** Routes over origins: the graph behind a figure, and what a person decides on its links. */
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { LINK_DECISIONS, LINK_STATUSES, LINK_TYPES } from '../../desk/vocabulary.ts';
import { answer, FAULTS, given } from './fault.ts';
import { intervalSchema, propositionSchema, voiceSchema } from './figure-shapes.ts';
import { includeProposedSchema } from './paging.ts';

const ids = z.array(z.string()).readonly();
const voices = z.array(voiceSchema).readonly();

export const originsSchema = z
  .object({
    proposition: propositionSchema,
    atLeast: z.number(),
    atMost: z.number().nullable(),
    direct: z.number(),
    origins: z
      .array(
        z.strictObject({
          voice: voiceSchema,
          kind: z.enum(['direct', 'anonymous', 'untraced', 'circle']),
          claims: ids,
        }),
      )
      .readonly(),
    originsNotListed: z.number(),
    paths: z.array(z.strictObject({ claim: z.string(), path: voices })).readonly(),
    circles: z.array(voices).readonly(),
    toObtain: voices,
    unreviewed: z.number(),
    reports: z.number(),
    denials: intervalSchema.extend({ direct: z.number() }).nullable(),
    questions: z
      .array(
        z.object({
          ask: z.enum(['link', 'obtain', 'basis', 'same']),
          voices,
          link: z.string().nullable(),
          ifYes: intervalSchema,
          ifNo: intervalSchema,
        }),
      )
      .readonly(),
    graph: z.object({
      nodes: z
        .array(
          z.object({
            id: z.string(),
            kind: z.string(),
            name: z.string(),
            day: z.string().nullable(),
            held: z.boolean(),
            origin: z.boolean(),
          }),
        )
        .readonly(),
      links: z
        .array(
          z.object({
            from: z.string(),
            to: z.string(),
            certainty: z.enum(['certain', 'possible']),
            type: z.enum(LINK_TYPES),
            by: z.string().nullable(),
          }),
        )
        .readonly(),
    }),
    notes: z.array(z.string()).readonly(),
  })
  .describe('How many independent origins stand behind one proposition');

export const readOrigins = createRoute({
  method: 'get',
  path: '/api/propositions/{id}/origins',
  summary: 'The origins of one proposition, with the graph',
  request: {
    params: z.object({ id: z.string() }),
    query: z.object({ includeProposed: includeProposedSchema }),
  },
  responses: { 200: answer(originsSchema, 'Origins'), ...FAULTS },
});

export const decideOnLinks = createRoute({
  method: 'post',
  path: '/api/links/decisions',
  summary: 'Confirm or cut a link between reports, or take that back',
  request: {
    body: given(
      z.strictObject({
        links: z.array(z.string()).min(1).max(500),
        decision: z.enum(LINK_DECISIONS),
        reason: z.string(),
      }),
    ),
  },
  responses: {
    200: answer(
      z.strictObject({
        links: z.array(z.strictObject({ link: z.string(), status: z.enum(LINK_STATUSES) })).readonly(),
      }),
      'What was decided',
    ),
    ...FAULTS,
  },
});
