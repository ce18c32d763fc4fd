/**
 * Two kinds of numbers that must never mix. What is counted from cases is confidential until it has passed disclosure
 * control; what a release publishes is not. A toll, an estimate or any other published figure is neither: it cannot be put
 * into a table of cases, and a count of cases cannot be put where a published figure is wanted without a release.
 */

declare const confidential: unique symbol;
declare const released: unique symbol;

/** A count from cases: whole, 0 or more. It stays inside. */
export type ConfidentialCount = number & { readonly [confidential]: true };

/** A count that a release publishes, rounded or as it is. */
export type ReleasedCount = number & { readonly [released]: true };

/** The largest count that is worked with: sums of it stay exact. */
export const MOST_COUNT = 1_000_000_000;

/**
 * Whether a number can be a count.
 *
 * @example
 * isCount(3); // true
 * isCount(-1); // false
 */
export function isCount(value: number): value is ConfidentialCount {
  return Number.isInteger(value) && value >= 0 && value <= MOST_COUNT;
}

/**
 * What a rule of disclosure control has let through. Only the making of a release calls this.
 *
 * @example
 * letThrough(40);
 */
export function letThrough(value: number): ReleasedCount {
  return value as ReleasedCount;
}
