/** Routes that unlock, lock, and say who holds the keys. Passphrases come in bodies and are never answered. */
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { answer, FAULTS, given } from '../../api/fault.ts';
import { madeMemberSchema, sealedStateSchema } from './sealed-shapes.ts';

const state = answer(sealedStateSchema, 'How the sealed part stands');
const MINUTES = z.number().int().min(1).max(120);

export const readSealedState = createRoute({
  method: 'get',
  path: '/api/sealed',
  summary: 'Who is unlocked, and which compartment is open',
  responses: { 200: state, ...FAULTS },
});

export const unlockSealed = createRoute({
  method: 'post',
  path: '/api/sealed/unlockings',
  summary: 'Open a member’s keys with their passphrase',
  request: {
    body: given(
      z.strictObject({ member: z.string().nullable(), passphrase: z.string().max(4_096), minutes: MINUTES }),
    ),
  },
  responses: { 200: state, ...FAULTS },
});

export const lockSealed = createRoute({
  method: 'post',
  path: '/api/sealed/locks',
  summary: 'Forget keys, cases and index',
  request: { body: given(z.strictObject({})) },
  responses: { 200: answer(z.strictObject({ locked: z.literal(true) }), 'Locked'), ...FAULTS },
});

export const useSealed = createRoute({
  method: 'post',
  path: '/api/sealed/uses',
  summary: 'Say that somebody is at work: the lock waits longer',
  request: { body: given(z.strictObject({})) },
  responses: { 200: answer(z.strictObject({ unlocked: z.boolean() }), 'Noted'), ...FAULTS },
});

export const newMember = createRoute({
  method: 'post',
  path: '/api/sealed/members',
  summary: 'Make keys for a person on this machine',
  request: {
    body: given(
      z.strictObject({
        name: z.string().max(200),
        passphrase: z.string().max(4_096),
        destroyPassphrase: z.string().max(4_096).nullable(),
      }),
    ),
  },
  responses: {
    200: answer(madeMemberSchema, 'The member'),
    ...FAULTS,
  },
});

export const newCompartment = createRoute({
  method: 'post',
  path: '/api/sealed/compartments',
  summary: 'Make a compartment and open it',
  request: { body: given(z.strictObject({ label: z.string().max(300).nullable() })) },
  responses: { 200: state, ...FAULTS },
});

export const openSealed = createRoute({
  method: 'post',
  path: '/api/sealed/openings',
  summary: 'Open a compartment',
  request: { body: given(z.strictObject({ compartment: z.string() })) },
  responses: { 200: state, ...FAULTS },
});

const named = { name: z.string().max(200), fingerprint: z.string().max(200) };

export const admitMember = createRoute({
  method: 'post',
  path: '/api/sealed/admissions',
  summary: 'Take a member in, with the fingerprint that they read aloud',
  request: { body: given(z.strictObject({ ...named, admin: z.boolean() })) },
  responses: { 200: state, ...FAULTS },
});

export const compareMember = createRoute({
  method: 'post',
  path: '/api/sealed/comparisons',
  summary: 'Keep that a member’s fingerprint was compared',
  request: { body: given(z.strictObject(named)) },
  responses: { 200: state, ...FAULTS },
});

export const rotateSealed = createRoute({
  method: 'post',
  path: '/api/sealed/rotations',
  summary: 'A new key for everything; without a member, when one is named',
  request: { body: given(z.strictObject({ remove: z.string().nullable() })) },
  responses: {
    200: answer(z.strictObject({ keys: z.number().int().describe('Records whose keys are new') }), 'Done'),
    ...FAULTS,
  },
});
