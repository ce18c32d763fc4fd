/** Routes over what the desk keeps beside the record: half-made work, and searches under a name. Nothing of it is logged. */
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { answer, FAULTS, given } from './fault.ts';

const draftSchema = z.strictObject({
  name: z.string(),
  source: z.string().nullable().describe('Whose words it may hold; it goes when that is erased'),
  body: z.string().describe('As the page wrote it'),
  at: z.string(),
});

const dropped = answer(z.strictObject({ dropped: z.string() }), 'What is no longer kept');
const name = z.string().min(1).max(300);

export const listDrafts = createRoute({
  method: 'get',
  path: '/api/drafts',
  summary: 'Half-made work, the latest first',
  request: {
    query: z.object({
      source: z.string().optional(),
      name: z.string().optional().describe('Beginning of the name'),
    }),
  },
  responses: {
    200: answer(z.strictObject({ drafts: z.array(draftSchema).readonly() }), 'Drafts'),
    ...FAULTS,
  },
});

export const keepDraft = createRoute({
  method: 'post',
  path: '/api/drafts',
  summary: 'Keep half-made work, in the place of what was kept under this name',
  request: {
    body: given(z.strictObject({ name, source: z.string().nullable(), body: z.string().max(400_000) })),
  },
  responses: { 200: answer(draftSchema, 'As it is kept'), ...FAULTS },
});

export const dropDraft = createRoute({
  method: 'post',
  path: '/api/drafts/drops',
  summary: 'Drop half-made work: it was finished, or is not wanted',
  request: { body: given(z.strictObject({ name })) },
  responses: { 200: dropped, ...FAULTS },
});

const searchSchema = z.strictObject({
  name: z.string(),
  address: z.string().describe('Path and question of a page of the desk'),
  at: z.string(),
});

export const listSearches = createRoute({
  method: 'get',
  path: '/api/searches',
  summary: 'Searches that people keep, by name',
  responses: {
    200: answer(z.strictObject({ searches: z.array(searchSchema).readonly() }), 'Searches'),
    ...FAULTS,
  },
});

export const keepSearch = createRoute({
  method: 'post',
  path: '/api/searches',
  summary: 'Keep a page of the desk with its filters under a name',
  request: { body: given(z.strictObject({ name, address: z.string().min(1).max(4_000) })) },
  responses: { 200: answer(searchSchema, 'As it is kept'), ...FAULTS },
});

export const dropSearch = createRoute({
  method: 'post',
  path: '/api/searches/drops',
  summary: 'Drop a kept search',
  request: { body: given(z.strictObject({ name })) },
  responses: { 200: dropped, ...FAULTS },
});
