/** Things that are stored as JSON. */
import type { KeptQuery } from '../queries/kept-query.ts';
import { askKept } from '../queries/kept-query.ts';
import type { Query } from '../queries/query.ts';
import type { BodyRow } from '../queries/source-queries.ts';
import { eachRow, rowsOf, type Steps } from '../queries/steps.ts';

/**
 * The things in the rows of a query.
 *
 * @example
 * const captures = yield* bodiesOf<Capture>(capturesQuery(build, {}));
 */
export function* bodiesOf<T>(query: Query<BodyRow>): Steps<readonly T[]> {
  return (yield* rowsOf(query)).map((row) => JSON.parse(row.body) as T);
}

/**
 * One thing by its id; null when there is none.
 *
 * @example
 * const claim = yield* bodyById<Claim>(kept.body.claims, 'clm_…');
 */
export function* bodyById<T>(query: KeptQuery<[id: string], BodyRow>, id: string): Steps<T | null> {
  const [row] = yield* askKept(query, id);
  return row === undefined ? null : (JSON.parse(row.body) as T);
}

/**
 * The things of a whole table by id, parsed one by one, so that a large table is never held twice.
 *
 * @example
 * const sources = yield* bodiesById(bodiesQuery(build, 'sources'), (source: Source) => source);
 */
export function* bodiesById<T extends { readonly id: string }>(
  query: Query<BodyRow>,
  shown: (thing: T) => T,
): Steps<ReadonlyMap<T['id'], T>> {
  const all = new Map<T['id'], T>();
  yield* eachRow(query, ([body]) => {
    const thing = shown(JSON.parse(String(body)) as T);
    all.set(thing.id, thing);
  });
  return all;
}
