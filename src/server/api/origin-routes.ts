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

const edgeSchema = z.strictObject({
  from: z.string(),
  to: z.string(),
  fromName: z.string(),
  toName: z.string(),
  type: z.enum(LINK_TYPES),
  certainty: z.enum(['certain', 'possible']),
  link: z.string().nullable().describe('What can be decided on; null: it follows from the claims'),
  status: z.enum(LINK_STATUSES).nullable(),
  because: z.string().nullable(),
  reviews: z
    .array(z.object({ decision: z.string(), by: z.string(), at: z.string(), reason: z.string().nullable() }))
    .readonly(),
  evidence: z
    .array(
      z.object({
        source: z.string(),
        claim: z.string().nullable(),
        side: z.enum(['from', 'to']),
        capture: z.string(),
        start: z.number(),
        end: z.number(),
        exact: z.string(),
        prefix: z.string(),
        suffix: z.string(),
      }),
    )
    .readonly(),
});

const place = z.number().int().describe('Place in `boxes`');

export const readOriginEdges = createRoute({
  method: 'get',
  path: '/api/propositions/{id}/origins/edges',
  summary: 'The graph behind one figure laid out, each line with the words it rests on',
  request: {
    params: z.object({ id: z.string() }),
    query: z.object({ includeProposed: includeProposedSchema }),
  },
  responses: {
    200: answer(
      z.strictObject({
        proposition: z.string(),
        picture: z.strictObject({
          width: z.number(),
          height: z.number(),
          boxWidth: z.number(),
          boxHeight: z.number(),
          boxes: z
            .array(
              z.strictObject({
                x: z.number(),
                y: z.number(),
                id: z.string().nullable().describe('The node; null: a fold'),
                name: z.string(),
                kind: z.string().nullable(),
                day: z.string().nullable(),
                held: z.boolean(),
                origin: z.string().nullable(),
                hidden: z.number(),
                source: z.string().nullable(),
              }),
            )
            .readonly(),
          lines: z
            .array(
              z.strictObject({
                from: place,
                to: place,
                beside: z.boolean(),
                edge: z.number().int().nullable().describe('Place in `edges`; null: into a fold'),
              }),
            )
            .readonly(),
          voices: z.array(z.tuple([place, place]).readonly()).readonly(),
          treesLeft: z.number(),
          linksLeft: z.number(),
        }),
        edges: z.array(edgeSchema).readonly(),
        cut: z.array(edgeSchema).readonly(),
      }),
      'The graph',
    ),
    ...FAULTS,
  },
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
        seen: z
          .enum(LINK_STATUSES)
          .optional()
          .describe(
            'How they stood when they were looked at: where one stands otherwise by then, nothing is stored',
          ),
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
