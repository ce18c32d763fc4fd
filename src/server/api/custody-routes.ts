/** Routes over custody: the log, the head that may be given away, and the check of everything. */
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { ACTIONS } from '../../desk/vocabulary.ts';
import { answer, FAULTS, given } from './fault.ts';
import { pagingSchema, uncountedFields } from './paging.ts';

const nullableText = z.string().nullable();
const nullableNumber = z.number().nullable();

export const readLog = createRoute({
  method: 'get',
  path: '/api/log',
  summary: 'Who did what, when; the latest first',
  request: {
    query: z.object({
      agent: z.string().max(200).optional().describe('Part of the name of who did it'),
      action: z.enum(ACTIONS).optional(),
      limit: pagingSchema.shape.limit,
      cursor: z
        .string()
        .regex(/^[1-9]\d{0,15}$/u, 'must be the number of an entry')
        .optional()
        .describe('Entries before this number: `next` of the answer before'),
    }),
  },
  responses: {
    200: answer(
      z.strictObject({
        entries: z
          .array(
            z.strictObject({
              seq: z.number(),
              at: z.string(),
              agent: z.string().describe("A person's name, or machine; empty when erased"),
              action: z.enum(ACTIONS),
              subject: z.string(),
              leaf: z.string(),
              erased: z.boolean(),
              about: z.strictObject({
                source: nullableText,
                title: nullableText,
                claim: nullableText,
                count: nullableNumber,
                decision: nullableText,
                reason: nullableText,
              }),
            }),
          )
          .readonly(),
        total: z.number().describe('Entries of the whole log'),
        ...uncountedFields,
      }),
      'Entries of the log',
    ),
    ...FAULTS,
  },
});

export const readCustody = createRoute({
  method: 'get',
  path: '/api/custody',
  summary: 'Whose log it is, its signed head, and when everything was last checked',
  responses: {
    200: answer(
      z.strictObject({
        origin: z.string(),
        vkey: z.string(),
        head: z.strictObject({ seq: z.number(), root: z.string(), checkpoint: z.string() }).nullable(),
        witnesses: z.array(z.string()).readonly(),
        anchored: z.strictObject({ exported: z.number(), witnessed: z.number(), timestamped: z.number() }),
        lastCheck: z
          .strictObject({
            seq: z.number(),
            at: z.string(),
            agent: z.string(),
            captures: z.number(),
            entries: z.number(),
            faults: z.number(),
          })
          .nullable(),
      }),
      'Custody',
    ),
    ...FAULTS,
  },
});

export const handOutCheckpoint = createRoute({
  method: 'post',
  path: '/api/custody/checkpoint',
  summary: 'Hand out the signed head of the log; logged before it leaves',
  request: { body: given(z.strictObject({ to: z.string().max(200).nullable().describe('For whom') })) },
  responses: {
    200: answer(
      z.strictObject({
        size: z.number().describe('Entries that it covers'),
        checkpoint: z.string().describe('C2SP signed note'),
        logged: z.number(),
      }),
      'The checkpoint',
    ),
    ...FAULTS,
  },
});

const verificationSchema = z
  .strictObject({
    state: z.enum(['none', 'running', 'done', 'failed']),
    startedAt: nullableText,
    endedAt: nullableText,
    stage: z
      .strictObject({
        stage: z.enum(['log', 'times', 'bytes', 'captures', 'passages']),
        done: nullableNumber,
        total: nullableNumber,
      })
      .nullable(),
    report: z
      .strictObject({
        faults: z
          .array(z.strictObject({ check: z.string(), item: z.string(), message: z.string() }))
          .readonly()
          .describe('The first 200'),
        faultsInAll: z.number(),
        checked: z.strictObject({
          captures: z.number(),
          texts: z.number(),
          claims: z.number(),
          entries: z.number(),
        }),
        newerReader: z.number(),
        sentences: z.array(z.string()).readonly().describe('Where claimed times cannot be right'),
        stopped: z.boolean(),
      })
      .nullable(),
    logged: nullableNumber.describe('Entry that tells the result'),
  })
  .describe('How the check stands');

export const readVerification = createRoute({
  method: 'get',
  path: '/api/verification',
  summary: 'How the check of everything stands',
  responses: { 200: answer(verificationSchema, 'The check'), ...FAULTS },
});

export const runVerification = createRoute({
  method: 'post',
  path: '/api/verification',
  summary: 'Start the check of everything, or stop it',
  request: {
    body: given(
      z.strictObject({
        run: z.enum(['start', 'stop']),
        log: z.boolean().default(false).describe('Write the result into the log'),
      }),
    ),
  },
  responses: { 200: answer(verificationSchema, 'The check'), ...FAULTS },
});
