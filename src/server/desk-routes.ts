/** What every server of a desk has: the routes of the contract over one state, the answer to a question that cannot be asked, the pages. */
import type { Hook, OpenAPIHono } from '@hono/zod-openapi';
import type { Context, Env } from 'hono';
import { questionWords } from './api/question-words.ts';
import type { DeskState } from './desk-state.ts';
import { plainFault } from './fault-answer.ts';
import type { PeopleLinking } from './people-linking.ts';
import { addClaimRoutes } from './routes/claims.ts';
import { addCustodyRoutes } from './routes/custody.ts';
import { addFigureRoutes } from './routes/figures.ts';
import { addIncidentRoutes } from './routes/incidents.ts';
import { addLeavingRoutes } from './routes/leaving.ts';
import { addNoteRoutes } from './routes/notes.ts';
import { addOriginRoutes } from './routes/origins.ts';
import { addPeopleRoutes } from './routes/people.ts';
import { addPlaceRoutes } from './routes/places.ts';
import { addPropositionRoutes } from './routes/propositions.ts';
import { addRecordRoutes } from './routes/record.ts';
import { addReleaseRoutes } from './routes/releases.ts';
import { addSaidRoutes } from './routes/said.ts';
import { addSearchRoutes } from './routes/search.ts';
import { addSessionRoutes } from './routes/session.ts';
import { addSourceRoutes } from './routes/sources.ts';
import { addTollRoutes } from './routes/tolls.ts';
import { addVoiceRoutes } from './routes/voices.ts';
import type { PageFiles } from './server-room.ts';
import type { Verification } from './verification.ts';

/** Work that goes on beside the answers. */
export interface Jobs {
  readonly job: Verification;
  readonly linking: PeopleLinking;
}

/** Every fault of the question, in the one shape of an answer. */
export const refuseBadQuestion: Hook<unknown, Env, string, unknown> = (result, c) => {
  if (result.success) return undefined;
  const faults = result.error.issues.map((issue) => ({
    path: issue.path.join('.'),
    message: questionWords(issue),
  }));
  const { error } = plainFault(
    'bad-usage',
    'What was asked has something missing or wrong. Nothing was changed.',
  );
  return c.json({ error: { ...error, faults } }, 400);
};

/**
 * All routes of the contract; also for the document of the API alone.
 *
 * @example
 * addRoutes(app, deskState(room, null), { job, linking });
 */
export function addRoutes(app: OpenAPIHono, state: DeskState, { job, linking }: Jobs): void {
  addSessionRoutes(app, state);
  addRecordRoutes(app, state);
  addSourceRoutes(app, state);
  addClaimRoutes(app, state);
  addPropositionRoutes(app, state);
  addFigureRoutes(app, state);
  addOriginRoutes(app, state);
  addVoiceRoutes(app, state);
  addPeopleRoutes(app, state, linking);
  addPlaceRoutes(app, state);
  addIncidentRoutes(app, state);
  addSearchRoutes(app, state);
  addSaidRoutes(app, state);
  addNoteRoutes(app, state);
  addLeavingRoutes(app, state);
  addReleaseRoutes(app, state);
  addTollRoutes(app, state);
  addCustodyRoutes(app, state, job);
}

/** A file of the pages; any other address is a place inside the one page. */
export function pageOf(pages: PageFiles, c: Context): Response {
  if (c.req.path.startsWith('/api/')) return c.json(plainFault('not-found', 'There is no such route.'), 404);
  const file = pages.get(c.req.path) ?? (c.req.path.includes('.') ? undefined : pages.get('/'));
  if (file === undefined) return c.json(plainFault('not-found', 'There is no such file.'), 404);
  c.header('Content-Type', file.mediaType);
  return c.body(new Uint8Array(file.bytes));
}
