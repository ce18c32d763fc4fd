/** Routes before there is a session: signing in, and accepting an invitation. */
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { answer, FAULTS, given } from '../../api/fault.ts';
import {
  clearanceSchema,
  codeSchema,
  doneSchema,
  labelSchema,
  nameSchema,
  passkeyAnswerSchema,
  passkeyQuestionSchema,
  passphraseSchema,
  roleSchema,
  tokenSchema,
} from './team-shapes.ts';

export const readDoor = createRoute({
  method: 'get',
  path: '/api/team/door',
  summary: 'By what else one may sign in',
  responses: {
    200: answer(
      z.strictObject({
        outside: z.string().nullable().describe('What the organisation’s own sign-in is called; null: none'),
      }),
      'The door',
    ),
    ...FAULTS,
  },
});

export const signIn = createRoute({
  method: 'post',
  path: '/api/team/sign-in',
  summary: 'Sign in with passphrase and one-time code; a session begins',
  request: {
    body: given(z.strictObject({ name: nameSchema, passphrase: passphraseSchema, code: codeSchema })),
  },
  responses: { 200: answer(doneSchema, 'Signed in'), ...FAULTS },
});

export const readInvitation = createRoute({
  method: 'post',
  path: '/api/team/invitations/readings',
  summary: 'What an invitation is to, and the secret for the app of one-time codes',
  request: { body: given(z.strictObject({ token: tokenSchema })) },
  responses: {
    200: answer(
      z.strictObject({
        name: z.string(),
        roles: z.array(roleSchema).readonly(),
        clearance: clearanceSchema,
        recovers: z.boolean().describe('New ways in to an account that is there'),
        secret: z.string().describe('Base 32'),
        address: z.string().describe('otpauth://, for a picture or a link'),
      }),
      'The invitation',
    ),
    ...FAULTS,
  },
});

export const acceptInvitation = createRoute({
  method: 'post',
  path: '/api/team/invitations/acceptances',
  summary: 'Accept an invitation with a passphrase and a one-time code; a session begins',
  request: {
    body: given(z.strictObject({ token: tokenSchema, passphrase: passphraseSchema, code: codeSchema })),
  },
  responses: { 200: answer(doneSchema, 'Signed in'), ...FAULTS },
});

export const askPasskey = createRoute({
  method: 'post',
  path: '/api/team/passkeys/questions',
  summary: 'What the browser is asked to sign in with a passkey',
  request: { body: given(z.strictObject({})) },
  responses: { 200: answer(passkeyQuestionSchema, 'The question'), ...FAULTS },
});

export const signInByPasskey = createRoute({
  method: 'post',
  path: '/api/team/passkeys/sign-in',
  summary: 'Sign in with a passkey; a session begins',
  request: { body: given(passkeyAnswerSchema) },
  responses: { 200: answer(doneSchema, 'Signed in'), ...FAULTS },
});

export const askInvitedPasskey = createRoute({
  method: 'post',
  path: '/api/team/invitations/passkeys/questions',
  summary: 'What the browser of somebody invited is asked to make a passkey',
  request: { body: given(z.strictObject({ token: tokenSchema })) },
  responses: { 200: answer(passkeyQuestionSchema, 'The question'), ...FAULTS },
});

export const acceptByPasskey = createRoute({
  method: 'post',
  path: '/api/team/invitations/passkeys',
  summary: 'Accept an invitation with a passkey; a session begins',
  request: { body: given(passkeyAnswerSchema.extend({ token: tokenSchema, label: labelSchema })) },
  responses: { 200: answer(doneSchema, 'Signed in'), ...FAULTS },
});
