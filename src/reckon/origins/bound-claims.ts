/** The interval of origins behind claims on one proposition, without paths or names: for figures. */
import type { Utterance } from '../../record/utterance.ts';
import { boundOrigins, type OriginBounds } from './bound-origins.ts';
import type { ClaimBasis } from './claim-basis.ts';
import { type ClaimGraphOptions, claimGraph } from './claim-graph.ts';

/**
 * Bounds the origins of claims.
 *
 * @example
 * boundClaims(figures, basisOf(figures, { speakerOf }), { speakerOf }).atLeast; // 1
 */
export function boundClaims(
  utterances: readonly Utterance[],
  basis: ClaimBasis,
  options: ClaimGraphOptions,
): OriginBounds {
  return boundOrigins(claimGraph(utterances, basis, options).graph);
}
