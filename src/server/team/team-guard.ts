/**
 * Guards of a team's server: the name and origin of the request, the session, the table of permissions; and keeps who asked for what,
 * before the answer leaves. What may not be read is answered as if it were not there.
 */
import type { Context, MiddlewareHandler } from 'hono';
import { noteAccess } from '../../desk/team/accesses.ts';
import { type HeldSession, sessionOf } from '../../desk/team/sessions.ts';
import type { ShownRecords } from '../../desk/team/shown-records.ts';
import { type GuardedRoute, mayAsk, routeAsked, ruleOf } from '../access/permissions.ts';
import { plainFault } from '../fault-answer.ts';
import { refusalOf } from '../guard/loopback-guard.ts';
import { SECURITY_HEADERS } from '../guard/security-headers.ts';
import { cookieValue } from '../guard/start-session.ts';
import { COOKIE, type TeamEnv } from './signed-in.ts';
import { OUTSIDE_PAGE, type TeamRoom } from './team-room.ts';

/** What else is set on every answer over TLS: a year. */
const HEADERS: readonly (readonly [string, string])[] = [
  ...Object.entries(SECURITY_HEADERS),
  ['Strict-Transport-Security', 'max-age=31536000; includeSubDomains'],
];
const WHOLE_ID = /^[a-z]{3}_[0-9a-hjkmnp-tv-z]{26}$/u;

/**
 * The name, origin and form of every request; the pages go on from here, what is under /api/ to `sessionGuard`.
 *
 * @example
 * app.use('*', originGuard(team));
 */
export function originGuard({ publicAddress }: TeamRoom): MiddlewareHandler {
  const allowed = new Set([publicAddress.host]);
  const scheme = publicAddress.protocol === 'http:' ? 'http' : 'https';
  return async (c, next) => {
    const host = c.req.header('host');
    const refusal = refusalOf(
      {
        method: c.req.method,
        hosts: host === undefined ? [] : host.split(',').map((one) => one.trim()),
        origin: c.req.header('origin') ?? null,
        site: isReturn(c) ? null : (c.req.header('sec-fetch-site') ?? null),
        contentType: c.req.header('content-type') ?? null,
        ownHeader: c.req.header('x-onrecord') ?? null,
      },
      allowed,
      scheme,
    );
    if (refusal === null) await next();
    else c.res = c.json(plainFault('refused', refusal.message), refusal.status);
    // What a route says of its own answer stands.
    for (const [header, value] of HEADERS) if (!c.res.headers.has(header)) c.res.headers.set(header, value);
  };
}

/** A browser that comes back from the organisation's sign-in: a page without a word of the record, whatever site led to it. */
function isReturn({ req }: Context): boolean {
  return (
    req.method === 'GET' &&
    req.path === OUTSIDE_PAGE &&
    req.header('sec-fetch-mode') === 'navigate' &&
    req.header('sec-fetch-dest') === 'document'
  );
}

/**
 * The session and what it may ask for.
 *
 * @param shown tells which guarded sources an answer showed
 * @example
 * app.use('/api/*', sessionGuard(team, shownRecords(desk.store)));
 */
export function sessionGuard({ team }: TeamRoom, shown: ShownRecords): MiddlewareHandler<TeamEnv> {
  return async (c, next) => {
    const route = routeAsked(c.req.method, c.req.path);
    const door = route !== null && ruleOf(route).door === true;
    if (route !== null) c.set('route', route);
    if (door) return next();
    const secret = cookieValue(c.req.header('cookie') ?? null, COOKIE);
    const held = await sessionOf(team, secret);
    if (held === null || secret === null)
      return c.json(plainFault('sign-in', 'Sign in: there is no session, or it has ended.'), 401);
    c.set('held', held);
    c.set('secret', secret);
    const refused = route === null ? noSuchThing(c) : refusalFor(c, route, held);
    if (refused !== null) {
      await noteDenied(c, held, { team, route: route ?? 'unknown' });
      return refused;
    }
    await next();
    return noteAnswered(c, held, { team, shown, route: route as GuardedRoute });
  };
}

function noSuchThing(c: Context): Response {
  return c.json(plainFault('not-found', 'There is no such thing here.'), 404);
}

function refusalFor(c: Context, route: GuardedRoute, { account, fresh }: HeldSession): Response | null {
  const reads = c.req.method === 'GET' || c.req.method === 'HEAD';
  if (!mayAsk(account.roles, route))
    return reads
      ? noSuchThing(c)
      : c.json(plainFault('no-right', 'Your roles in this team do not cover this.'), 403);
  if (route.includes('{id}') && !idsAreWhole(route, c.req.path)) return noSuchThing(c);
  if (ruleOf(route).fresh === true && !fresh)
    return c.json(plainFault('prove-again', 'Prove who you are once more, then do this again.'), 403);
  return null;
}

/** Beginnings of ids are for the command line: what was asked for must be plain in what is kept of it. */
function idsAreWhole(route: GuardedRoute, path: string): boolean {
  const parts = path.split('/');
  return (route.split(' ')[1] ?? '')
    .split('/')
    .every((part, at) => part !== '{id}' || WHOLE_ID.test(parts[at] ?? ''));
}

interface Noting {
  readonly team: TeamRoom['team'];
  readonly route: string;
}

const ANY_ID = /\b[a-z]{3}_[0-9a-hjkmnp-tv-z]{26}\b/gu;
const MOST_NAMED = 20;

/** Ids in the address of a request, in clear or written as %5F. */
function asked(c: Context): string {
  const { pathname, search } = new URL(c.req.url);
  return decodeURIComponent(pathname) + decodedSearch(search);
}

function decodedSearch(search: string): string {
  return [...new URLSearchParams(search).values()].map((value) => ` ${value}`).join('');
}

async function noteDenied(c: Context, { account }: HeldSession, { team, route }: Noting): Promise<void> {
  const about = idsIn(asked(c));
  await noteAccess(team, account, { act: 'denied', route, about });
}

function idsIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(ANY_ID)].map(([id]) => id))].slice(0, MOST_NAMED);
}

/** Kept before the answer leaves: when it cannot be kept, nothing is shown. */
async function noteAnswered(
  c: Context,
  { account }: HeldSession,
  { team, shown, route }: Noting & { readonly shown: ShownRecords },
): Promise<undefined> {
  // A stream of ids and kinds: what it names is asked for, and then it is seen.
  if (c.res.headers.get('content-type')?.startsWith('text/event-stream') === true) return undefined;
  const { status } = c.res;
  const { out, keptAs = 'write' } = ruleOf(route);
  const reads = c.req.method === 'GET' || c.req.method === 'HEAD';
  const text = isText(c.res) ? await c.res.clone().text() : '';
  if (status === 403 || status === 404) {
    const about = idsIn(asked(c));
    if (about.length > 0) await noteAccess(team, account, { act: 'denied', route, about });
  } else if (status >= 400) return undefined;
  else if (!reads && !route.includes(' /api/team/') && keptAs !== null) {
    const about = [...new Set([...idsIn(asked(c)), ...idsIn(text)])].slice(0, MOST_NAMED);
    await noteAccess(team, account, { act: out === true ? 'out' : keptAs, route, about });
  } else if (reads) {
    const about = await shown(asked(c), text);
    if (about.length > 0 || out === true)
      await noteAccess(team, account, { act: out === true ? 'out' : 'read', route, about });
  }
  return undefined;
}

function isText({ headers }: Response): boolean {
  return /^(application\/(json|x-ndjson)|text\/)/u.test(headers.get('content-type') ?? '');
}
