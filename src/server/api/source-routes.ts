/** Routes over sources: the inbox, one source with its copies, and the text of a copy. */
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { HANDLINGS, SOURCE_KINDS } from '../../desk/vocabulary.ts';
import { edtfSchema } from './claim-shapes.ts';
import { answer, FAULTS, given } from './fault.ts';
import { pageFields, pagingSchema } from './paging.ts';

const captureSchema = z.strictObject({
  id: z.string(),
  capturedAt: z.string(),
  method: z.string(),
  fileName: z.string().nullable(),
  mediaType: z.string(),
  size: z.number().describe('Bytes'),
  sha256: z.string(),
  codePoints: z.number().nullable().describe('Length of its text; null: no text'),
  noTextReason: z.string().nullable(),
  copy: z.enum(['evidentiary', 'working']),
});

const sourceFields = {
  id: z.string(),
  kind: z.enum(SOURCE_KINDS),
  title: z.string().nullable(),
  publisher: z.string().nullable(),
  authors: z.array(z.string()).readonly(),
  publishedAt: edtfSchema.nullable(),
  language: z.string().nullable(),
  url: z.string().nullable(),
  handling: z.enum(HANDLINGS),
  revisionOf: z.string().nullable(),
};

const tallySchema = z
  .strictObject({ proposed: z.number(), accepted: z.number(), rejected: z.number(), superseded: z.number() })
  .describe('Claims by status');

export const SOURCE_ORDERS = ['to-read', 'newest', 'oldest', 'title'] as const;

export const listSources = createRoute({
  method: 'get',
  path: '/api/sources',
  summary: 'Sources with what waits in them',
  request: {
    query: pagingSchema.extend({
      q: z.string().default('').describe('Words of the title or of who published it'),
      order: z.enum(SOURCE_ORDERS).default('to-read'),
      waiting: z.enum(['all', 'some', 'none']).default('all').describe('Whether proposals wait in it'),
    }),
  },
  responses: {
    200: answer(
      z.strictObject({
        sources: z.array(z.strictObject({ ...sourceFields, claims: tallySchema })).readonly(),
        ...pageFields,
        waitingIn: z.number().describe('Sources in which proposals wait'),
      }),
      'Sources',
    ),
    ...FAULTS,
  },
});

export const readSource = createRoute({
  method: 'get',
  path: '/api/sources/{id}',
  summary: 'One source and its captures',
  request: { params: z.object({ id: z.string() }) },
  responses: {
    200: answer(
      z.strictObject({ ...sourceFields, claims: tallySchema, captures: z.array(captureSchema).readonly() }),
      'The source',
    ),
    ...FAULTS,
  },
});

export const readText = createRoute({
  method: 'get',
  path: '/api/captures/{id}/text',
  summary: 'The text that passages count in',
  request: { params: z.object({ id: z.string() }) },
  responses: {
    200: answer(
      z.strictObject({
        capture: z.string(),
        source: z.string(),
        sha256: z.string(),
        normaliser: z.string(),
        text: z.string(),
      }),
      'The text',
    ),
    ...FAULTS,
  },
});

export const showOriginal = createRoute({
  method: 'get',
  path: '/api/captures/{id}/original',
  summary: 'A capture as it came in, as a page without scripts and network, for a frame without origin',
  request: {
    params: z.object({ id: z.string() }),
    query: z.object({
      pictures: z.enum(['covered', 'shown']).default('covered').describe('Whether its pictures are shown'),
    }),
  },
  responses: {
    200: { description: 'The page', content: { 'text/html': { schema: z.string() } } },
    ...FAULTS,
  },
});

export const saveCopy = createRoute({
  method: 'post',
  path: '/api/captures/{id}/copies',
  summary: 'The bytes of a capture, to be saved outside the vault; the log says so',
  request: { params: z.object({ id: z.string() }), body: given(z.strictObject({})) },
  responses: {
    200: {
      description: 'The bytes as they came in, under a name that says nothing',
      content: { 'application/octet-stream': { schema: z.string() } },
    },
    ...FAULTS,
  },
});
