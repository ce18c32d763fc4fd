/** Shapes that the routes of a team share. */
import * as z from 'zod';
import { HANDLINGS, ROLES } from '../../../desk/vocabulary.ts';

export const roleSchema = z.enum(ROLES);
export const clearanceSchema = z.enum(HANDLINGS).describe('The most protected handling that is seen');
export const nameSchema = z.string().min(1).max(120).describe('Stands in the log; a pseudonym will do');
export const tokenSchema = z.string().min(1).max(100);
export const passphraseSchema = z.string().min(1).max(4_096);
export const codeSchema = z.string().min(1).max(12).describe('Of the app: six digits');
export const doneSchema = z.strictObject({ done: z.literal(true) });

export const accountSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    roles: z.array(roleSchema).readonly(),
    clearance: clearanceSchema,
    state: z.enum(['active', 'closed']),
    createdAt: z.string(),
    ways: z
      .array(z.enum(['passphrase', 'passkey', 'outside']))
      .readonly()
      .describe('By what they sign in'),
  })
  .describe('A member');

export const teamSessionSchema = z
  .strictObject({
    id: z.string(),
    beganAt: z.string(),
    seenAt: z.string(),
    provedAt: z.string().describe('When they last proved who they are'),
    device: z.string().describe('Browser and system; no address is kept'),
    until: z.string(),
  })
  .describe('A session');

export const labelSchema = z.string().max(60).describe('What its owner calls it');
export const passkeyQuestionSchema = z
  .strictObject({
    question: z.string(),
    options: z
      .record(z.string(), z.unknown())
      .describe('As PublicKeyCredential.parse…OptionsFromJSON takes it'),
  })
  .describe('To be answered once, within five minutes');
export const passkeyAnswerSchema = z.strictObject({
  question: z.string().max(100),
  answer: z.record(z.string(), z.unknown()).describe('As PublicKeyCredential.toJSON gives it'),
});
