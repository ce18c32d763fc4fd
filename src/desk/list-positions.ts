/** Who says what about each proposition, side by side: allegation next to denial. */

import type { Standing } from '../reckon/standing.ts';
import type { Measure, Proposition } from '../record/proposition.ts';
import type { Desk } from './desk.ts';
import { type PositionView, type ReckonQuery, reckonPropositions } from './reckon-propositions.ts';

export interface PropositionPositions {
  readonly proposition: Proposition;
  readonly measure: Measure | null;
  readonly positions: readonly PositionView[];
  readonly origins: { readonly atLeast: number; readonly atMost: number | null };
  readonly standing: Standing;
  readonly unreviewed: number;
}

export interface PositionList {
  readonly propositions: readonly PropositionPositions[];
  readonly fitting: number;
  /** Proposals not counted here. */
  readonly waiting: number;
}

/**
 * Lists positions, the most spoken-of propositions first.
 *
 * @throws OnRecordError `not-found`, `bad-usage`
 * @example
 * const { propositions } = await listPositions(desk, { includeProposed: true, limit: 10 });
 */
export async function listPositions(desk: Desk, query: ReckonQuery): Promise<PositionList> {
  const reckoned = await reckonPropositions(desk, query);
  const propositions = reckoned.propositions.map(
    ({ proposition, positions, origins, standing, unreviewed }) => ({
      proposition,
      measure: proposition.measure,
      positions,
      origins: { atLeast: origins.atLeast, atMost: origins.atMost },
      standing,
      unreviewed,
    }),
  );
  return { propositions, fitting: reckoned.fitting, waiting: reckoned.waiting };
}
