/** Routes over releases: what was published, its gates, making one, approving it as another person, correcting it. */
import { createRoute } from '@hono/zod-openapi';
import * as z from 'zod';
import { RELEASE_GATES } from '../../desk/vocabulary.ts';
import { answer, FAULTS, given } from './fault.ts';
import { pageFields, pagingSchema } from './paging.ts';

const nullableText = z.string().nullable();
const one = z.object({ id: z.string().max(64).describe('Id, beginning of one, or number') });

const gateSchema = z.strictObject({
  gate: z.enum(RELEASE_GATES),
  open: z.boolean().describe('False: nothing leaves before it is dealt with'),
  words: z.string().describe('What was found, and what to do where it is closed'),
});
const gates = z.array(gateSchema).readonly();

const profileSchema = z
  .strictObject({
    title: nullableText,
    publisher: nullableText,
    places: z.array(z.string()).readonly().nullable().describe('Null: not chosen by place'),
    propositions: z.number().nullable().describe('How many were chosen by id; null: none'),
    handling: z.array(z.string()).readonly(),
    embargo: nullableText.describe('ISO day, UTC'),
    licence: z.strictObject({ name: z.string(), url: nullableText }).nullable(),
    languages: z.array(z.string()).readonly(),
    pages: z.enum(['en', 'ru']).describe('In which language the program speaks on them'),
    methodNotes: z.array(z.strictObject({ lang: z.string(), text: z.string() })).readonly(),
    unreviewed: z.enum(['refuse', 'leave-out']),
    captures: z.enum(['none', 'public']),
    counts: z.number(),
    address: nullableText,
  })
  .describe('What it holds and under which conditions');

const releaseSchema = z.strictObject({
  id: z.string(),
  number: z.number(),
  profile: profileSchema,
  position: z.number().describe('Entries of the log that it is made from'),
  madeAt: z.string(),
  by: z.string(),
  program: z.string(),
  dossierSha256: z.string(),
  files: z.number(),
  approval: z.strictObject({ by: z.string(), at: z.string(), note: nullableText }).nullable(),
  state: z.enum(['waits-for-approval', 'under-embargo', 'may-be-handed-out', 'corrected']),
  corrects: z.strictObject({ number: z.number().nullable(), reason: z.string() }).nullable(),
  correctedBy: z.number().nullable(),
  changes: z.number(),
});

const secondPerson = z.boolean().describe('Whether somebody else than who made it must approve it');

export const listReleases = createRoute({
  method: 'get',
  path: '/api/releases',
  summary: 'Every release, the newest first',
  request: { query: pagingSchema },
  responses: {
    200: answer(
      z.strictObject({ secondPerson, releases: z.array(releaseSchema).readonly(), ...pageFields }),
      'Releases',
    ),
    ...FAULTS,
  },
});

export const readRelease = createRoute({
  method: 'get',
  path: '/api/releases/{id}',
  summary: 'One release, and what changed since the one it corrects',
  request: { params: one },
  responses: {
    200: answer(
      z.strictObject({
        release: releaseSchema,
        changes: z
          .array(
            z.strictObject({
              kind: z.enum(['added', 'removed', 'reworded', 'figure', 'claims']),
              proposition: z.strictObject({ id: z.string(), text: z.string() }).nullable(),
              before: nullableText,
              after: nullableText,
            }),
          )
          .readonly(),
      }),
      'The release',
    ),
    ...FAULTS,
  },
});

export const readReleaseGates = createRoute({
  method: 'get',
  path: '/api/releases/{id}/gates',
  summary: 'What the gates say of a release today',
  request: { params: one },
  responses: { 200: answer(z.strictObject({ gates }), 'Gates'), ...FAULTS },
});

export const readReleaseFiles = createRoute({
  method: 'get',
  path: '/api/releases/{id}/files',
  summary: 'Every file of a release with its SHA-256; it is made again from the log for this',
  request: { params: one, query: pagingSchema },
  responses: {
    200: answer(
      z.strictObject({
        files: z.array(z.strictObject({ path: z.string(), sha256: z.string() })).readonly(),
        ...pageFields,
      }),
      'Files',
    ),
    ...FAULTS,
  },
});

const draft = z
  .record(z.string(), z.unknown())
  .describe('A profile as docs/guide/publishing-safely.md has it');

export const askDraftGates = createRoute({
  method: 'post',
  path: '/api/releases/drafts',
  summary: 'What the gates say of a profile; nothing is made',
  request: { body: given(z.strictObject({ profile: draft })) },
  responses: { 200: answer(z.strictObject({ gates }), 'Gates'), ...FAULTS },
});

export const makeRelease = createRoute({
  method: 'post',
  path: '/api/releases',
  summary: 'Make a release, or one that takes the place of an approved one; it waits for approval',
  request: {
    body: given(
      z.strictObject({
        profile: draft.nullable().describe('Null, in a correction: as the release that it corrects'),
        corrects: z
          .strictObject({ release: z.string().max(64), reason: z.string().max(2_000) })
          .nullable()
          .describe('Null: none'),
      }),
    ),
  },
  responses: { 200: answer(z.strictObject({ id: z.string(), number: z.number() }), 'Made'), ...FAULTS },
});

export const approveRelease = createRoute({
  method: 'post',
  path: '/api/releases/{id}/approvals',
  summary: 'Let a release be handed out, after making it again and asking its gates anew',
  request: { params: one, body: given(z.strictObject({ note: z.string().max(2_000).nullable() })) },
  responses: { 200: answer(z.strictObject({ id: z.string(), number: z.number() }), 'Approved'), ...FAULTS },
});
