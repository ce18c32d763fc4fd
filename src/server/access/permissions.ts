/**
 * Who may ask for what on a team's server: the one table. A route without a rule is a type error, and at run time is given to
 * nobody. Which sources an answer holds is another matter: the store that the routes are handed holds only what the member's clearance
 * covers. Reading what one may not ask for answers as if there were no such route; a change is refused in words.
 */
import type { AccessAct, Role } from '../../desk/vocabulary.ts';
import type { RouteKey } from '../api/every-route.ts';
import type { TeamRouteKey } from '../team/api/every-team-route.ts';

export type GuardedRoute = RouteKey | TeamRouteKey | 'GET /api/openapi.json';

export interface Rule {
  /** Any of these; none: nobody. */
  readonly roles: readonly Role[];
  /** Without a session: the way in. */
  readonly door?: true;
  /** The member must have proved who they are a short time ago. */
  readonly fresh?: true;
  /** Something leaves the vault. */
  readonly out?: true;
  /** As what a change is kept; `write` when absent. Null: nothing is changed that anybody asks for later, and it is not kept. */
  readonly keptAs?: AccessAct | null;
}

const EVERYBODY: Rule = {
  roles: ['reader', 'recorder', 'reviewer', 'publisher', 'custodian', 'auditor'],
};
const DOOR: Rule = { roles: [], door: true };
const NOBODY: Rule = { roles: [] };
const READ: Rule = { roles: ['reader', 'recorder', 'reviewer', 'publisher'] };
const RECORD: Rule = { roles: ['recorder', 'reviewer'] };
const REVIEW: Rule = { roles: ['reviewer'] };
const PUBLISH: Rule = { roles: ['publisher'] };
/** Whoever does more than read may say something about it. */
const SAY: Rule = { roles: ['recorder', 'reviewer', 'publisher'], keptAs: 'commented' };
const KEEP: Rule = { roles: ['custodian'], fresh: true };
const AUDIT: Rule = { roles: ['custodian', 'auditor'] };

