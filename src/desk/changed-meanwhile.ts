/**
 * Tells somebody that another person was there before them: who, what and when. What one saw is handed in with an order; where the
 * record stands otherwise by then, nothing is stored, and both can be looked at.
 */
import type { Claim, ClaimStatus, Review } from '../record/claim.ts';
import type { ClaimId } from '../record/id.ts';
import { OnRecordError } from '../record/onrecord-error.ts';
import type { RecordStore } from './ports/record-store.ts';

/** How claims stood when somebody looked at them, by id. */
export type SeenClaims = Readonly<Record<string, ClaimStatus>>;

/**
 * The fault that says it.
 *
 * @param done what was done and by whom, as a sentence
 * @example
 * throw changedMeanwhile('prp_2cd', 'Oren worded it anew on 2031-05-01 at 12:03 UTC.');
 */
export function changedMeanwhile(subject: string, done: string): OnRecordError {
  return new OnRecordError('changed-meanwhile', `${done} ${NOTHING}`, {
    subject,
    faults: [{ path: subject, message: done }],
  });
}

const NOTHING = 'You had not seen that yet: nothing of yours was stored.';

/**
 * An instant as it is told in a sentence.
 *
 * @example
 * onDay('2031-05-01T12:03:09.000Z'); // '2031-05-01 at 12:03 UTC'
 */
export function onDay(at: string): string {
  return `${at.slice(0, 10)} at ${at.slice(11, 16)} UTC`;
}

/**
 * Which of some claims stand otherwise than they were seen, in one fault; null: none.
 *
 * @example
 * const fault = await changedClaims(store, claims, { clm_9: 'proposed' });
 */
export async function changedClaims(
  store: RecordStore,
  claims: readonly Claim[],
  seen: SeenClaims,
): Promise<OnRecordError | null> {
  const changed = claims.filter(({ id, status }) => (seen[id] ?? status) !== status);
  const [first] = changed;
  if (first === undefined) return null;
  const told: { path: ClaimId; message: string }[] = [];
  for (const claim of changed) told.push({ path: claim.id, message: await standsNow(store, claim) });
  const more = told.length > 1 ? ` (and ${told.length - 1} more)` : '';
  return new OnRecordError('changed-meanwhile', `${told[0]?.message}${more} ${NOTHING}`, {
    subject: first.id,
    faults: told,
  });
}

const DONE = {
  accepted: 'accepted this claim',
  rejected: 'rejected this claim',
  reopened: 'took the decision on this claim back',
} as const;

async function standsNow(store: RecordStore, claim: Claim): Promise<string> {
  if (claim.status === 'superseded') {
    const beside = await store.claims({ source: claim.source });
    const successor = beside.find(
      ({ supersedes, status }) => supersedes === claim.id && status === 'accepted',
    );
    const by = successor?.reviews.at(-1);
    return by === undefined
      ? 'This claim was replaced by another one.'
      : `${by.by} put another claim in its place on ${onDay(by.at)}.`;
  }
  const last: Review | undefined = claim.reviews.at(-1);
  return last === undefined
    ? `This claim is ${claim.status}.`
    : `${last.by} ${DONE[last.decision]} on ${onDay(last.at)}.`;
}
