/** "This report rests on that one": the edge that origins are counted over. */
import type { ActorId, ClaimId, DerivationId, SourceId } from './id.ts';
import type { Passage } from './passage.ts';

export const DERIVATION_KINDS = [
  'quotes',
  'republishes',
  'translates',
  'cites',
  'summarises',
  'revises',
  'same-informant',
  'unknown',
] as const;
export type DerivationKind = (typeof DERIVATION_KINDS)[number];

export interface Derivation {
  readonly id: DerivationId;
  readonly kind: DerivationKind;
  readonly from: SourceId | ClaimId;
  readonly to: SourceId | ClaimId | ActorId;
  readonly evidence: readonly Passage[];
  /** Share of shared words for machine-found reuse, 0 to 1; null otherwise. */
  readonly reuse: number | null;
  readonly certainty: 'certain' | 'possible';
  readonly status: 'proposed' | 'accepted' | 'rejected';
}
