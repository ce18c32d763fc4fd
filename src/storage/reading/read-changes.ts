/** What entries changed among propositions, the counts of their claims, and actors: what a process holds in memory is kept up by it. */
import type { ChangeTaker } from '../../desk/ports/record-store.ts';
import type { ActorId } from '../../record/id.ts';
import type { Proposition } from '../../record/proposition.ts';
import {
  changedActorsQuery,
  changedPropositionsQuery,
  changedTalliesQuery,
  erasureSinceQuery,
  type TallyColumns,
} from '../queries/change-queries.ts';
import { positionQuery } from '../queries/log-queries.ts';
import { eachRow, rowOf, rowsOf, type Steps } from '../queries/steps.ts';
import { readActors, readJoins } from './read-actors.ts';
import type { RecordQueries } from './reading-port.ts';

/**
 * Hands the changes after an entry over, and gives the number of the last one.
 *
 * @example
 * const head = yield* readChanges(queries, 41, taker);
 */
export function* readChanges(queries: RecordQueries, known: number, to: ChangeTaker): Steps<number> {
  const { build } = queries;
  const head = (yield* rowOf(positionQuery(build)))?.seq ?? 0;
  if (head === known) return head;
  const anew = known === 0 || head < known || (yield* rowOf(erasureSinceQuery(build, known))) !== null;
  const entry = anew ? 0 : known;
  if (anew) to.clear();
  yield* eachRow(changedPropositionsQuery(build, entry), ([body]) =>
    to.proposition(JSON.parse(String(body)) as Proposition),
  );
  yield* eachRow(changedTalliesQuery(build, entry), (row) => {
    const [proposition, status, stance, numbered, claims] = row as unknown as TallyColumns;
    to.tally({ proposition, status, stance, numbered: numbered === 1, claims });
  });
  yield* changedActors(queries, entry, to);
  return head;
}

function* changedActors(queries: RecordQueries, entry: number, to: ChangeTaker): Steps<void> {
  const changed = entry === 0 ? undefined : yield* rowsOf(changedActorsQuery(queries.build, entry));
  if (changed?.length === 0) return;
  const joins = yield* readJoins(queries);
  // Whoever was tied to one that was joined to another is tied to the other now.
  const joined = changed?.some(({ joined_to }) => joined_to !== null);
  const ids = joined === true ? undefined : changed?.map(({ id }) => id as ActorId);
  for (const actor of yield* readActors(queries, joins, ids))
    to.actor(
      actor,
      joins.together(actor.id).filter((id) => id !== actor.id),
    );
}
