/** "This report rests on that one": the edge that origins are counted over. */
import { construct, idOf, idOfAny, list, object, oneOf, orNull, within } from './fields.ts';
import type { ActorId, ClaimId, DerivationId, SourceId } from './id.ts';
import { type Passage, passageField } from './passage.ts';

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

const derivationField = object<Derivation>(
  {
    id: idOf('derivation'),
    kind: oneOf(DERIVATION_KINDS),
    from: idOfAny(['source', 'claim']),
    to: idOfAny(['source', 'claim', 'actor']),
    evidence: list(passageField),
    reuse: orNull(within(0, 1)),
    certainty: oneOf(['certain', 'possible']),
    status: oneOf(['proposed', 'accepted', 'rejected']),
  },
  (derivation, fault) => {
    if (derivation.from === derivation.to)
      fault('to', 'must name something other than from: nothing rests on itself');
  },
);

/**
 * Checks a derivation's fields and freezes a copy.
 *
 * @throws OnRecordError `invalid-record` with every fault
 * @example
 * createDerivation({ id, kind: 'cites', from: sourceId, to: otherSourceId, evidence: [passage], reuse: null, certainty: 'certain', status: 'proposed' });
 */
export function createDerivation(fields: Derivation): Derivation {
  return construct('derivation', derivationField, fields);
}
