/** How many, as claimed: bounds plus the words they came from. Null is unbounded or unknown, never zero. */

export const COMPARATORS = [
  'exactly',
  'at-least',
  'more-than',
  'at-most',
  'fewer-than',
  'about',
  'between',
  'vague',
] as const;

/** What the words say about the number: "over 100" is `more-than`, "dozens" is `vague`. */
export type Comparator = (typeof COMPARATORS)[number];

/** HURIDOCS list 7, with our labels. */
export const COUNTING_UNITS = ['individual', 'family', 'group', 'community', 'social-group', 'people'] as const;
export type CountingUnit = (typeof COUNTING_UNITS)[number];

/**
 * A claimed number of `unit`s. "26" is 26/26/26; "at least 26" is 26/–/–; "more than 100" is 101/–/–;
 * "up to 30" is –/–/30; "dozens" has no bounds until a reviewer sets them.
 * Invariant: low ≤ best ≤ high where present; whole numbers ≥ 0.
 */
export interface Quantity {
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
  readonly comparator: Comparator;
  readonly unit: CountingUnit;
  /** The source's own words, for example "over 100". */
  readonly wording: string;
}
