/** Routes of the organisation's own sign-in: there and back again. */
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { answer, FAULTS, given } from '../../api/fault.ts';
import { accountSchema, codeSchema, nameSchema, tokenSchema } from './team-shapes.ts';

const addressAnswer = answer(z.strictObject({ address: z.string() }), 'Where the browser is sent');

export const askOutside = createRoute({
  method: 'post',
  path: '/api/team/outside/questions',
  summary: 'Where to sign in with the organisation’s own sign-in, or accept an invitation with it',
  request: {
    body: given(
      z.strictObject({ token: tokenSchema.nullable().describe('Of an invitation; null: sign in') }),
    ),
  },
  responses: { 200: addressAnswer, ...FAULTS },
});

const stepSchema = z
  .strictObject({
    step: z.enum(['in', 'proved', 'bound', 'more']).describe('`more`: something is missing'),
    pending: z.string().nullable().describe('Goes on with what is missing, within ten minutes'),
    code: z.enum(['none', 'own', 'new']).describe('`own`: of one’s app; `new`: of an app that is set up now'),
    secret: z.string().nullable().describe('Base 32, for the new app'),
    address: z.string().nullable().describe('otpauth://, for a picture or a link'),
    name: z.string().nullable().describe('A name is asked for; this one is proposed'),
  })
  .describe('What came of it');

export const answerOutside = createRoute({
  method: 'post',
  path: '/api/team/outside/answers',
  summary: 'What the browser came back with, once',
  request: {
    body: given(
      z.strictObject({
        answer: z.string().min(1).max(8_000).describe('The query or fragment of the address'),
      }),
    ),
  },
  responses: { 200: answer(stepSchema, 'What came of it'), ...FAULTS },
});

export const completeOutside = createRoute({
  method: 'post',
  path: '/api/team/outside/completions',
  summary: 'Give what was missing',
  request: {
    body: given(
      z.strictObject({ pending: tokenSchema, code: codeSchema.nullable(), name: nameSchema.nullable() }),
    ),
  },
  responses: { 200: answer(stepSchema, 'What came of it'), ...FAULTS },
});

export const askOutsideProof = createRoute({
  method: 'post',
  path: '/api/team/proofs/outside/questions',
  summary: 'Where to prove once more who one is',
  request: { body: given(z.strictObject({})) },
  responses: { 200: addressAnswer, ...FAULTS },
});

export const askBinding = createRoute({
  method: 'post',
  path: '/api/team/outside/bindings/questions',
  summary: 'Where to let the organisation’s sign-in open one’s account, too',
  request: { body: given(z.strictObject({})) },
  responses: { 200: addressAnswer, ...FAULTS },
});

export const dropBinding = createRoute({
  method: 'post',
  path: '/api/team/outside/bindings/drops',
  summary: 'Let it open one’s account no more, unless it is the last way in',
  request: { body: given(z.strictObject({})) },
  responses: { 200: answer(accountSchema, 'As it is now'), ...FAULTS },
});
