/** Routes over counts from cases: prepared by one member, looked at and signed by another. */
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { answer, FAULTS, given } from '../../api/fault.ts';
import { countOrderSchema, countsListSchema, shownCountsSchema } from './counts-shapes.ts';

const ofCounts = z.object({ id: z.string() });
const shown = answer(shownCountsSchema, 'The counts, and what an attacker gets');

export const listCounts = createRoute({
  method: 'get',
  path: '/api/sealed/counts',
  summary: 'Counts of the open compartment: released ones, and those that wait for a second member',
  responses: { 200: answer(countsListSchema, 'Counts'), ...FAULTS },
});

export const prepareCountsOfCases = createRoute({
  method: 'post',
  path: '/api/sealed/counts',
  summary: 'Count cases, withhold what must be withheld, attack the result, and seal it for a second member',
  request: { body: given(countOrderSchema) },
  responses: { 200: shown, ...FAULTS },
});

export const readCounts = createRoute({
  method: 'get',
  path: '/api/sealed/counts/{id}',
  summary: 'One of them, attacked together with everything that is out',
  request: { params: ofCounts },
  responses: { 200: shown, ...FAULTS },
});

export const signCounts = createRoute({
  method: 'post',
  path: '/api/sealed/counts/{id}/signatures',
  summary: 'Sign counts that another member prepared: they may be published from then on',
  request: { params: ofCounts, body: given(z.strictObject({})) },
  responses: { 200: shown, ...FAULTS },
});

export const eraseCounts = createRoute({
  method: 'post',
  path: '/api/sealed/counts/{id}/erasures',
  summary: 'Erase counts that nobody shall sign',
  request: { params: ofCounts, body: given(z.strictObject({})) },
  responses: { 200: answer(z.strictObject({ gone: z.string() }), 'Erased'), ...FAULTS },
});
