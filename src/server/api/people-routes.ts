/** Routes over lists of people: what is held, which pairs of listings to decide on, and the decisions. */
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { PEOPLE_RELATIONS } from '../../desk/vocabulary.ts';
import { answer, FAULTS, given } from './fault.ts';
import { pageFields, pagingSchema } from './paging.ts';

const nullableNumber = z.number().nullable();

const columnSchema = z.strictObject({
  header: z.string(),
  property: z.string().describe('What it says'),
  lang: z.string().nullable(),
  dates: z.string().nullable().describe('Order of day, month and year'),
});

export const listLists = createRoute({
  method: 'get',
  path: '/api/people/lists',
  summary: 'Lists of people that the record holds',
  request: { query: pagingSchema },
  responses: {
    200: answer(
      z.strictObject({
        lists: z
          .array(
            z.strictObject({
              list: z.strictObject({
                id: z.string(),
                name: z.string(),
                columns: z.array(columnSchema).readonly(),
                headerRow: z.number().describe('Row that heads the columns, 1-based; 0: none does'),
                sheet: z.string().nullable(),
              }),
              capture: z.string().describe('Its newest file'),
              fileName: z.string().nullable(),
              listings: z.number(),
              gone: z.number().describe('Listings that only earlier files have'),
            }),
          )
          .readonly(),
        ...pageFields,
      }),
      'Lists',
    ),
    ...FAULTS,
  },
});

const listingSchema = z.strictObject({
  listing: z.string(),
  list: z.string(),
  name: z.string().describe('What the list is called'),
  capture: z.string(),
  row: z.number().describe('Row of the file, 1-based'),
});

const pairSchema = z
  .strictObject({
    a: listingSchema,
    b: listingSchema,
    together: z.number().describe('Chance that they are one person: a program’s reading, never a finding'),
    change: z.number().describe('By how many persons an answer is expected to move the number of people'),
    weight: z.number().describe('Bits; 0 is even odds'),
    steps: z
      .array(
        z.object({
          column: z.string().nullable().describe('Null: the odds before anything is compared'),
          level: z.string().nullable(),
          bits: z.number(),
          rarity: nullableNumber,
          a: z.string().nullable(),
          b: z.string().nullable(),
          across: z.string().nullable(),
        }),
      )
      .readonly(),
  })
  .describe('Two listings side by side, with what each comparison adds');

export const readQueue = createRoute({
  method: 'get',
  path: '/api/people/queue',
  summary: 'How many people stand on the lists, and the pairs whose answer would move that number most',
  request: { query: pagingSchema },
  responses: {
    200: answer(
      z.strictObject({
        people: z.union([
          z.strictObject({
            status: z.literal('told'),
            people: z.number(),
            low: z.number(),
            high: z.number(),
          }),
          z.strictObject({ status: z.literal('refused'), reasons: z.array(z.string()).readonly() }),
        ]),
        listings: z.number(),
        compared: z.number().describe('Pairs'),
        decisions: z.strictObject({
          same: z.number(),
          different: z.number(),
          undone: z.number(),
          waiting: z.number(),
        }),
        pairs: z.array(pairSchema).readonly(),
        waiting: z.number(),
        ...pageFields,
        seed: z.number(),
      }),
      'The queue',
    ),
    ...FAULTS,
  },
});

const linkingSchema = z
  .strictObject({
    state: z.enum(['none', 'running', 'done', 'stopped', 'failed']),
    progress: z
      .union([
        z.strictObject({ stage: z.literal('comparing') }),
        z.strictObject({ stage: z.literal('drawing'), done: z.number(), of: z.number() }),
      ])
      .nullable()
      .describe('Of the one that runs: pairs are compared first, then linkages are drawn group by group'),
  })
  .describe('How the comparing of listings stands');

export const readLinking = createRoute({
  method: 'get',
  path: '/api/people/linking',
  summary: 'How far the comparing of listings is; it begins when the queue is asked for',
  responses: { 200: answer(linkingSchema, 'The comparing'), ...FAULTS },
});

export const stopLinking = createRoute({
  method: 'post',
  path: '/api/people/linking/stop',
  summary: 'Stop the comparing of listings; who waits for the queue is told so',
  responses: { 200: answer(linkingSchema, 'The comparing'), ...FAULTS },
});

const decisionSchema = z.strictObject({
  id: z.string(),
  relation: z.enum(PEOPLE_RELATIONS),
  a: z.string(),
  b: z.string(),
  reason: z.string(),
  by: z.string(),
  at: z.string(),
  undone: z.strictObject({ by: z.string(), at: z.string(), reason: z.string() }).nullable(),
});

export const listPeopleDecisions = createRoute({
  method: 'get',
  path: '/api/people/decisions',
  summary: 'What people decided on pairs of listings, the latest first',
  request: { query: pagingSchema },
  responses: {
    200: answer(
      z.strictObject({ decisions: z.array(decisionSchema).readonly(), ...pageFields }),
      'Decisions',
    ),
    ...FAULTS,
  },
});

export const decidePair = createRoute({
  method: 'post',
  path: '/api/people/decisions',
  summary: 'Decide that two listings are one person, or two',
  request: {
    body: given(
      z.strictObject({
        relation: z.enum(PEOPLE_RELATIONS),
        a: z.string(),
        b: z.string(),
        reason: z.string(),
      }),
    ),
  },
  responses: { 200: answer(decisionSchema, 'What was decided'), ...FAULTS },
});

export const undoPair = createRoute({
  method: 'post',
  path: '/api/people/decisions/{id}/undo',
  summary: 'Take a decision back; it stays in the log, marked',
  request: {
    params: z.object({ id: z.string() }),
    body: given(z.strictObject({ reason: z.string() })),
  },
  responses: { 200: answer(z.strictObject({ decision: z.string() }), 'What was taken back'), ...FAULTS },
});
