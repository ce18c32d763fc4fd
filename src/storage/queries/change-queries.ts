/** Queries for what entries changed among propositions, the counts of their claims, and actors. */
import type { StatusTally } from '../../desk/ports/record-store.ts';
import type { QueryBuilder } from './dialect.ts';
import type { Query } from './query.ts';

/**
 * Propositions that an entry after one wrote, in log order.
 *
 * @param entry 0: all
 * @example
 * changedPropositionsQuery(build, 41).compile();
 */
export function changedPropositionsQuery(build: QueryBuilder, entry: number): Query<{ body: string }> {
  const all = build.selectFrom('propositions').select('body').orderBy('place');
  return entry === 0 ? all : all.where('entry', '>', entry);
}

/** Columns in the order in which `changedTalliesQuery` gives them. */
export type TallyColumns = readonly [
  proposition: StatusTally['proposition'],
  status: StatusTally['status'],
  stance: StatusTally['stance'],
  numbered: number,
  claims: number,
];

/**
 * Counts of claims that an entry after one wrote.
 *
 * @param entry 0: all
 * @example
 * changedTalliesQuery(build, 41).compile();
 */
export function changedTalliesQuery(build: QueryBuilder, entry: number): Query<unknown> {
  const all = build
    .selectFrom('tallies')
    .innerJoin('propositions', 'propositions.place', 'tallies.proposition')
    .select(['propositions.id', 'tallies.status', 'tallies.stance', 'tallies.numbered', 'tallies.claims']);
  return entry === 0 ? all : all.where('tallies.entry', '>', entry);
}

/**
 * Ids of actors that an entry after one wrote or joined to others, with the place of the other.
 *
 * @example
 * changedActorsQuery(build, 41).compile();
 */
export function changedActorsQuery(
  build: QueryBuilder,
  entry: number,
): Query<{ id: string; joined_to: number | null }> {
  return build.selectFrom('actors').select(['id', 'joined_to']).where('entry', '>', entry).orderBy('place');
}

/**
 * The first erasure after an entry; no row: there was none.
 *
 * @example
 * erasureSinceQuery(build, 41).compile();
 */
export function erasureSinceQuery(build: QueryBuilder, entry: number): Query<{ seq: number }> {
  return build
    .selectFrom('log')
    .select('seq')
    .where('action', 'in', ['source-erased', 'record-erased'])
    .where('seq', '>', entry)
    .limit(1);
}
