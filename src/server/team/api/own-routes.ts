/** Routes about oneself: who one is, one's sessions, proving it again. */
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { answer, FAULTS, given } from '../../api/fault.ts';
import {
  accountSchema,
  codeSchema,
  doneSchema,
  labelSchema,
  passkeyAnswerSchema,
  passkeyQuestionSchema,
  passphraseSchema,
  teamSessionSchema,
} from './team-shapes.ts';

export const readSelf = createRoute({
  method: 'get',
  path: '/api/team/self',
  summary: 'Who is signed in, and what they may ask for',
  responses: {
    200: answer(
      z.strictObject({
        account: accountSchema,
        session: z.string(),
        fresh: z.boolean().describe('Proved who they are a short time ago'),
        may: z.array(z.string()).readonly().describe('Routes, as "GET /api/claims"'),
        team: z.string(),
      }),
      'Oneself',
    ),
    ...FAULTS,
  },
});

export const signOut = createRoute({
  method: 'post',
  path: '/api/team/sign-out',
  summary: 'End this session',
  request: { body: given(z.strictObject({})) },
  responses: {
    200: answer(
      z.strictObject({
        done: z.literal(true),
        outside: z
          .strictObject({ name: z.string(), address: z.string().nullable() })
          .nullable()
          .describe('The organisation’s sign-in, which began the session and still knows this browser'),
      }),
      'Signed out',
    ),
    ...FAULTS,
  },
});

export const proveAgain = createRoute({
  method: 'post',
  path: '/api/team/proofs',
  summary: 'Prove who one is once more: for what asks for it, for ten minutes',
  request: { body: given(z.strictObject({ passphrase: passphraseSchema, code: codeSchema })) },
  responses: { 200: answer(doneSchema, 'Proved'), ...FAULTS },
});

export const listOwnSessions = createRoute({
  method: 'get',
  path: '/api/team/sessions',
  summary: 'One’s sessions, the latest used first',
  responses: {
    200: answer(
      z.strictObject({ sessions: z.array(teamSessionSchema).readonly(), this: z.string() }),
      'Sessions',
    ),
    ...FAULTS,
  },
});

export const endOwnSession = createRoute({
  method: 'post',
  path: '/api/team/sessions/ends',
  summary: 'End one of one’s sessions, or all but this one',
  request: {
    body: given(z.strictObject({ session: z.string().nullable().describe('Null: all but this one') })),
  },
  responses: { 200: answer(z.strictObject({ ended: z.number() }), 'How many ended'), ...FAULTS },
});

export const askProvingPasskey = createRoute({
  method: 'post',
  path: '/api/team/proofs/passkeys/questions',
  summary: 'What the browser is asked to prove with a passkey who one is',
  request: { body: given(z.strictObject({})) },
  responses: { 200: answer(passkeyQuestionSchema, 'The question'), ...FAULTS },
});

export const proveByPasskey = createRoute({
  method: 'post',
  path: '/api/team/proofs/passkeys',
  summary: 'Prove with a passkey who one is, once more',
  request: { body: given(passkeyAnswerSchema) },
  responses: { 200: answer(doneSchema, 'Proved'), ...FAULTS },
});

const passkeysAnswer = z.strictObject({
  passkeys: z.array(z.strictObject({ id: z.string(), label: z.string(), addedAt: z.string() })).readonly(),
});

export const listPasskeys = createRoute({
  method: 'get',
  path: '/api/team/passkeys',
  summary: 'One’s passkeys',
  responses: { 200: answer(passkeysAnswer, 'Passkeys'), ...FAULTS },
});

export const askNewPasskey = createRoute({
  method: 'post',
  path: '/api/team/passkeys/additions/questions',
  summary: 'What the browser is asked to make one more passkey',
  request: { body: given(z.strictObject({})) },
  responses: { 200: answer(passkeyQuestionSchema, 'The question'), ...FAULTS },
});

export const addPasskey = createRoute({
  method: 'post',
  path: '/api/team/passkeys/additions',
  summary: 'Add the passkey that was made',
  request: { body: given(passkeyAnswerSchema.extend({ label: labelSchema })) },
  responses: { 200: answer(passkeysAnswer, 'Passkeys'), ...FAULTS },
});

export const dropPasskey = createRoute({
  method: 'post',
  path: '/api/team/passkeys/drops',
  summary: 'Drop a passkey, unless it is the last way in',
  request: { body: given(z.strictObject({ passkey: z.string().max(1_400) })) },
  responses: { 200: answer(passkeysAnswer, 'Passkeys'), ...FAULTS },
});
