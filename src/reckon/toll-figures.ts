/**
 * Which claims on a count set its figures (rule `current-figure-1`): one figure an origin, never one an article.
 * Every claim is either a figure, excluded with a reason, or beside. Nothing is averaged and nothing dropped.
 * - An origin's figure is its latest claim; claims of one day, or of unknown day, stay side by side.
 * - A claim that carries another voice's figure is a copy when that voice's figure is already in the record.
 * - An outlet's later figure from the same voice replaces its earlier one (a correction).
 */
import type { ClaimId } from '../record/id.ts';
import type { Utterance, Voice } from '../record/utterance.ts';
import type { ClaimRoots } from './claim-roots.ts';
import { FIRST_DAY, LAST_DAY, latestDay } from './day-span.ts';
import { figureKey, hasNumber, sameFigure } from './figure.ts';
import { isLive, polarityOf } from './polarity.ts';
import { isAnonymous } from './speakers.ts';

/** A claim that no bound rests on, and why. */
export interface ExcludedClaim {
  readonly claim: ClaimId;
  readonly reason: string;
}

/** A claim with a number, its days and where it starts. */
export interface FigureClaim {
  readonly utterance: Utterance;
  /** Index of the root in `ClaimRoots.roots`. */
  readonly root: number;
  /** YYYYMMDD. */
  readonly from: number;
  readonly to: number;
  readonly outlet: Voice;
  /** The entity cited in the end; null for the outlet's own words. */
  readonly cited: Voice | null;
  /** Said by its root itself, not carried by somebody else. */
  readonly own: boolean;
}

/** The claims on one proposition, sorted into what counting does with them. */
export interface SortedClaims {
  /** Claims with a number that put it forward, or dispute another number. */
  readonly figures: readonly Utterance[];
  readonly excluded: ExcludedClaim[];
  readonly beside: readonly ClaimId[];
}

/**
 * Sorts claims by their part in a count, before origins are told apart.
 *
 * @example
 * sortClaims(utterances, 20170501).beside; // denials and refusals to comment
 */
export function sortClaims(utterances: readonly Utterance[], asOf: number = LAST_DAY): SortedClaims {
  const figures: Utterance[] = [];
  const excluded: ExcludedClaim[] = [];
  const beside: ClaimId[] = [];
  for (const utterance of utterances) {
    const reason = isLive(utterance) ? notKnownBy(utterance, asOf) : notCounted(utterance);
    if (reason !== null) {
      excluded.push({ claim: utterance.claim, reason });
      continue;
    }
    const numbered = hasNumber(utterance);
    if (polarityOf(utterance.stance) === 'for' || (utterance.stance === 'disputes' && numbered)) {
      if (numbered) figures.push(utterance);
      else excluded.push({ claim: utterance.claim, reason: withoutNumber(utterance) });
    } else if (utterance.stance === 'asks' || utterance.stance === 'undertakes') {
      excluded.push({
        claim: utterance.claim,
        reason: `${utterance.stance} something and puts no figure forward`,
      });
    } else beside.push(utterance.claim);
  }
  return { figures, excluded, beside };
}

function notCounted(utterance: Utterance): string {
  return utterance.status === 'rejected'
    ? 'rejected by a reviewer'
    : 'superseded by a newer version of the claim';
}

function notKnownBy(utterance: Utterance, asOf: number): string | null {
  if (asOf === LAST_DAY) return null;
  const day = latestDay(utterance.saidAt);
  if (day <= asOf) return null;
  return day === LAST_DAY ? 'its day is not known' : 'said after the day of the figure';
}

function withoutNumber(utterance: Utterance): string {
  return utterance.vague ? 'vague wording: its bounds are for a reviewer to set' : 'states no number';
}

/**
 * Leaves out copies and corrected figures; what is left can be an origin's figure on some day.
 *
 * @example
 * effectiveFigures(figures, roots, excluded); // copies are now in `excluded`
 */
export function effectiveFigures(
  figures: readonly Utterance[],
  roots: ClaimRoots,
  excluded: ExcludedClaim[],
): readonly FigureClaim[] {
  const { chains } = roots;
  const claims = figures.map((utterance, at): FigureClaim => {
    const root = roots.rootOf[at] ?? -1;
    const outlet = chains.outlet[at] ?? 'anonymous:';
    const cited = chains.cited[at] ?? null;
    const own = cited === null && outlet === roots.roots[root]?.voice;
    return { utterance, root, from: chains.from[at] ?? 0, to: chains.to[at] ?? LAST_DAY, outlet, cited, own };
  });
  return withoutCopies(withoutCorrected(claims, excluded), roots.roots.length, excluded);
}

/** One outlet, one cited voice, two days: the later figure stands. */
function withoutCorrected(claims: readonly FigureClaim[], excluded: ExcludedClaim[]): readonly FigureClaim[] {
  const latest = new Map<Voice, Map<Voice, FigureClaim>>();
  for (const claim of claims) {
    if (claim.cited === null || claim.from === FIRST_DAY || isAnonymous(claim.cited)) continue;
    const byCited = latest.get(claim.outlet);
    if (byCited === undefined) {
      latest.set(claim.outlet, new Map([[claim.cited, claim]]));
      continue;
    }
    const before = byCited.get(claim.cited);
    if (before === undefined || isLater(claim, before)) byCited.set(claim.cited, claim);
  }
  if (latest.size === 0) return claims;
  return claims.filter(({ utterance, outlet, cited, to }) => {
    const newest = cited === null ? undefined : latest.get(outlet)?.get(cited);
    if (newest === undefined || to >= newest.from || sameFigure(utterance, newest.utterance)) return true;
    const reason = `superseded by ${newest.utterance.claim}, the same outlet's later figure from the same voice`;
    excluded.push({ claim: utterance.claim, reason });
    return false;
  });
}

function withoutCopies(
  claims: readonly FigureClaim[],
  rootCount: number,
  excluded: ExcludedClaim[],
): readonly FigureClaim[] {
  const firsts: (FigureClaim | Map<number | string, FigureClaim> | undefined)[] = new Array(rootCount);
  for (const claim of claims) {
    const ofRoot = firsts[claim.root];
    if (ofRoot === undefined) firsts[claim.root] = claim;
    else {
      const known = ofRoot instanceof Map ? ofRoot : new Map([[figureKey(ofRoot.utterance), ofRoot]]);
      firsts[claim.root] = known;
      const key = figureKey(claim.utterance);
      const before = known.get(key);
      if (before === undefined || precedes(claim, before)) known.set(key, claim);
    }
  }
  return claims.filter((claim) => {
    const ofRoot = firsts[claim.root];
    const first = ofRoot instanceof Map ? ofRoot.get(figureKey(claim.utterance)) : ofRoot;
    if (first === undefined || first === claim || claim.own) return true;
    excluded.push({ claim: claim.utterance.claim, reason: `copy of ${first.utterance.claim}` });
    return false;
  });
}

/** Own words before carried ones, then dated before undated, then day, then claim id. */
function precedes(a: FigureClaim, b: FigureClaim): boolean {
  if (a.own !== b.own) return a.own;
  const dayA = a.from === FIRST_DAY ? LAST_DAY : a.from;
  const dayB = b.from === FIRST_DAY ? LAST_DAY : b.from;
  return dayA !== dayB ? dayA < dayB : a.utterance.claim < b.utterance.claim;
}

function isLater(claim: FigureClaim, before: FigureClaim): boolean {
  if (claim.from !== before.from) return claim.from > before.from;
  return claim.utterance.claim < before.utterance.claim;
}
