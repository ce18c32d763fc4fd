/**
 * A team's HTTP door: the same desk and contract for many, behind other guards. It holds no state of its own but what can be reckoned
 * anew, so that any number of instances stand beside each other. It opens no sealed case: ciphertext alone lies here.
 */

import { OpenAPIHono } from '@hono/zod-openapi';
import type { ErrorHandler } from 'hono';
import { durationWords } from '../../desk/duration-words.ts';
import { shownRecords } from '../../desk/team/shown-records.ts';
import { TooManyTries } from '../../desk/team/tries.ts';
import { routeAsked } from '../access/permissions.ts';
import { pageOf, refuseBadQuestion } from '../desk-routes.ts';
import { faultAnswer, plainFault } from '../fault-answer.ts';
import { requestLimit } from '../guard/body-limit.ts';
import type { Answered } from '../operations/metrics.ts';
import { telling } from '../operations/telling.ts';
import type { ServerRoom } from '../server-room.ts';
import { verification } from '../verification.ts';
import { openEventHub } from './events/event-hub.ts';
import { memberApps } from './member-apps.ts';
import { addAccessRoutes } from './routes/accesses.ts';
import { addDoorRoutes } from './routes/door.ts';
import { addEventRoutes } from './routes/events.ts';
import { addMemberRoutes } from './routes/members.ts';
import { addOutsideRoutes } from './routes/outside.ts';
import { addOwnRoutes } from './routes/own.ts';
import { addTogetherRoutes } from './routes/together.ts';
import type { TeamEnv } from './signed-in.ts';
import { teamDocument } from './team-document.ts';
import { originGuard, sessionGuard } from './team-guard.ts';
import type { TeamRoom } from './team-room.ts';

export interface TeamAppOptions {
  /** Told of what went wrong unexpectedly: its kind, never its words. */
  readonly onUnexpected: (kind: string) => void;
  readonly onAnswered?: (answer: Answered) => void;
  /** The server ends: work of its own stops. */
  readonly ended?: AbortSignal;
}

/** Of the record's routes, written as this app's own are. */
function patternOf(method: string, path: string): string | null {
  return (
    routeAsked(method, path)
      ?.split(' ')[1]
      ?.replace(/\{(\w+)\}/gu, ':$1') ?? null
  );
}

/**
 * Puts it together.
 *
 * @example
 * const app = createTeamApp(room, team, { onUnexpected: () => undefined });
 */
export function createTeamApp(
  room: ServerRoom,
  team: TeamRoom,
  { onUnexpected, onAnswered, ended }: TeamAppOptions,
): OpenAPIHono<TeamEnv> {
  const app = new OpenAPIHono<TeamEnv>({ defaultHook: refuseBadQuestion as never });
  if (onAnswered !== undefined) app.use('*', telling(onAnswered, patternOf));
  const onFault: ErrorHandler = (thrown, c) => {
    if (thrown instanceof TooManyTries) {
      c.header('Retry-After', String(thrown.wait));
      return c.json(
        plainFault(
          'too-many',
          `Too many tries: wait ${durationWords(Math.ceil(thrown.wait / 60) * 60_000)}.`,
        ),
        429,
      );
    }
    const { status, body } = faultAnswer(thrown);
    if (body.error.code === 'unexpected') onUnexpected(thrown.name);
    return c.json(body, status);
  };
  const job = verification(room.desk, room.verifying, onUnexpected);
  const apps = memberApps(room, { team: team.team, job, onFault });
  const hub = openEventHub({ team: team.team, store: room.desk.store, storeOf: apps.storeOf });
  ended?.addEventListener('abort', () => {
    hub.stop();
    job.stop();
    apps.stop();
  });
  app.onError(onFault);
  app.use('*', originGuard(team));
  app.use('/api/*', requestLimit());
  app.use('/api/*', sessionGuard(team, shownRecords(room.desk.store)));
  addDoorRoutes(app, team);
  addOutsideRoutes(app, team);
  addOwnRoutes(app, team);
  addMemberRoutes(app, team, room.desk);
  addAccessRoutes(app, team);
  addTogetherRoutes(app, team, apps);
  addEventRoutes(app, hub);
  const document = teamDocument(room.version);
  app.get('/api/openapi.json', (c) => c.json(document, 200));
  app.all('/api/*', (c) => apps.of(c.get('held').account).fetch(c.req.raw));
  app.get('*', (c) => pageOf(room.pages, c));
  return app;
}
