/**
 * Puts claims to another proposition by a person's decision: joins two propositions, splits claims off, or
 * undoes the last regrouping of a proposition. Nothing is deleted: the way back is one more entry.
 */

import type { ClaimsRegrouped } from '../record/changes/of-claims.ts';
import type { ClaimId, PropositionId } from '../record/id.ts';
import type { LogEntry } from '../record/log-entry.ts';
import { OnRecordError } from '../record/onrecord-error.ts';
import { createProposition, type Proposition } from '../record/proposition.ts';
import type { Desk } from './desk.ts';
import { findOne } from './find-by-id.ts';
import type { NewEntry } from './ports/record-store.ts';
import { reviewerName } from './reviewer.ts';

export interface RegroupOutcome {
  readonly claims: readonly ClaimId[];
  /** Where they are now; one for each former proposition when undoing. */
  readonly to: readonly PropositionId[];
}

interface Decision {
  /** Null when not given. */
  readonly by: string | null;
  readonly reason: string | null;
}

/**
 * Puts all claims of some propositions to another one, in one entry: undone, each claim returns to its own.
 *
 * @param order.from ids or their beginnings, at least one
 * @throws OnRecordError `bad-usage` also when one of them has no claim, `not-found`
 * @example
 * await joinPropositions(desk, { from: ['prp_9ab'], into: 'prp_2cd', by: 'A. Archivist', reason: 'one count' });
 */
export async function joinPropositions(
  desk: Desk,
  order: Decision & { readonly from: readonly string[]; readonly into: string },
): Promise<RegroupOutcome> {
  const into = await findOne(desk.store, order.into, 'prp');
  const claims: ClaimId[] = [];
  const joined = new Set<PropositionId>();
  for (const text of order.from) {
    const from = await findOne(desk.store, text, 'prp');
    if (from === into)
      throw new OnRecordError('bad-usage', 'These are one proposition already: there is nothing to join.', {
        subject: into,
      });
    if (joined.has(from)) continue;
    joined.add(from);
    const its = (await desk.store.utterances({ proposition: from })).map(({ claim }) => claim);
    if (its.length === 0)
      throw new OnRecordError('bad-usage', 'No claim speaks of this proposition: there is nothing to join.', {
        subject: from,
      });
    claims.push(...its);
  }
  if (claims.length === 0) throw new OnRecordError('bad-usage', 'Name the propositions to join.');
  return regroup(desk, { ...order, claims, to: into, made: [] });
}

/**
 * Puts some claims of a proposition to a new one with its own wording.
 *
 * @param order.text the neutral sentence of the new proposition
 * @throws OnRecordError `bad-usage`, `not-found`
 * @example
 * await splitClaims(desk, { claims: ['clm_k3v9'], text: 'villagers were killed in Upper Town', by: 'A. Archivist', reason: 'another place' });
 */
export async function splitClaims(
  desk: Desk,
  order: Decision & { readonly claims: readonly string[]; readonly text: string },
): Promise<RegroupOutcome> {
  const claims: ClaimId[] = [];
  for (const text of order.claims) claims.push(await findOne(desk.store, text, 'clm'));
  const first = claims[0] === undefined ? null : await desk.store.claim(claims[0]);
  const like = first === null ? null : await desk.store.proposition(first.proposition);
  if (like === null) throw new OnRecordError('bad-usage', 'Name the claims to split off.');
  const proposition = createProposition({ ...like, id: desk.newId('proposition'), text: order.text.trim() });
  return regroup(desk, { ...order, claims, to: proposition.id, made: [proposition] });
}

/**
 * Takes back the last regrouping into a proposition: each claim returns to where it was.
 *
 * @throws OnRecordError `bad-usage` when there is none, `not-found`
 * @example
 * await undoRegroup(desk, { proposition: 'prp_2cd', by: 'A. Archivist', reason: 'they are two events' });
 */
export async function undoRegroup(
  desk: Desk,
  order: Decision & { readonly proposition: string },
): Promise<RegroupOutcome> {
  const proposition = await findOne(desk.store, order.proposition, 'prp');
  const back = await placesBefore(desk, proposition);
  const by = reviewerName(order.by);
  const entries = [...back].map(([to, claims]) =>
    entryOf(desk, { by, claims, to, made: [], reason: order.reason?.trim() || 'undone' }),
  );
  await desk.store.append(entries);
  return { claims: [...back.values()].flat(), to: [...back.keys()] };
}

async function placesBefore(desk: Desk, proposition: PropositionId): Promise<Map<PropositionId, ClaimId[]>> {
  let last: ClaimsRegrouped | null = null;
  let place = new Map<ClaimId, PropositionId>();
  let before = place;
  for await (const entry of desk.store.log()) {
    if (entry.body?.action === 'claims-regrouped' && entry.body.to === proposition) {
      last = entry.body;
      before = new Map(place);
    }
    place = moved(place, entry);
  }
  if (last === null)
    throw new OnRecordError(
      'bad-usage',
      'No claims were regrouped into that proposition: there is nothing to undo.',
      { subject: proposition },
    );
  const back = new Map<PropositionId, ClaimId[]>();
  for (const claim of last.claims) {
    const was = before.get(claim);
    if (was === undefined || place.get(claim) !== proposition || was === proposition) continue;
    back.set(was, [...(back.get(was) ?? []), claim]);
  }
  if (back.size === 0)
    throw new OnRecordError(
      'bad-usage',
      'These claims have been moved on since: there is nothing to undo here.',
      { subject: proposition },
    );
  return back;
}

function moved(place: Map<ClaimId, PropositionId>, { body }: LogEntry): Map<ClaimId, PropositionId> {
  if (body?.action === 'claims-proposed')
    for (const claim of body.claims) place.set(claim.id, claim.proposition);
  if (body?.action === 'claims-regrouped') for (const claim of body.claims) place.set(claim, body.to);
  return place;
}

interface Move extends Decision {
  readonly claims: readonly ClaimId[];
  readonly to: PropositionId;
  readonly made: readonly Proposition[];
}

async function regroup(desk: Desk, move: Move): Promise<RegroupOutcome> {
  const by = reviewerName(move.by);
  const reason = move.reason?.trim() ?? '';
  if (reason === '')
    throw new OnRecordError('bad-usage', 'Say why: --reason "…". The reason stands in the log.');
  await desk.store.append([entryOf(desk, { ...move, by, reason })]);
  return { claims: move.claims, to: [move.to] };
}

function entryOf(desk: Desk, move: Omit<Move, 'by' | 'reason'> & { by: string; reason: string }): NewEntry {
  return {
    at: desk.clock().toISOString(),
    agent: move.by,
    subject: move.to,
    body: {
      action: 'claims-regrouped',
      claims: move.claims,
      to: move.to,
      propositions: move.made,
      reason: move.reason,
    },
  };
}
