/**
 * How many of those counted are not individually documented yet (rule `net-of-named-1`, after Iraq Body Count's entries
 * net of overlaps): the low takes every named person for one of those counted, the high takes none. Named people and
 * counts are never added.
 */
import type { PropositionId } from '../../record/id.ts';
import type { Proposition } from '../../record/proposition.ts';
import type { Bounds } from '../../record/quantity.ts';
import { fitOfScopes } from '../scope-match.ts';

export interface NetOfNamed {
  /** Propositions that say who one of those counted was. Two of them may be one person. */
  readonly named: readonly PropositionId[];
  /** Those counted who are not among the named: low with all of them inside the count, high with none. */
  readonly low: number | null;
  /** Null is open above. */
  readonly high: number | null;
}

/**
 * Takes named people off a count.
 *
 * @param identities propositions of kind `identity` that somebody puts forward
 * @returns null when nobody is named
 * @example
 * netOfNamed(count, { low: 26, best: 26, high: 26 }, identities); // three named: { low: 23, high: 26, … }
 */
export function netOfNamed(
  counts: readonly Proposition[],
  { low, high }: Bounds,
  identities: readonly Proposition[],
): NetOfNamed | null {
  const named = identities.filter(
    (identity) => identity.kind === 'identity' && counts.some((count) => isAmongCounted(identity, count)),
  );
  if (named.length === 0) return null;
  return {
    named: named.map(({ id }) => id),
    low: low === null ? null : Math.max(0, low - named.length),
    high,
  };
}

/**
 * Whether somebody named may be one of those counted, by measure, place and alleged perpetrator.
 *
 * @example
 * isAmongCounted(anselWasKilledInDol, weaversKilledInDol); // true
 */
export function isAmongCounted(identity: Proposition, count: Proposition): boolean {
  if (identity.measure === null || identity.measure !== count.measure) return false;
  const fit = fitOfScopes(identity.scope, count.scope);
  return fit.place !== 'apart' && fit.by !== 'apart';
}
