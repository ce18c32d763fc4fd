/**
 * The narrow view of a claim that counting needs: who, through whom, which number, which day. A vault of
 * 400,000 claims is reckoned from these without opening the claims themselves.
 */
import type { Connection, StatedNumber } from './attribution.ts';
import type { Claim, ClaimStatus } from './claim.ts';
import type { ActorId, ClaimId, PropositionId, SourceId } from './id.ts';
import type { Stance } from './stance.ts';

/**
 * Who stands at one step of a chain: an actor's id, or `anonymous:SOURCE:CLAIM` for somebody unnamed.
 * Two unnamed voices may be one person, so an anonymous key is never proof of difference.
 */
export type Voice = ActorId | `anonymous:${string}`;

export interface Utterance {
  readonly claim: ClaimId;
  readonly source: SourceId;
  readonly proposition: PropositionId;
  readonly stance: Stance;
  readonly status: ClaimStatus;
  /** Outermost first: the outlet, then whom it cites. Never empty. */
  readonly voices: readonly Voice[];
  /** Persons or the measure's unit; null as in `Quantity`. All null and not `vague`: no quantity at all. */
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
  /** A quantity was worded without a number ("dozens"). */
  readonly vague: boolean;
  /** ISO day or EDTF of saying; null when unknown. */
  readonly saidAt: string | null;
  /** How the innermost speaker knows; absent when the text does not say or the store does not keep it. */
  readonly connection?: Connection;
  /** How many the innermost unnamed speakers are, as the text states; absent: one, or not stated. */
  readonly stated?: StatedNumber;
}

/**
 * Reduces a claim to what counting needs.
 *
 * @example
 * utteranceOf(claim).voices.length; // 2
 */
export function utteranceOf(claim: Claim): Utterance {
  const quantity = claim.quantity;
  return Object.freeze({
    claim: claim.id,
    source: claim.source,
    proposition: claim.proposition,
    stance: claim.stance,
    status: claim.status,
    voices: Object.freeze(
      claim.chain.map((step): Voice => step.speaker ?? `anonymous:${claim.source}:${claim.id}`),
    ),
    low: quantity?.low ?? null,
    best: quantity?.best ?? null,
    high: quantity?.high ?? null,
    vague: quantity?.comparator === 'vague',
    saidAt: claim.saidAt,
    ...connectionOf(claim),
    ...statedOf(claim),
  });
}

function connectionOf(claim: Claim): { connection?: Connection } {
  const connection = claim.chain[claim.chain.length - 1]?.connection ?? 'unknown';
  return connection === 'unknown' ? {} : { connection };
}

function statedOf(claim: Claim): { stated?: StatedNumber } {
  const stated = claim.chain[claim.chain.length - 1]?.stated;
  return stated === undefined ? {} : { stated };
}
