/** Routes over incidents: what happened, or is said to have, and which propositions speak of it. */
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { measureSchema, whenSchema } from './claim-shapes.ts';
import {
  claimedFigureSchema,
  daySchema,
  historySchema,
  namedPlaceSchema,
  reasonSchema,
} from './claimed-shapes.ts';
import { answer, FAULTS, given } from './fault.ts';
import { includeProposedSchema, pageFields, pagingSchema } from './paging.ts';

const claritySchema = z.literal([1, 2]).describe('UCDP event_clarity: 1 identifiable, 2 not');

const incidentSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  kind: z.string(),
  when: whenSchema.nullable(),
  clarity: claritySchema,
  place: namedPlaceSchema.nullable(),
  measures: z.array(measureSchema).readonly(),
  propositions: z.number(),
  claims: z.number(),
});

export const listIncidents = createRoute({
  method: 'get',
  path: '/api/incidents',
  summary: 'Incidents that people put on record, the earliest first',
  request: {
    query: pagingSchema.extend({
      q: z.string().max(200).optional().describe('Part of a title'),
      kind: z.string().max(100).optional(),
      place: z.string().max(40).optional().describe('Id of a recorded place'),
      measure: measureSchema.optional(),
      from: daySchema.describe('It may have happened on this day or later'),
      until: daySchema,
      includeProposed: includeProposedSchema,
    }),
  },
  responses: {
    200: answer(
      z.strictObject({
        incidents: z.array(incidentSchema).readonly(),
        ...pageFields,
        kinds: z.array(z.string()).readonly().describe('All that occur'),
      }),
      'Incidents',
    ),
    ...FAULTS,
  },
});

const inChain = z.array(z.strictObject({ id: z.string(), title: z.string() })).readonly();

export const readIncident = createRoute({
  method: 'get',
  path: '/api/incidents/{id}',
  summary: 'One incident: what is claimed of it, what it follows from, who recorded it',
  request: {
    params: z.object({ id: z.string() }),
    query: pagingSchema.extend({ includeProposed: includeProposedSchema }),
  },
  responses: {
    200: answer(
      z.strictObject({
        incident: incidentSchema,
        propositions: z.array(z.string()).readonly().describe('All that were joined to it'),
        before: inChain.describe('What it follows from'),
        after: inChain,
        history: historySchema,
        figures: z.array(claimedFigureSchema).readonly(),
        ...pageFields,
      }),
      'An incident',
    ),
    ...FAULTS,
  },
});

const recorded = answer(z.strictObject({ id: z.string() }), 'The incident');

const seenSchema = z
  .number()
  .int()
  .optional()
  .describe(
    'Number of the last entry of its history that was looked at: where there is a later one, nothing is stored',
  );

export const recordIncident = createRoute({
  method: 'post',
  path: '/api/incidents',
  summary: 'Put an incident on record: a new one, or one as it is from now on',
  request: {
    body: given(
      z.strictObject({
        id: z.string().nullable().describe('Of the one that is changed; null: a new one'),
        title: z.string().min(1).max(300).describe('Neutral: no speaker, no number'),
        kind: z.string().min(1).max(100),
        when: whenSchema.nullable(),
        clarity: claritySchema,
        place: z.string().nullable().describe('Id of a recorded place'),
        chain: z.array(z.string()).max(50).describe('Incidents that it follows from'),
        propositions: z.array(z.string()).max(500),
        reason: reasonSchema,
        seen: seenSchema,
      }),
    ),
  },
  responses: { 200: recorded, ...FAULTS },
});

export const withdrawIncident = createRoute({
  method: 'post',
  path: '/api/incidents/withdrawals',
  summary: 'Take an incident back; its propositions and the log stay',
  request: { body: given(z.strictObject({ id: z.string(), reason: reasonSchema, seen: seenSchema })) },
  responses: { 200: recorded, ...FAULTS },
});
