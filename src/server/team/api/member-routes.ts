/** Routes over a team's members: for custodians; names alone for everybody. */
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { answer, FAULTS, given } from '../../api/fault.ts';
import { accountSchema, clearanceSchema, doneSchema, nameSchema, roleSchema } from './team-shapes.ts';

const ofMember = z.object({ id: z.string() });
const invitedFields = {
  name: nameSchema,
  roles: z.array(roleSchema).min(1).max(6),
  clearance: clearanceSchema,
};
const tokenAnswer = z.strictObject({
  id: z.string(),
  token: z.string().describe('Shown this once'),
  until: z.string(),
});

export const listNames = createRoute({
  method: 'get',
  path: '/api/team/names',
  summary: 'Names of the members that are active',
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

export const listMembers = createRoute({
  method: 'get',
  path: '/api/team/members',
  summary: 'Members, and invitations that wait',
  responses: {
    200: answer(
      z.strictObject({
        members: z
          .array(
            accountSchema.extend({
              recoveryAskedBy: z.string().nullable().describe('Who waits for a second custodian'),
              removalAskedBy: z
                .string()
                .nullable()
                .describe('Who wants to take their custody, and waits for a second custodian'),
            }),
          )
          .readonly(),
        invitations: z
          .array(
            z.strictObject({
              id: z.string(),
              name: z.string(),
              roles: z.array(roleSchema).readonly(),
              clearance: clearanceSchema,
              by: z.string(),
              recovers: z.boolean(),
              until: z.string(),
            }),
          )
          .readonly(),
      }),
      'Members',
    ),
    ...FAULTS,
  },
});

export const inviteMember = createRoute({
  method: 'post',
  path: '/api/team/invitations',
  summary: 'Invite somebody; the token is shown once',
  request: { body: given(z.strictObject(invitedFields)) },
  responses: { 200: answer(tokenAnswer, 'The invitation'), ...FAULTS },
});

export const withdrawInvitation = createRoute({
  method: 'post',
  path: '/api/team/invitations/withdrawals',
  summary: 'Take an invitation back',
  request: { body: given(z.strictObject({ invitation: z.string() })) },
  responses: { 200: answer(doneSchema, 'It opens nothing any more'), ...FAULTS },
});

export const changeMember = createRoute({
  method: 'post',
  path: '/api/team/members/{id}',
  summary:
    'Change what a member may do and see, or close the account; their sessions end. Custody is taken by two others',
  request: {
    params: ofMember,
    body: given(
      z.strictObject({
        roles: z.array(roleSchema).min(1).max(6).optional(),
        clearance: clearanceSchema.optional(),
        state: z.enum(['active', 'closed']).optional(),
      }),
    ),
  },
  responses: {
    200: answer(
      accountSchema.extend({
        waits: z.boolean().describe('Nothing is changed until a second custodian asks for the same'),
      }),
      'As it is now',
    ),
    ...FAULTS,
  },
});

export const signOutMember = createRoute({
  method: 'post',
  path: '/api/team/members/{id}/sessions/ends',
  summary: 'End all sessions of a member',
  request: { params: ofMember, body: given(z.strictObject({})) },
  responses: { 200: answer(z.strictObject({ ended: z.number() }), 'How many ended'), ...FAULTS },
});

const settingsSchema = z.strictObject({
  secondPerson: z
    .boolean()
    .describe('A claim made by hand, or a release, is accepted by another person: the record’s own setting'),
  outsideSignUp: z
    .boolean()
    .describe('Whom the organisation’s sign-in vouches for may make an account: a reader of what is public'),
});

export const readTeamSettings = createRoute({
  method: 'get',
  path: '/api/team/settings',
  summary: 'What the team agrees on',
  responses: { 200: answer(settingsSchema, 'Settings'), ...FAULTS },
});

export const changeTeamSettings = createRoute({
  method: 'put',
  path: '/api/team/settings',
  summary: 'Change what the team agrees on',
  request: { body: given(settingsSchema.partial()) },
  responses: { 200: answer(settingsSchema, 'As they are now'), ...FAULTS },
});

export const askRecovery = createRoute({
  method: 'post',
  path: '/api/team/members/{id}/recovery',
  summary: 'Ask for a new way in for a member; the second custodian who asks is shown the token',
  request: { params: ofMember, body: given(z.strictObject({})) },
  responses: {
    200: answer(
      z.strictObject({
        state: z.enum(['waits', 'made']),
        token: z.string().nullable().describe('Shown this once; null: another custodian must ask, too'),
        until: z.string(),
      }),
      'What it came to',
    ),
    ...FAULTS,
  },
});
