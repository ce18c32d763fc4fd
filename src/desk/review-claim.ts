/**
 * Records a person's decision on claims. A rejection needs a reason; a decision that changes nothing is not
 * logged again, and whoever comes second is told what the first decided; everything is one transaction. A decision can be changed by
 * a later one; none is ever erased.
 */
import type { Claim, ClaimDecision, ClaimStatus } from '../record/claim.ts';
import type { ClaimId } from '../record/id.ts';
import { OnRecordError } from '../record/onrecord-error.ts';
import { changedClaims, type SeenClaims } from './changed-meanwhile.ts';
import type { Desk } from './desk.ts';
import { findOne } from './find-by-id.ts';
import { type ClaimQuery, conditionsOf } from './list-claims.ts';
import type { NewEntry } from './ports/record-store.ts';
import { reviewerName } from './reviewer.ts';

export interface ReviewOrder {
  readonly decision: ClaimDecision;
  /** Ids of claims or their beginnings. */
  readonly claims: readonly string[];
  /** All waiting proposals that fit; null: none but those named. */
  readonly allThatFit: ClaimQuery | null;
  /** Null when not given. */
  readonly by: string | null;
  readonly reason: string | null;
  /** How the claims stood when they were looked at; absent: as they stand when this begins. */
  readonly seen?: SeenClaims | undefined;
}

/** A decision that stood before somebody else decided the same. */
export interface FirstDecision {
  readonly claim: ClaimId;
  readonly by: string;
  /** ISO 8601 instant, UTC. */
  readonly at: string;
  readonly reason: string | null;
}

export interface ReviewOutcome {
  readonly decision: ClaimDecision;
  readonly by: string;
  readonly decided: readonly ClaimId[];
  /** Claims that already had this decision. */
  readonly unchanged: readonly ClaimId[];
  /** Who had decided so on those, and when. */
  readonly first: readonly FirstDecision[];
}

/**
 * Accepts or rejects claims, or takes the last decision on them back.
 *
 * @throws OnRecordError `bad-usage` without a name, a reason for rejecting, or any claim; `not-found`; `changed-meanwhile` when
 *   somebody else decided otherwise since the claims were looked at: it tells who, what and when
 * @example
 * await reviewClaims(desk, { decision: 'accepted', claims: ['clm_k3v9'], allThatFit: null, by: 'A. Archivist', reason: null });
 */
export async function reviewClaims(desk: Desk, order: ReviewOrder): Promise<ReviewOutcome> {
  const by = reviewerName(order.by);
  const reason = order.reason?.trim() || null;
  if (order.decision === 'rejected' && reason === null) {
    throw new OnRecordError(
      'bad-usage',
      'Say why the claim is rejected: --reason "…". The reason stays visible beside it.',
    );
  }
  const chosen = await chosenClaims(desk, order);
  try {
    return await decideOn(desk, { order, by, reason, chosen });
  } catch (error) {
    if (!(error instanceof OnRecordError) || error.code !== 'changed-meanwhile') throw error;
    // Somebody decided between the reading and the writing, or had before: what they decided is looked at, and told.
    const seen = { ...Object.fromEntries(chosen.map(({ id, status }) => [id, status])), ...order.seen };
    const again: Claim[] = [];
    for (const { id } of chosen) again.push((await desk.store.claim(id)) ?? gone(id));
    return decideOn(desk, { order: { ...order, seen }, by, reason, chosen: again });
  }
}

function gone(id: ClaimId): never {
  throw new OnRecordError('not-found', 'The record no longer holds this claim.', { subject: id });
}

interface Deciding {
  readonly order: ReviewOrder;
  readonly by: string;
  readonly reason: string | null;
  readonly chosen: readonly Claim[];
}

async function decideOn(desk: Desk, { order, by, reason, chosen }: Deciding): Promise<ReviewOutcome> {
  const after: ClaimStatus = order.decision === 'reopened' ? 'proposed' : order.decision;
  const unchanged = chosen.filter(({ status }) => status === after);
  const open = chosen.filter(({ status }) => status !== after);
  const changed = await changedClaims(desk.store, open, order.seen ?? {});
  if (changed !== null) throw changed;
  refuseSuperseded(open);
  const at = desk.clock().toISOString();
  const entries = open.map(
    (claim): NewEntry => ({
      at,
      agent: by,
      subject: claim.id,
      body: { action: 'claim-reviewed', claim: claim.id, decision: order.decision, reason },
      whileStanding: [{ id: claim.id, status: claim.status }],
    }),
  );
  if (entries.length > 0) await desk.store.append(entries);
  return {
    decision: order.decision,
    by,
    decided: open.map(({ id }) => id),
    unchanged: unchanged.map(({ id }) => id),
    first: unchanged.flatMap(({ id, reviews }) => {
      const last = reviews.at(-1);
      return last === undefined ? [] : [{ claim: id, by: last.by, at: last.at, reason: last.reason }];
    }),
  };
}

async function chosenClaims(desk: Desk, order: ReviewOrder): Promise<readonly Claim[]> {
  const chosen = new Map<ClaimId, Claim>();
  for (const text of order.claims) {
    const claim = await claimOf(desk, text);
    if (claim !== null) chosen.set(claim.id, claim);
  }
  if (order.allThatFit !== null) {
    const statuses: readonly ClaimStatus[] = ['proposed'];
    const fitting = await desk.store.claims({ ...(await conditionsOf(desk, order.allThatFit)), statuses });
    for (const claim of fitting) chosen.set(claim.id, claim);
  } else if (order.claims.length === 0) {
    throw new OnRecordError(
      'bad-usage',
      'Say which claims: their ids, or --all-of SOURCE, --measure, --stance, --speaker or --proposition.',
    );
  }
  return [...chosen.values()];
}

/** Pages give whole ids: one reading finds what they name. */
async function claimOf({ store }: Desk, text: string): Promise<Claim | null> {
  const whole = text.length === WHOLE ? await store.claim(text as ClaimId) : null;
  return whole?.id === text ? whole : store.claim(await findOne(store, text, 'clm'));
}

/** Letters of a whole id: `clm_` and 26. */
const WHOLE = 30;

function refuseSuperseded(claims: readonly Claim[]): void {
  const old = claims.find(({ status }) => status === 'superseded');
  if (old === undefined) return;
  throw new OnRecordError(
    'bad-usage',
    `The claim ${old.id} was replaced by another one. Decide on its successor.`,
    { subject: old.id },
  );
}
