/** Routes over what members hand to each other and say about things of the record, and who is changing what at this moment. */
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { LONGEST_COMMENT, THING_KINDS } from '../../../desk/vocabulary.ts';
import { answer, FAULTS, given } from '../../api/fault.ts';
import { doneSchema } from './team-shapes.ts';

const thingSchema = z
  .string()
  .max(70)
  .describe(
    'Id of a source, proposition, incident, claim or link; `lsg_…~lsg_…` for a pair in the queue of people',
  );
const versionSchema = z
  .number()
  .int()
  .min(0)
  .describe('Of what was looked at; 0: there was none. Where there is a later one nothing is stored');
const instant = z.string().describe('ISO 8601 instant, UTC');
const placeFields = {
  kind: z.enum(THING_KINDS),
  title: z.string().nullable(),
  page: z.string().describe('Path of its page in the desk'),
};

const assignmentSchema = z
  .strictObject({
    thing: z.string(),
    ...placeFields,
    to: z.string(),
    toName: z.string(),
    byName: z.string(),
    at: instant,
    due: z.string().nullable().describe('ISO 8601 day; null: no hurry'),
    note: z.string(),
    done: z.strictObject({ name: z.string(), at: instant }).nullable(),
    version: z.number(),
  })
  .describe('Who is to see to a thing');

const commentSchema = z
  .strictObject({
    id: z.string(),
    thing: z.string(),
    by: z.string().describe('Id of its author'),
    name: z.string(),
    at: instant,
    text: z.string(),
    mentions: z.array(z.strictObject({ id: z.string(), name: z.string() })).readonly(),
    earlier: z
      .array(z.strictObject({ text: z.string(), until: instant }))
      .readonly()
      .describe('As it stood before, the oldest first'),
    resolved: z.strictObject({ name: z.string(), at: instant }).nullable(),
    version: z.number(),
  })
  .describe('A comment; no part of the record');

const saidFields = {
  text: z
    .string()
    .min(1)
    .max(LONGEST_COMMENT * 2),
  mentions: z.array(z.string().max(40)).max(20).describe('Ids of members who see the thing'),
};
const ofComment = z.object({ id: z.string() });
const ofThing = z.object({ thing: thingSchema });

export const listReaders = createRoute({
  method: 'get',
  path: '/api/readers',
  summary: 'Members who see a thing: who may be mentioned, and who may be given it',
  request: { query: ofThing },
  responses: {
    200: answer(
      z.strictObject({
        members: z.array(z.strictObject({ id: z.string(), name: z.string() })).readonly(),
      }),
      'Names',
    ),
    ...FAULTS,
  },
});

export const listAssignments = createRoute({
  method: 'get',
  path: '/api/assignments',
  summary: 'What there is to do, what is due first at the top',
  request: {
    query: z.object({
      mine: z.enum(['true', 'false']).default('false').describe('One’s own alone'),
      done: z.enum(['true', 'false']).default('false').describe('Also what is done'),
      thing: thingSchema.optional(),
    }),
  },
  responses: {
    200: answer(z.strictObject({ assignments: z.array(assignmentSchema).readonly() }), 'Assignments'),
    ...FAULTS,
  },
});

export const assignThing = createRoute({
  method: 'post',
  path: '/api/assignments',
  summary: 'Give a thing to a member to see to, or to another one',
  request: {
    body: given(
      z.strictObject({
        thing: thingSchema,
        to: z.string().max(40).describe('Id of a member who sees it'),
        due: z.string().max(10).nullable().describe('ISO 8601 day; null: no hurry'),
        note: z.string().max(2_000),
        version: versionSchema,
      }),
    ),
  },
  responses: { 200: answer(assignmentSchema, 'As it stands'), ...FAULTS },
});

export const endAssignment = createRoute({
  method: 'post',
  path: '/api/assignments/ends',
  summary: 'Note that it is done: by whom it was given to, or by a reviewer',
  request: { body: given(z.strictObject({ thing: thingSchema, version: versionSchema })) },
  responses: { 200: answer(assignmentSchema, 'As it stands'), ...FAULTS },
});

export const listComments = createRoute({
  method: 'get',
  path: '/api/comments',
  summary: 'The comments on a thing, the oldest first',
  request: { query: ofThing },
  responses: {
    200: answer(
      z.strictObject({
        comments: z.array(commentSchema).readonly(),
        sources: z
          .array(z.string())
          .readonly()
          .describe('Sources of a source, claim, link or pair: they count as seen'),
      }),
      'Comments',
    ),
    ...FAULTS,
  },
});

export const addComment = createRoute({
  method: 'post',
  path: '/api/comments',
  summary: 'Say something about a thing; who is mentioned is told',
  request: { body: given(z.strictObject({ thing: thingSchema, ...saidFields })) },
  responses: { 200: answer(commentSchema, 'The comment'), ...FAULTS },
});

export const changeComment = createRoute({
  method: 'post',
  path: '/api/comments/{id}',
  summary: 'Say one’s own comment otherwise; what stood before stays in its history',
  request: {
    params: ofComment,
    body: given(z.strictObject({ ...saidFields, version: versionSchema })),
  },
  responses: { 200: answer(commentSchema, 'The comment'), ...FAULTS },
});

export const settleComment = createRoute({
  method: 'post',
  path: '/api/comments/{id}/resolutions',
  summary: 'Note that a comment is settled, or open again',
  request: {
    params: ofComment,
    body: given(z.strictObject({ settled: z.boolean(), version: versionSchema })),
  },
  responses: { 200: answer(commentSchema, 'The comment'), ...FAULTS },
});

export const dropComment = createRoute({
  method: 'post',
  path: '/api/comments/{id}/withdrawals',
  summary: 'Take one’s own comment back, with its history',
  request: { params: ofComment, body: given(z.strictObject({})) },
  responses: {
    200: answer(z.strictObject({ id: z.string(), thing: z.string() }), 'What is gone'),
    ...FAULTS,
  },
});

export const listMentions = createRoute({
  method: 'get',
  path: '/api/mentions',
  summary: 'Where one is mentioned, the latest first',
  responses: {
    200: answer(
      z.strictObject({
        unread: z.number(),
        mentions: z
          .array(
            z.strictObject({
              comment: z.string(),
              thing: z.string(),
              ...placeFields,
              name: z.string().describe('Who mentions one'),
              at: instant,
              read: z.boolean(),
            }),
          )
          .readonly(),
      }),
      'Mentions',
    ),
    ...FAULTS,
  },
});

export const readMentions = createRoute({
  method: 'post',
  path: '/api/mentions/readings',
  summary: 'Note that one has seen comments that mention one',
  request: { body: given(z.strictObject({ comments: z.array(z.string().max(40)).max(200) })) },
  responses: { 200: answer(z.strictObject({ read: z.number() }), 'How many were new'), ...FAULTS },
});

export const listPresent = createRoute({
  method: 'get',
  path: '/api/presence',
  summary: 'Who else is changing a thing at this moment',
  request: { query: ofThing },
  responses: {
    200: answer(
      z.strictObject({
        present: z.array(z.strictObject({ name: z.string(), since: instant })).readonly(),
      }),
      'Names',
    ),
    ...FAULTS,
  },
});

export const notePresence = createRoute({
  method: 'post',
  path: '/api/presence',
  summary: 'Say that one is changing a thing; it is over by itself after 75 seconds. It binds nobody',
  request: { body: given(z.strictObject({ thing: thingSchema, editing: z.boolean() })) },
  responses: { 200: answer(doneSchema, 'Noted'), ...FAULTS },
});
