/** What the narrow view of claims does not hold and some tolls need: when each says that it happened, and its words for a number. */
import { eventDaysOf } from '../reckon/toll/event-span.ts';
import type { EventDays } from '../reckon/toll/event-steps.ts';
import type { Claim, ClaimStatus } from '../record/claim.ts';
import type { ClaimId, PropositionId } from '../record/id.ts';
import type { RecordStore } from './ports/record-store.ts';

export interface ClaimDetails {
  /** The claims themselves, in log order. */
  readonly claims: readonly Claim[];
  /** First and last day that the claim's time of the event can mean; claims that do not say when are absent. */
  readonly days: EventDays;
  /** The source's own words for a number. */
  readonly wordings: ReadonlyMap<ClaimId, string>;
}

/**
 * Opens the claims on some propositions for it.
 *
 * @example
 * const { days } = await claimDetails(desk.store, { propositions, statuses: ['accepted'] });
 */
export async function claimDetails(
  store: Pick<RecordStore, 'claims'>,
  filter: { readonly propositions: readonly PropositionId[]; readonly statuses: readonly ClaimStatus[] },
): Promise<ClaimDetails> {
  const claims = await store.claims(filter);
  const wordings = new Map(
    claims.flatMap(({ id, quantity }) => (quantity === null ? [] : [[id, quantity.wording] as const])),
  );
  return { claims, days: eventDaysOf(claims), wordings };
}
