/** What is claimed of a place or an incident: each proposition with its range, its origins, and who denies it beside. */
import type { OriginInterval } from '../../reckon/origins/origin-graph.ts';
import type { Standing } from '../../reckon/standing.ts';
import type { PropositionId } from '../../record/id.ts';
import type { Measure, Proposition } from '../../record/proposition.ts';
import type { Toll } from '../../record/toll.ts';
import type { Desk } from '../desk.ts';
import { type PositionView, reckonPropositions } from '../reckon-propositions.ts';

export interface ClaimedFigure {
  readonly proposition: Proposition;
  readonly measure: Measure | null;
  readonly claims: number;
  /** Claims counted that nobody reviewed. */
  readonly unreviewed: number;
  /** Null when it is no count. */
  readonly toll: Toll | null;
  readonly origins: OriginInterval;
  /** Origins of those who deny it; null when nobody does. */
  readonly denials: OriginInterval | null;
  readonly standing: Standing;
  readonly positions: readonly PositionView[];
}

/**
 * Reckons some propositions, the most spoken-of first.
 *
 * @example
 * const { figures, fitting } = await claimedFigures(desk, { among, includeProposed: true, limit: 30, offset: 0 });
 */
export async function claimedFigures(
  desk: Desk,
  query: {
    readonly among: ReadonlySet<PropositionId>;
    readonly includeProposed: boolean;
    readonly limit: number;
    readonly offset: number;
  },
): Promise<{ readonly figures: readonly ClaimedFigure[]; readonly fitting: number }> {
  if (query.among.size === 0) return { figures: [], fitting: 0 };
  const { propositions, fitting } = await reckonPropositions(desk, query);
  const interval = ({ atLeast, atMost }: OriginInterval): OriginInterval => ({ atLeast, atMost });
  const figures = propositions.map((one) => ({
    proposition: one.proposition,
    measure: one.proposition.measure,
    claims: one.claims.length,
    unreviewed: one.unreviewed,
    toll: one.toll,
    origins: interval(one.origins),
    denials: one.denials === null ? null : interval(one.denials),
    standing: one.standing,
    positions: one.positions,
  }));
  return { figures, fitting };
}
