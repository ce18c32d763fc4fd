/** Routes over cases in the open. What is looked for comes in a body: addresses hold ids alone. */
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { answer, FAULTS, given } from '../../api/fault.ts';
import { caseListSchema, heldCaseSchema, historySchema, readsSchema } from './sealed-shapes.ts';

const ofCase = z.object({ id: z.string() });
const saved = answer(z.strictObject({ id: z.string(), version: z.number().int() }), 'As it is saved');
const fields = z.record(z.string(), z.unknown()).describe('Fields of the case; those left out stay');

export const listSealedCases = createRoute({
  method: 'get',
  path: '/api/sealed/cases',
  summary: 'All cases of the open compartment, and what is due',
  responses: { 200: answer(caseListSchema, 'Cases'), ...FAULTS },
});

export const findCases = createRoute({
  method: 'post',
  path: '/api/sealed/finds',
  summary: 'Find cases by words',
  request: { body: given(z.strictObject({ words: z.string().max(1_000) })) },
  responses: {
    200: answer(z.strictObject({ ids: z.array(z.string()).readonly() }), 'All cases that fit'),
    ...FAULTS,
  },
});

export const newCase = createRoute({
  method: 'post',
  path: '/api/sealed/cases',
  summary: 'Make a case',
  request: { body: given(z.strictObject({ fields })) },
  responses: { 200: saved, ...FAULTS },
});

export const readSealedCase = createRoute({
  method: 'get',
  path: '/api/sealed/cases/{id}',
  summary: 'One case; that it was read is logged inside the compartment',
  request: { params: ofCase },
  responses: { 200: answer(heldCaseSchema, 'The case'), ...FAULTS },
});

export const saveSealedCase = createRoute({
  method: 'post',
  path: '/api/sealed/cases/{id}/versions',
  summary: 'Save the next version of a case',
  request: { params: ofCase, body: given(z.strictObject({ version: z.number().int().min(1), fields })) },
  responses: { 200: saved, ...FAULTS },
});

export const readCaseHistory = createRoute({
  method: 'get',
  path: '/api/sealed/cases/{id}/history',
  summary: 'Every version of a case, and who read it',
  request: { params: ofCase },
  responses: { 200: answer(historySchema, 'The history'), ...FAULTS },
});

export const eraseSealedCase = createRoute({
  method: 'post',
  path: '/api/sealed/cases/{id}/erasures',
  summary: 'Destroy the keys of a case with its documents, or of one document',
  request: { params: ofCase, body: given(z.strictObject({ document: z.string().nullable() })) },
  responses: {
    200: answer(
      z.strictObject({
        gone: z.array(z.string()).readonly(),
        remains: z.array(z.string()).readonly().describe('What this does not reach'),
      }),
      'What is gone',
    ),
    ...FAULTS,
  },
});

export const readSealedReads = createRoute({
  method: 'get',
  path: '/api/sealed/reads',
  summary: 'Who read what in the open compartment',
  responses: { 200: answer(readsSchema, 'Reads'), ...FAULTS },
});

const bytes = { content: { 'application/octet-stream': { schema: z.string().describe('Bytes') } } };

export const takeDocument = createRoute({
  method: 'post',
  path: '/api/sealed/cases/{id}/documents/{document}/copies',
  summary: 'The bytes of a document, in clear',
  request: {
    params: z.object({ id: z.string(), document: z.string() }),
    body: given(z.strictObject({})),
  },
  responses: { 200: { description: 'The bytes, as an attachment', ...bytes }, ...FAULTS },
});

export const attachFile = createRoute({
  method: 'post',
  path: '/api/sealed/cases/{id}/documents',
  summary: 'Seal a file into a case. Its name and type come in the header x-onrecord-file, as encoded JSON',
  request: { params: ofCase, body: { required: true, ...bytes } },
  responses: {
    200: answer(z.strictObject({ id: z.string(), size: z.number().int() }), 'The document'),
    ...FAULTS,
  },
});
