/** Routes over a second custodian. A copy is ciphertext and public keys; passphrases come in bodies and are never answered. */
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { answer, FAULTS, given } from '../../api/fault.ts';
import { madeMemberSchema } from './sealed-shapes.ts';

const PASSPHRASE = z.string().max(4_096);

export const entrustKeys = createRoute({
  method: 'post',
  path: '/api/sealed/custodians',
  summary: 'Seal a copy of the keys of who is unlocked for another member',
  request: {
    body: given(
      z.strictObject({
        to: z.string().max(200),
        fingerprint: z.string().max(200).nullable().describe('As it was read aloud; null: compared before'),
        passphrase: PASSPHRASE.describe('Of who is unlocked, once more'),
      }),
    ),
  },
  responses: {
    200: answer(
      z.strictObject({
        name: z.string(),
        custodian: z.string(),
        copy: z.string().describe('JSON, to be given to the custodian'),
        kept: z.boolean().describe('The custodian has keys on this machine: the copy lies beside them'),
      }),
      'The copy',
    ),
    ...FAULTS,
  },
});

export const restoreKeys = createRoute({
  method: 'post',
  path: '/api/sealed/restorations',
  summary: 'Make a member’s file anew from the copy that they entrusted to who is unlocked',
  request: {
    body: given(
      z.strictObject({
        of: z.string().max(200).nullable().describe('Whose copy, of those kept on this machine'),
        copy: z.string().max(10_000).nullable().describe('The copy that was given away'),
        passphrase: PASSPHRASE.describe('The member’s new one'),
        destroyPassphrase: PASSPHRASE.nullable(),
      }),
    ),
  },
  responses: {
    200: answer(
      madeMemberSchema.extend({ compared: z.boolean().describe('The custodian had compared these keys') }),
      'The member',
    ),
    ...FAULTS,
  },
});
