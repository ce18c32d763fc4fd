/**
 * How far origins disagree on one figure: published beside the three rules, so that a close match and a wide
 * gap do not look alike. It judges nobody: a wide gap may be two days of one growing toll.
 */
import type { ClaimId } from '../../record/id.ts';
import type { Toll } from '../../record/toll.ts';
import type { Utterance } from '../../record/utterance.ts';

export interface Disagreement {
  /** Different central figures (best, else low, else high). */
  readonly figures: number;
  /** Highest less lowest central figure. */
  readonly range: number;
  /** Highest over lowest; null when the lowest is zero. */
  readonly ratio: number | null;
  /** The claims used, in the order of the toll. */
  readonly claims: readonly ClaimId[];
}

/**
 * Measures the disagreement among the claims that a toll uses; null when it uses none.
 *
 * @example
 * disagreementOf(toll, utterances); // { figures: 2, range: 6, ratio: 1.3, claims: […] }
 */
export function disagreementOf(toll: Toll, utterances: readonly Utterance[]): Disagreement | null {
  const used = new Set(toll.used);
  const central = new Set<number>();
  for (const utterance of utterances) {
    const value = utterance.best ?? utterance.low ?? utterance.high;
    if (value !== null && used.has(utterance.claim)) central.add(value);
  }
  if (central.size === 0) return null;
  const lowest = Math.min(...central);
  const highest = Math.max(...central);
  const ratio = lowest === 0 ? null : highest / lowest;
  return Object.freeze({ figures: central.size, range: highest - lowest, ratio, claims: toll.used });
}
