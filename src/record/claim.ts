/** One actor's speech act about one proposition, in one passage, with its chain. Proposed by a machine or made by a person. */
import type { Attribution } from './attribution.ts';
import type { ClaimId, PropositionId, SourceId } from './id.ts';
import type { Passage } from './passage.ts';
import type { Quantity } from './quantity.ts';
import type { Stance } from './stance.ts';
import type { When } from './when.ts';

export const CLAIM_STATUSES = ['proposed', 'accepted', 'rejected', 'superseded'] as const;
/** Nothing counts until it is accepted by a person; a rejected claim stays visible with its reason. */
export type ClaimStatus = (typeof CLAIM_STATUSES)[number];

/** What a person decided, and why. */
export interface Review {
  readonly decision: 'accepted' | 'rejected';
  readonly by: string;
  /** ISO 8601 instant, UTC. */
  readonly at: string;
  /** Null only when accepting without comment. */
  readonly reason: string | null;
}

/** Which program proposed the claim, and why. Null on a claim made by hand. */
export interface Extraction {
  /** Name and version, for example "rules-en-1". */
  readonly by: string;
  /** 0 to 1; an ordering for the review queue, not a probability of truth. */
  readonly confidence: number;
  /** The rule in words a reviewer understands. */
  readonly reason: string;
}

export interface Claim {
  readonly id: ClaimId;
  readonly source: SourceId;
  readonly stance: Stance;
  /** Outermost first; chain[0] is the outlet that publishes the source. Never empty. */
  readonly chain: readonly Attribution[];
  readonly proposition: PropositionId;
  /** Why it was put to that proposition; null when a person did it. */
  readonly groupedBecause: string | null;
  readonly quantity: Quantity | null;
  readonly when: When | null;
  /** As worded; null when not said. */
  readonly where: string | null;
  /** EDTF; when the innermost speaker said it, or the source's publication date; null when unknown. */
  readonly saidAt: string | null;
  /** The content first, then evidence (a denial's own words). Never empty. */
  readonly passages: readonly Passage[];
  readonly status: ClaimStatus;
  readonly reviews: readonly Review[];
  readonly supersedes: ClaimId | null;
  readonly extraction: Extraction | null;
}
