/** All routes that only a team's server has. */
import * as accesses from './access-routes.ts';
import * as door from './door-routes.ts';
import * as events from './event-routes.ts';
import * as members from './member-routes.ts';
import * as outside from './outside-routes.ts';
import * as own from './own-routes.ts';
import * as together from './together-routes.ts';

/** Every route, by the name of its contract. */
export const TEAM_ROUTES = {
  ...door,
  ...outside,
  ...own,
  ...members,
  ...accesses,
  ...together,
  ...events,
} as const;

type Routes = (typeof TEAM_ROUTES)[keyof typeof TEAM_ROUTES];

/** "POST /api/team/sign-in" and so on. */
type KeyOf<R> = R extends { method: infer M extends string; path: infer P extends string }
  ? `${Uppercase<M>} ${P}`
  : never;

export type TeamRouteKey = KeyOf<Routes>;

/** The contract behind each key. */
export type TeamApi = { readonly [R in Routes as KeyOf<R>]: R };
