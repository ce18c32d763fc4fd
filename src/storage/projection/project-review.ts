/** What people decide about claims: accepting, rejecting, and putting them to another proposition. */

import type { ClaimReviewed, ClaimsRegrouped } from '../../record/changes/of-claims.ts';
import type { Claim, ClaimDecision, ClaimStatus } from '../../record/claim.ts';
import { projectPropositions } from './project-claims.ts';
import { sourceRow } from './project-source.ts';
import type { Projection } from './projection.ts';
import { tallyClaim } from './tally-claim.ts';

/**
 * Rows of a review. Accepting a claim that supersedes another makes that one `superseded`; rejecting or reopening it
 * gives the other back the status that its own last review gave it.
 *
 * @example
 * projectReview(sheet);
 */
export function projectReview(sheet: Projection<ClaimReviewed>): void {
  const { decision, reason } = sheet.change;
  const claim = sheet.lookup.claim(sheet.change.claim);
  if (claim === null) return;
  sheet.rows.push(sourceRow(claim.source, sheet.seq));
  const review = { decision, by: sheet.agent, at: sheet.at, reason };
  const status = statusAfter(decision);
  putClaim(sheet, claim, { ...claim, status, reviews: [...claim.reviews, review] });
  const older = claim.supersedes === null ? null : sheet.lookup.claim(claim.supersedes);
  if (older === null) return;
  const now = decision === 'accepted' ? 'superseded' : statusByReview(older);
  if (now !== older.status) putClaim(sheet, older, { ...older, status: now });
}

/**
 * Rows of a regrouping: the claims' proposition, and with it their measure.
 *
 * @example
 * projectRegrouping(sheet);
 */
export function projectRegrouping(sheet: Projection<ClaimsRegrouped>): void {
  const { claims, to, propositions } = sheet.change;
  projectPropositions(sheet, propositions);
  const target = propositions.find((proposition) => proposition.id === to) ?? sheet.lookup.proposition(to);
  const sources = new Set<string>();
  for (const id of claims) {
    const claim = sheet.lookup.claim(id);
    if (claim === null) continue;
    const place = sheet.knownPlace(id);
    const entry = sheet.seq;
    const moved: Claim = { ...claim, proposition: to, groupedBecause: null };
    sources.add(claim.source);
    tallyClaim(sheet, claim, -1);
    tallyClaim(sheet, moved, 1);
    const changed = JSON.stringify(moved);
    sheet.rows.push({ op: 'update', table: 'claims', place, set: { changed, entry } });
    sheet.rows.push({
      op: 'update',
      table: 'utterances',
      place,
      set: { proposition: sheet.knownPlace(to), measure: target?.measure ?? null, entry },
    });
  }
  for (const source of sources) sheet.rows.push(sourceRow(source, sheet.seq));
}

function statusByReview(claim: Claim): ClaimStatus {
  return statusAfter(claim.reviews.at(-1)?.decision ?? 'reopened');
}

/** A claim that was reopened waits as if nobody had decided on it. */
function statusAfter(decision: ClaimDecision): ClaimStatus {
  return decision === 'reopened' ? 'proposed' : decision;
}

function putClaim(sheet: Projection, before: Claim, claim: Claim): void {
  tallyClaim(sheet, before, -1);
  tallyClaim(sheet, claim, 1);
  const place = sheet.knownPlace(claim.id);
  const entry = sheet.seq;
  const changed = JSON.stringify(claim);
  sheet.rows.push({ op: 'update', table: 'claims', place, set: { changed, entry } });
  sheet.rows.push({ op: 'update', table: 'utterances', place, set: { status: claim.status, entry } });
}
