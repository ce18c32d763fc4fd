/** Shapes of the answers over sealed cases. They are told by a desk on the member's own machine, and by no other. */
import * as z from 'zod';
import type { Case } from '../../../desk/cases/case-in-the-open.ts';

/** A case in the open: the fields that `onrecord case show` prints (docs/guide/sealed-cases.md). */
const caseSchema = z.looseObject({ id: z.string(), pseudonym: z.string() }) as unknown as z.ZodType<Case>;

export const heldCaseSchema = z.strictObject({
  case: caseSchema,
  version: z.number().int().describe('1-based'),
  savedAt: z.string(),
  savedBy: z.string(),
});

/** A member whose file was just made. */
export const madeMemberSchema = z.strictObject({
  name: z.string(),
  fingerprint: z.string(),
  recoveryKey: z.string().describe('Told once'),
  folder: z.string(),
});

const memberSchema = z.strictObject({
  name: z.string(),
  fingerprint: z.string().describe('Eight groups, to be compared by telephone or in person'),
  role: z.enum(['admin', 'member']).nullable().describe('Null: not in this compartment'),
  compared: z.boolean().describe('This person compared the fingerprint'),
  changed: z.boolean().describe('The keys are other ones than were compared'),
});

/** How the sealed part of the desk stands. */
export const sealedStateSchema = z.strictObject({
  members: z
    .array(z.strictObject({ id: z.string(), name: z.string() }))
    .readonly()
    .describe('Member files on this machine'),
  everybody: z.array(z.string()).readonly().describe('Names of all who have shown keys in this record'),
  me: z.string().nullable().describe('Who is unlocked; null: locked'),
  minutes: z.number().int().describe('Minutes without use after which it locks itself'),
  compartments: z
    .array(
      z.strictObject({ id: z.string(), members: z.array(z.string()).readonly(), records: z.number().int() }),
    )
    .readonly(),
  open: z
    .strictObject({
      compartment: z.string(),
      label: z.string().nullable(),
      epoch: z.number().int(),
      admin: z.boolean().describe('Who is unlocked may change the members'),
      members: z.array(memberSchema).readonly(),
    })
    .nullable(),
});

const lineSchema = z.strictObject({
  id: z.string(),
  pseudonym: z.string(),
  lookedAfterBy: z.string().nullable().describe('Name of a member; null: nobody was named'),
  people: z.number().int(),
  risk: z.enum(['unknown', 'low', 'medium', 'high', 'acute']),
  pending: z.number().int(),
  openTasks: z.number().int(),
  nextDue: z.string().nullable(),
  documents: z.number().int(),
  retainUntil: z.string(),
  awaited: z
    .array(
      z.strictObject({
        to: z.string(),
        kind: z.string(),
        askedAt: z.string().nullable(),
        days: z.number().int().nullable(),
      }),
    )
    .readonly(),
});

export const caseListSchema = z.strictObject({
  asOf: z.string(),
  clockIsBehind: z.boolean(),
  due: z
    .array(
      z.strictObject({
        id: z.string(),
        pseudonym: z.string(),
        what: z.enum(['retention', 'task', 'risk-review']),
        on: z.string().nullable(),
        task: z.string().nullable(),
      }),
    )
    .readonly(),
  cases: z.array(lineSchema).readonly(),
  faults: z.array(z.string()).readonly(),
});

const readSchema = z.strictObject({
  at: z.string(),
  by: z.string(),
  kind: z.enum(['list', 'show', 'search', 'document', 'save', 'attach', 'erase']),
  of: z.string().nullable(),
});

export const readsSchema = z.strictObject({
  reads: z.array(readSchema).readonly().describe('The newest first'),
  faults: z.array(z.string()).readonly(),
});

export const historySchema = readsSchema.extend({
  versions: z.array(heldCaseSchema).readonly().describe('The newest first'),
});
