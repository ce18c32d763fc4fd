/** What the guard found out about a request, for the routes behind it. */
import type { HeldSession } from '../../desk/team/sessions.ts';
import type { GuardedRoute } from '../access/permissions.ts';

/** Variables of a request on a team's server. */
export interface TeamEnv {
  readonly Variables: {
    /** Of the table of permissions. */
    readonly route: GuardedRoute;
    /** Absent at the door. */
    readonly held: HeldSession;
    /** The secret of the session's cookie. */
    readonly secret: string;
  };
}

/** The session's cookie: of this host alone, over TLS alone (RFC 6265bis §4.1.3.2). */
export const COOKIE = '__Host-onrecord';

/** Of a browser that goes to the organisation's sign-in and comes back; it opens nothing. */
export const BROWSER_COOKIE = '__Host-onrecord-browser';

/**
 * The line that sets it, until the browser is closed.
 *
 * @example
 * c.header('Set-Cookie', browserLine(secret), { append: true });
 */
export function browserLine(secret: string): string {
  return `${BROWSER_COOKIE}=${secret}; Path=/; Secure; HttpOnly; SameSite=Strict`;
}

/**
 * The line that sets the cookie.
 *
 * @param secret null: it is taken away
 * @example
 * c.header('Set-Cookie', cookieLine(secret));
 */
export function cookieLine(secret: string | null): string {
  const age = secret === null ? '; Max-Age=0' : '';
  return `${COOKIE}=${secret ?? ''}; Path=/; Secure; HttpOnly; SameSite=Strict${age}`;
}
