/** Queries over actors, their names and their joins. */

import type { QueryBuilder } from './dialect.ts';
import type { Query } from './query.ts';
import type { BodyRow } from './source-queries.ts';

/**
 * Each absorbed actor with the one it was joined to.
 *
 * @example
 * joinsQuery(build).compile();
 */
export function joinsQuery(build: QueryBuilder): Query<{ absorbed: string; kept: string }> {
  return build
    .selectFrom('actors as gone')
    .innerJoin('actors as kept', 'kept.place', 'gone.joined_to')
    .select(['gone.id as absorbed', 'kept.id as kept'])
    .where('gone.joined_to', 'is not', null)
    .orderBy('gone.place');
}

/**
 * Actors as logged, in log order; only those with the ids when given.
 *
 * @example
 * actorsQuery(build, ['act_…']).compile();
 */
export function actorsQuery(build: QueryBuilder, ids?: readonly string[]): Query<BodyRow> {
  const query = build.selectFrom('actors').select('body').orderBy('place');
  return ids === undefined ? query : query.where(({ ref }) => build.own.isAmong(ref('id'), ids));
}

/**
 * Ids of the actors that bear a name, in log order.
 *
 * @param folded the name as `foldName` gives it
 * @example
 * actorsNamedQuery(build, 'novaya gazeta').compile();
 */
export function actorsNamedQuery(build: QueryBuilder, folded: string): Query<{ id: string }> {
  return build
    .selectFrom('actor_names')
    .innerJoin('actors', 'actors.place', 'actor_names.actor')
    .select('actors.id')
    .where('actor_names.folded', '=', folded)
    .orderBy('actors.place');
}

/**
 * Every distinct chain of mouths.
 *
 * @param places these alone; absent: all
 * @example
 * chainsQuery(build).compile();
 */
export function chainsQuery(
  build: QueryBuilder,
  places?: readonly number[],
): Query<{ place: number; voices: string }> {
  const all = build.selectFrom('chains').select(['place', 'voices']);
  return places === undefined ? all : all.where(({ ref }) => build.own.isPlaceAmong(ref('place'), places));
}
