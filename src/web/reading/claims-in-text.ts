/** The claims of a text as the reading room lists them: which, in which order, how each stands, and how a step is taken back. */
import type { ClaimShape } from '../../server/api/claim-shapes.ts';
import { words } from '../words/language.ts';
import type { Decided, Decision } from './decisions.ts';
import type { ShownStatus } from './marked-text.tsx';

type Claims = readonly ClaimShape[];

/**
 * In the order in which they stand in the text; those that were replaced or taken back are left out.
 *
 * @example
 * inTextOrder(answer.claims).map(({ id }) => id);
 */
export function inTextOrder(claims: Claims): Claims {
  return claims
    .filter((claim) => claim.status !== 'superseded' && !isTakenBack(claim))
    .toSorted((a, b) => (a.passages[0]?.start ?? 0) - (b.passages[0]?.start ?? 0));
}

/** Made by hand and rejected by the one who made it: it stays in the history, and nobody needs to look at it again. */
function isTakenBack({ status, confidence, reviews }: ClaimShape): boolean {
  return status === 'rejected' && confidence === null && reviews.at(-1)?.by === reviews[0]?.by;
}

/**
 * How a claim stands here: as the log says, or as was decided a moment ago.
 *
 * @example
 * shownStatus('proposed', 'accepted'); // 'accepted'
 */
export function shownStatus(status: ShownStatus, decision: Decision | undefined): ShownStatus {
  if (decision === undefined) return status;
  return decision === 'reopened' ? 'proposed' : decision;
}

/**
 * What takes claims back that were made by hand: they are rejected, and what they replaced stands as it stood.
 *
 * @example
 * canBeTakenBack(wayBack(made, replaced));
 */
export function wayBack(
  made: readonly string[],
  replaced: Claims,
): { readonly claim: string | null; readonly back: readonly Decided[] } {
  const ids = (all: Claims): readonly string[] => all.map(({ id }) => id);
  const accepted = replaced.filter(({ status }) => status === 'accepted');
  const merged = replaced.slice(1).filter(({ status }) => status !== 'accepted');
  const steps = [
    { claims: made, decision: 'rejected', reason: words('reading.taken-back') },
    { claims: ids(merged), decision: 'reopened', reason: null },
    { claims: ids(accepted), decision: 'accepted', reason: null },
  ] as const;
  return { claim: replaced[0]?.id ?? null, back: steps.filter(({ claims }) => claims.length > 0) };
}