export const PERMISSIONS: Readonly<Record<GuardedRoute, Rule>> = {
  'GET /api/openapi.json': EVERYBODY,
  'GET /api/session': EVERYBODY,
  // The name in the log is the account's.
  'PUT /api/session/by': NOBODY,
  'GET /api/record': EVERYBODY,
  'GET /api/sources': READ,
  'GET /api/sources/{id}': READ,
  'GET /api/sources/{id}/claims': READ,
  'GET /api/captures/{id}/text': READ,
  'GET /api/captures/{id}/original': READ,
  'POST /api/captures/{id}/copies': { roles: ['publisher'], fresh: true, out: true },
  'GET /api/claims': READ,
  'GET /api/claims/{id}/why': READ,
  'POST /api/claims': RECORD,
  'POST /api/claims/decisions': REVIEW,
  'GET /api/propositions': READ,
  'GET /api/propositions/{id}': READ,
  'GET /api/alike': READ,
  'GET /api/alike/groups': READ,
  'POST /api/propositions/joins': REVIEW,
  'POST /api/propositions/splits': REVIEW,
  'POST /api/propositions/undos': REVIEW,
  'POST /api/propositions/wordings': REVIEW,
  'GET /api/apart': READ,
  'POST /api/apart': REVIEW,
  'GET /api/positions': READ,
  'GET /api/responses': READ,
  'GET /api/propositions/{id}/origins': READ,
  'GET /api/propositions/{id}/origins/edges': READ,
  'GET /api/propositions/{id}/voices': READ,
  'POST /api/voices/findings': REVIEW,
  'POST /api/voices/findings/{id}/undo': REVIEW,
  'POST /api/links/decisions': REVIEW,
  'GET /api/people/lists': READ,
  'GET /api/people/queue': READ,
  'GET /api/people/linking': READ,
  'POST /api/people/linking/stop': REVIEW,
  'GET /api/people/decisions': READ,
  'POST /api/people/decisions': REVIEW,
  'POST /api/people/decisions/{id}/undo': REVIEW,
  'GET /api/places': READ,
  'GET /api/countries': EVERYBODY,
  'GET /api/map': READ,
  'GET /api/places/{key}': READ,
  'POST /api/places': RECORD,
  'POST /api/places/withdrawals': REVIEW,
  'GET /api/incidents': READ,
  'GET /api/incidents/{id}': READ,
  'POST /api/incidents': RECORD,
  'POST /api/incidents/withdrawals': REVIEW,
  'GET /api/search': READ,
  'GET /api/search/claims': READ,
  'GET /api/search/names': READ,
  'GET /api/responses/asked': READ,
  'GET /api/actors': READ,
  'GET /api/timeline': READ,
  'GET /api/tolls': READ,
  'GET /api/tolls/{id}': READ,
  'GET /api/totals': READ,
  'GET /api/estimates': READ,
  'GET /api/log': EVERYBODY,
  'GET /api/custody': EVERYBODY,
  'POST /api/custody/checkpoint': { roles: ['custodian', 'publisher'], out: true },
  // The report names what differs, whatever its handling.
  'GET /api/verification': AUDIT,
  'POST /api/verification': { roles: ['custodian'] },
  'GET /api/drafts': EVERYBODY,
  'POST /api/drafts': EVERYBODY,
  'POST /api/drafts/drops': EVERYBODY,
  'GET /api/sources/{id}/handlings': READ,
  'POST /api/sources/{id}/handlings': { roles: ['publisher'] },
  'GET /api/persons': { roles: ['reviewer', 'publisher'] },
  'POST /api/persons/clearances': { roles: ['publisher'] },
  'POST /api/sources/{id}/redactions': { roles: ['reviewer', 'publisher'] },
  // What is to be published, and why it cannot be yet, is for who publishes.
  'GET /api/releases': PUBLISH,
  'GET /api/releases/{id}': PUBLISH,
  'GET /api/releases/{id}/gates': PUBLISH,
  'GET /api/releases/{id}/files': PUBLISH,
  'POST /api/releases/drafts': PUBLISH,
  'POST /api/releases': { ...PUBLISH, fresh: true },
  'POST /api/releases/{id}/approvals': { ...PUBLISH, fresh: true, out: true },
  'GET /api/searches': EVERYBODY,
  'POST /api/searches': EVERYBODY,
  'POST /api/searches/drops': EVERYBODY,

  'GET /api/team/door': DOOR,
  'POST /api/team/outside/questions': DOOR,
  'POST /api/team/outside/answers': DOOR,
  'POST /api/team/outside/completions': DOOR,
  'POST /api/team/proofs/outside/questions': EVERYBODY,
  'POST /api/team/outside/bindings/questions': { ...EVERYBODY, fresh: true },
  'POST /api/team/outside/bindings/drops': { ...EVERYBODY, fresh: true },
  // What each is told is filtered by clearance, as the log is.
  'GET /api/events': EVERYBODY,
  'GET /api/readers': READ,
  'GET /api/assignments': READ,
  'POST /api/assignments': { ...REVIEW, keptAs: 'assigned' },
  // One's own; another's is for those who may assign.
  'POST /api/assignments/ends': { ...READ, keptAs: 'assignment-ended' },
  'GET /api/comments': READ,
  'POST /api/comments': SAY,
  'POST /api/comments/{id}': SAY,
  'POST /api/comments/{id}/resolutions': SAY,
  'POST /api/comments/{id}/withdrawals': SAY,
  'GET /api/mentions': READ,
  'POST /api/mentions/readings': { ...READ, keptAs: null },
  'GET /api/presence': READ,
  'POST /api/presence': { ...RECORD, keptAs: null },

  'POST /api/team/sign-in': DOOR,
  'POST /api/team/invitations/readings': DOOR,
  'POST /api/team/invitations/acceptances': DOOR,
  'POST /api/team/passkeys/questions': DOOR,
  'POST /api/team/passkeys/sign-in': DOOR,
  'POST /api/team/invitations/passkeys/questions': DOOR,
  'POST /api/team/invitations/passkeys': DOOR,
  'POST /api/team/proofs/passkeys/questions': EVERYBODY,
  'POST /api/team/proofs/passkeys': EVERYBODY,
  'GET /api/team/passkeys': EVERYBODY,
  'POST /api/team/passkeys/additions/questions': { ...EVERYBODY, fresh: true },
  'POST /api/team/passkeys/additions': { ...EVERYBODY, fresh: true },
  'POST /api/team/passkeys/drops': { ...EVERYBODY, fresh: true },
  'POST /api/team/members/{id}/recovery': KEEP,
  'GET /api/team/self': EVERYBODY,
  'POST /api/team/sign-out': EVERYBODY,
  'POST /api/team/proofs': EVERYBODY,
  'GET /api/team/sessions': EVERYBODY,
  'POST /api/team/sessions/ends': EVERYBODY,
  'GET /api/team/names': EVERYBODY,
  'GET /api/team/members': AUDIT,
  'POST /api/team/invitations': KEEP,
  'POST /api/team/invitations/withdrawals': KEEP,
  'POST /api/team/members/{id}': KEEP,
  'POST /api/team/members/{id}/sessions/ends': KEEP,
  'GET /api/team/settings': EVERYBODY,
  'PUT /api/team/settings': KEEP,
  'GET /api/team/accesses': AUDIT,
  'GET /api/team/accesses/export': { ...AUDIT, fresh: true, out: true },
};

/**
 * The rule of a route; nobody for one that is not in the table.
 *
 * @example
 * ruleOf('POST /api/claims/decisions').roles; // ['reviewer']
 */
export function ruleOf(route: string): Rule {
  return Object.hasOwn(PERMISSIONS, route) ? PERMISSIONS[route as GuardedRoute] : NOBODY;
}

/**
 * Whether somebody with these roles may ask for a route.
 *
 * @example
 * mayAsk(['reader'], 'POST /api/claims/decisions'); // false
 */
export function mayAsk(roles: readonly Role[], route: string): boolean {
  return ruleOf(route).roles.some((role) => roles.includes(role));
}

interface Pattern {
  readonly route: GuardedRoute;
  readonly method: string;
  readonly matches: RegExp;
}

/** Those without a blank first, so that "/decisions" is not taken for an id. */
const PATTERNS: readonly Pattern[] = (Object.keys(PERMISSIONS) as GuardedRoute[])
  .toSorted((a, b) => a.split('{').length - b.split('{').length)
  .map((route) => {
    const [method = '', path = ''] = route.split(' ');
    const source = path
      .split(/\{\w+\}/u)
      .map(escapeRegExp)
      .join('[^/]+');
    return { route, method, matches: new RegExp(`^${source}$`, 'u') };
  });

/**
 * The route of a request; null: there is none.
 *
 * @param path without the question
 * @example
 * routeAsked('GET', '/api/sources/src_7d2'); // 'GET /api/sources/{id}'
 */
export function routeAsked(method: string, path: string): GuardedRoute | null {
  const read = method === 'HEAD' ? 'GET' : method;
  return PATTERNS.find((one) => one.method === read && one.matches.test(path))?.route ?? null;
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}
