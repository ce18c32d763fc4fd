/** Actors as they are shown: those found to be one are part of the kept one. */
import type { Actor } from '../../record/actor.ts';
import type { ActorId } from '../../record/id.ts';
import { type JoinedActors, joinedActors, mergeActors } from '../joined-actors.ts';
import { actorsNamedQuery, actorsQuery } from '../queries/actor-queries.ts';
import { askKept } from '../queries/kept-query.ts';
import { rowsOf, type Steps } from '../queries/steps.ts';
import { bodiesOf } from './read-bodies.ts';
import type { RecordQueries } from './reading-port.ts';

/**
 * Which actors are shown as which.
 *
 * @example
 * const joins = yield* readJoins(queries);
 */
export function* readJoins({ kept }: RecordQueries): Steps<JoinedActors> {
  const rows = yield* askKept(kept.joins);
  return joinedActors(
    rows.map(({ absorbed, kept: to }) => ({ absorbed: absorbed as ActorId, kept: to as ActorId })),
  );
}

/**
 * Actors in log order.
 *
 * @param ids only these, whichever of their joined ones is named; all when absent
 * @example
 * const actors = yield* readActors(queries, yield* readJoins(queries));
 */
export function* readActors(
  { build }: RecordQueries,
  joins: JoinedActors,
  ids?: readonly ActorId[],
): Steps<readonly Actor[]> {
  const wanted = ids === undefined ? undefined : [...new Set(ids.flatMap((id) => joins.together(id)))];
  const logged = yield* bodiesOf<Actor>(actorsQuery(build, wanted));
  if (joins.isEmpty) return logged;
  const byId = new Map(logged.map((actor) => [actor.id, actor]));
  return logged
    .filter((actor) => joins.shown(actor.id) === actor.id)
    .map((actor) => {
      const absorbed = joins
        .together(actor.id)
        .flatMap((id) => (id === actor.id ? [] : (byId.get(id) ?? [])));
      return mergeActors(actor, absorbed, joins);
    });
}

/**
 * Actors that bear a name.
 *
 * @param folded as `foldName` gives it
 * @example
 * const actors = yield* readActorsNamed(queries, 'novaya gazeta');
 */
export function* readActorsNamed(queries: RecordQueries, folded: string): Steps<readonly Actor[]> {
  const rows = yield* rowsOf(actorsNamedQuery(queries.build, folded));
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id as ActorId);
  return yield* readActors(queries, yield* readJoins(queries), ids);
}
