/** Keeps count of the claims on each proposition, so that a large record is surveyed without reading its claims. */
import type { Claim } from '../../record/claim.ts';
import type { Projection } from './projection.ts';

/**
 * Counts a claim in (1) or out (-1) where it stands: its proposition, status, stance, and whether it states a number.
 *
 * @example
 * tallyClaim(sheet, claim, 1);
 */
export function tallyClaim(sheet: Projection, claim: Claim, by: 1 | -1): void {
  const { low = null, best = null, high = null } = claim.quantity ?? {};
  const row = {
    proposition: sheet.knownPlace(claim.proposition),
    status: claim.status,
    stance: claim.stance,
    numbered: low === null && best === null && high === null ? 0 : 1,
    claims: by,
    entry: sheet.seq,
  };
  sheet.rows.push({ op: 'tally', table: 'tallies', row });
}
