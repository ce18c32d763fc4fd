/** All routes over sealed cases: a desk on a member's own machine has them, and no other server. */
import * as cases from './case-routes.ts';
import * as counts from './counts-routes.ts';
import * as custodian from './custodian-routes.ts';
import * as keeping from './keeping-routes.ts';

/** Every route, by the name of its contract. */
export const SEALED_ROUTES = { ...keeping, ...custodian, ...cases, ...counts } as const;

type Routes = (typeof SEALED_ROUTES)[keyof typeof SEALED_ROUTES];

/** "POST /api/sealed/locks" and so on. */
type KeyOf<R> = R extends { method: infer M extends string; path: infer P extends string }
  ? `${Uppercase<M>} ${P}`
  : never;

/** The contract behind each key. */
export type SealedApi = { readonly [R in Routes as KeyOf<R>]: R };
