/** A headline restates its report: a claim in it that the body repeats is not proposed twice. */
import type { ProposedClaim } from './proposed-claim.ts';

/** The first paragraph when it is a headline: short, without a full stop, with a body below. Code points. */
export function headlineEnd(text: string, firstParagraphEnd: number, paragraphs: number): number {
  if (paragraphs < 2 || firstParagraphEnd > 180) return 0;
  return /[.!?…:]["”’']?$/.test(text.slice(0, firstParagraphEnd)) ? 0 : firstParagraphEnd;
}

function sameFigure(a: ProposedClaim, b: ProposedClaim): boolean {
  if (a.draft.measure !== b.draft.measure) return false;
  const figure = (claim: ProposedClaim): number | null =>
    claim.quantity?.best ?? claim.quantity?.low ?? claim.quantity?.high ?? null;
  const short = figure(a);
  return short === null ? a.draft.measure !== null || figure(b) === null : short === figure(b);
}

function restates(head: ProposedClaim, body: ProposedClaim): boolean {
  const speaker = (claim: ProposedClaim): string | null => claim.chain.at(-1)?.resolved ?? null;
  if (!sameFigure(head, body) || head.stance !== body.stance) return false;
  if (head.draft.measure !== null && (head.quantity?.best ?? head.quantity?.low ?? null) !== null)
    return true;
  const short = speaker(head)?.toLowerCase() ?? null;
  if (head.chain.length === 0 || short === null) return true;
  return ` ${speaker(body)?.toLowerCase() ?? ''}`.endsWith(` ${short}`);
}

/**
 * Drops the headline's claims that the body makes again.
 *
 * @example
 * withoutRestatements(claims, 68);
 */
export function withoutRestatements(claims: readonly ProposedClaim[], end: number): ProposedClaim[] {
  if (end === 0) return [...claims];
  const inHead = (claim: ProposedClaim): boolean => (claim.content[0]?.start ?? 0) < end;
  const body = claims.filter((claim) => !inHead(claim));
  return claims.filter((claim) => !inHead(claim) || !body.some((other) => restates(claim, other)));
}
