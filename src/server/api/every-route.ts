/** All routes of the desk under their names: for the document, for tests over every route, and as types for the page. */
import * as claims from './claim-routes.ts';
import * as custody from './custody-routes.ts';
import * as figures from './figure-routes.ts';
import * as incidents from './incident-routes.ts';
import * as leaving from './leaving-routes.ts';
import * as notes from './note-routes.ts';
import * as origins from './origin-routes.ts';
import * as people from './people-routes.ts';
import * as places from './place-routes.ts';
import * as propositions from './proposition-routes.ts';
import * as record from './record-routes.ts';
import * as releases from './release-routes.ts';
import * as said from './said-routes.ts';
import * as search from './search-routes.ts';
import * as session from './session-routes.ts';
import * as sources from './source-routes.ts';
import * as tolls from './toll-routes.ts';
import * as voices from './voice-routes.ts';

const { SOURCE_ORDERS: _orders, ...sourceRoutes } = sources;
const { originsSchema: _shape, ...originRoutes } = origins;

/** Every route, by the name of its contract. */
export const ROUTES = {
  ...session,
  ...record,
  ...sourceRoutes,
  ...claims,
  ...propositions,
  ...figures,
  ...originRoutes,
  ...voices,
  ...people,
  ...places,
  ...incidents,
  ...search,
  ...tolls,
  ...custody,
  ...said,
  ...notes,
  ...leaving,
  ...releases,
} as const;

type Routes = (typeof ROUTES)[keyof typeof ROUTES];

/** "GET /api/claims" and so on. */
export type RouteKey<R extends Routes = Routes> = R extends {
  method: infer M extends string;
  path: infer P extends string;
}
  ? `${Uppercase<M>} ${P}`
  : never;

/** The contract behind each key. */
export type Api = { readonly [R in Routes as RouteKey<R>]: R };
