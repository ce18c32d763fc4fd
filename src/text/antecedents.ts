/**
 * "They denied this": which claim an answer speaks about. An answer that only points back is tied to the latest claim of
 * somebody else.
 */
import type { Measure } from '../record/proposition.ts';
import type { ProposedClaim } from './proposed-claim.ts';

const POINTS_BACK =
  /^(?:that )?(?:comment\b|respond\b|answer\b|say\b|confirm or deny\b|(?:[\p{L}]+(?: [\p{L}]+)?['’]s? |any |all |such |the |these |those |this |that |its |his |her |their |both |responsibility|involvement|wrongdoing|it\b|comment)?\s*(?:it|this|that|them|involvement|wrongdoing|responsibility|knowledge|role|case|claims?|allegations?|reports?|accusations?|charges?|figures?|accounts?|story|stories|numbers?|tolls?|statements?|deaths?|killings?|arrests?|detentions?|attacks?|raids?|incidents?|torture|abuses?|requests? for comment|for comment|to requests?)\b)/iu;

const ABOUT: readonly (readonly [RegExp, Measure])[] = [
  [/\b(?:deaths?|killings?|toll|murders?|executions?)\b/i, 'killed'],
  [/\b(?:arrests?|detentions?|detained|held|prisoners?)\b/i, 'detained'],
  [/\b(?:torture|beatings?|abuses?)\b/i, 'tortured'],
  [/\b(?:abductions?|kidnappings?)\b/i, 'abducted'],
  [/\b(?:disappearances?)\b/i, 'disappeared'],
  [/\bvisas?\b/i, 'visa'],
  [/\basylum\b/i, 'asylum'],
];

function innermost(claim: ProposedClaim): string {
  const last = claim.chain.at(-1);
  return last === undefined ? '' : (last.resolved ?? last.named);
}

/** Whether words only point back to something said before. @example pointsBack('this is the case'); // true */
export function pointsBack(words: string): boolean {
  return POINTS_BACK.test(words.trim());
}

/** Index of the claim that an answer with these words speaks about; null when none fits. */
export function antecedentOf(
  words: string,
  answer: ProposedClaim,
  before: readonly ProposedClaim[],
): number | null {
  const mouth = innermost(answer);
  const measure = ABOUT.find(([pattern]) => pattern.test(words))?.[1] ?? null;
  const others = (claim: ProposedClaim): boolean =>
    innermost(claim) !== mouth && (claim.stance === 'alleges' || claim.stance === 'confirms');
  if (measure !== null) {
    const fitting = before.findLastIndex((claim) => others(claim) && claim.draft.measure === measure);
    if (fitting >= 0) return rootOf(before, fitting);
  }
  const counted = (claim: ProposedClaim): boolean => others(claim) && claim.quantity !== null;
  if (/\b(?:figures?|numbers?|toll)\b/i.test(words)) {
    const dead = before.findLastIndex((claim) => counted(claim) && claim.draft.measure === 'killed');
    const any = dead >= 0 ? dead : before.findLastIndex(counted);
    if (any >= 0) return rootOf(before, any);
  }
  const latest = before.findLastIndex(others);
  return latest < 0 ? null : rootOf(before, latest);
}

function rootOf(before: readonly ProposedClaim[], index: number): number {
  return before[index]?.draft.sameAs ?? index;
}
