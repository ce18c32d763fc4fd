/**
 * One actor's speech act about one proposition, in one passage, with its chain. Proposed by a machine or made by
 * a person. The constructor holds invariants 4, 5 and 10 of the model: no quantity in silence, no reversed range,
 * no rejection without a reason; and that no machine's claim is accepted without a person's review.
 */
import { type Attribution, attributionField } from './attribution.ts';
import { construct, idOf, instant, list, object, oneOf, orNull, text, within } from './fields.ts';
import type { ClaimId, PropositionId, SourceId } from './id.ts';
import { type Passage, passageField } from './passage.ts';
import { type Quantity, quantityField } from './quantity.ts';
import { STANCES, type Stance } from './stance.ts';
import { edtfField, type When, whenField } from './when.ts';

export const CLAIM_STATUSES = ['proposed', 'accepted', 'rejected', 'superseded'] as const;
/** Nothing counts until it is accepted by a person; a rejected claim stays visible with its reason. */
export type ClaimStatus = (typeof CLAIM_STATUSES)[number];

export const CLAIM_DECISIONS = ['accepted', 'rejected', 'reopened'] as const;
/** `reopened` takes the decision before it back: the claim waits for review again. */
export type ClaimDecision = (typeof CLAIM_DECISIONS)[number];

/** What a person decided, and why. */
export interface Review {
  readonly decision: ClaimDecision;
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

const reviewField = object<Review>(
  { decision: oneOf(CLAIM_DECISIONS), by: text, at: instant, reason: orNull(text) },
  (review, fault) => {
    if (review.decision === 'rejected' && review.reason === null)
      fault('reason', 'must say why the claim was rejected');
  },
);

const extractionField = object<Extraction>({ by: text, confidence: within(0, 1), reason: text });

const claimField = object<Claim>(
  {
    id: idOf('claim'),
    source: idOf('source'),
    stance: oneOf(STANCES),
    chain: list(attributionField, 1),
    proposition: idOf('proposition'),
    groupedBecause: orNull(text),
    quantity: orNull(quantityField),
    when: orNull(whenField),
    where: orNull(text),
    saidAt: orNull(edtfField),
    passages: list(passageField, 1),
    status: oneOf(CLAIM_STATUSES),
    reviews: list(reviewField),
    supersedes: orNull(idOf('claim')),
    extraction: orNull(extractionField),
  },
  checkClaim,
);

function checkClaim(claim: Claim, fault: (path: string, message: string) => void): void {
  if ((claim.stance === 'declines' || claim.stance === 'silent') && claim.quantity !== null) {
    fault(
      'quantity',
      `must be null: an actor who ${claim.stance === 'silent' ? 'is silent' : 'declines'} gives no number`,
    );
  }
  if (claim.supersedes === claim.id) fault('supersedes', 'must name another claim');
  const decided = claim.reviews.at(-1)?.decision ?? null;
  if (claim.status === 'rejected' && decided !== 'rejected')
    fault('reviews', 'must end with the rejection and its reason');
  if (claim.status === 'accepted' && claim.extraction !== null && decided !== 'accepted') {
    fault('reviews', 'must end with the acceptance by a person: a program cannot accept what it proposed');
  }
}

/**
 * Checks a claim's fields and freezes a copy.
 *
 * @throws OnRecordError `invalid-record` with every fault
 * @example
 * createClaim({ ...claim, stance: 'denies', quantity: null }).stance; // 'denies'
 */
export function createClaim(fields: Claim): Claim {
  return construct('claim', claimField, fields);
}
