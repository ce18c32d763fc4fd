/**
 * The desk's HTTP door: guards first, then the pages, then the routes. A request that the guards do not know is turned away
 * before anything of the record is touched; every answer has the security headers.
 */
import { OpenAPIHono } from '@hono/zod-openapi';
import { addRoutes, pageOf, refuseBadQuestion } from './desk-routes.ts';
import { deskState } from './desk-state.ts';
import { faultAnswer, plainFault } from './fault-answer.ts';
import { requestLimit } from './guard/body-limit.ts';
import { refusalOf } from './guard/loopback-guard.ts';
import { SECURITY_HEADERS } from './guard/security-headers.ts';
import { cookieName, cookieValue, type StartSession } from './guard/start-session.ts';
import type { Answered } from './operations/metrics.ts';
import { telling } from './operations/telling.ts';
import { peopleLinking } from './people-linking.ts';
import type { ServerRoom } from './server-room.ts';
import { verification } from './verification.ts';

export interface AppOptions {
  readonly session: StartSession;
  /** The port it is bound to. */
  readonly port: number;
  /** Who decides; null: asked for in the page. */
  readonly by: string | null;
  /** Told of what went wrong unexpectedly: its kind, never its words. */
  readonly onUnexpected: (kind: string) => void;
  /** Told of every answer: its route, and no word of what was asked. */
  readonly onAnswered?: (answer: Answered) => void;
  /** The desk ends: work of its own stops. */
  readonly ended?: AbortSignal;
}

/** What may be asked for without a session: the page that says where to get one. */
const OPEN_PATHS = new Set(['/start']);

/**
 * Puts the app together.
 *
 * @example
 * const app = createApp(room, { session, port: 8080, by: null, onUnexpected: () => undefined });
 * (await app.request('/api/record', { headers: { host: 'evil.example' } })).status; // 421
 */
export function createApp(room: ServerRoom, options: AppOptions): OpenAPIHono {
  const app = new OpenAPIHono({ defaultHook: refuseBadQuestion });
  if (options.onAnswered !== undefined) app.use('*', telling(options.onAnswered));
  addGuards(app, options, room);
  addStart(app, options);
  const state = deskState(room, options.by);
  const job = verification(room.desk, room.verifying, options.onUnexpected);
  const linking = peopleLinking(room.desk, room.linkPeople);
  options.ended?.addEventListener('abort', () => {
    job.stop();
    linking.stop();
    room.sealed?.lock();
  });
  room.sealed?.add(app);
  addRoutes(app, state, { job, linking });
  app.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: { title: 'onrecord desk', version: room.version },
  });
  app.get('*', (c) => pageOf(room.pages, c));
  app.notFound((c) => c.json(plainFault('not-found', 'There is no such route.'), 404));
  app.onError((thrown, c) => {
    const { status, body } = faultAnswer(thrown);
    if (body.error.code === 'unexpected') options.onUnexpected(thrown.name);
    return c.json(body, status);
  });
  return app;
}

function addGuards(app: OpenAPIHono, { session, port }: AppOptions, { sealed }: ServerRoom): void {
  const allowed = new Set([`127.0.0.1:${port}`, `localhost:${port}`]);
  const name = cookieName(port);
  app.use('*', async (c, next) => {
    for (const [header, value] of Object.entries(SECURITY_HEADERS)) c.header(header, value);
    const host = c.req.header('host');
    const refusal = refusalOf(
      {
        method: c.req.method,
        hosts: host === undefined ? [] : host.split(',').map((one) => one.trim()),
        origin: c.req.header('origin') ?? null,
        site: c.req.header('sec-fetch-site') ?? null,
        contentType: c.req.header('content-type') ?? null,
        ownHeader: c.req.header('x-onrecord') ?? null,
      },
      allowed,
    );
    if (refusal !== null) return c.json(plainFault('refused', refusal.message), refusal.status);
    if (!OPEN_PATHS.has(c.req.path) && !session.holds(cookieValue(c.req.header('cookie') ?? null, name))) {
      if (c.req.path.startsWith('/api/') || c.req.method !== 'GET')
        return c.json(plainFault('no-session', 'No session: open the address that the terminal shows.'), 401);
      return c.html(noSessionPage(), 401);
    }
    return next();
  });
  const limit = requestLimit();
  app.use('/api/*', (c, next) => (sealed?.takesFiles(c.req.path) === true ? next() : limit(c, next)));
}

/** The token of the address becomes a cookie; the address in the bar is clean afterwards. */
function addStart(app: OpenAPIHono, { session, port }: AppOptions): void {
  app.get('/start', (c) => {
    const secret = session.exchange(c.req.query('t') ?? '');
    if (secret === null) return c.html(noSessionPage(), 403);
    c.header('Set-Cookie', `${cookieName(port)}=${secret}; HttpOnly; SameSite=Strict; Path=/`);
    return c.redirect('/', 303);
  });
}

function noSessionPage(): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>onrecord</title><h1>This address opens nothing any more</h1><p>The desk opens once with the address that the terminal shows. To open it in another browser, or after the desk was started again, take the address from the terminal. Nothing that was saved is lost.</p></html>`;
}
