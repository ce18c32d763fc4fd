/**
 * How many, as claimed: bounds plus the words they came from. Null is unbounded or unknown, never zero.
 * It refuses reversed ranges, halves and negative numbers instead of repairing them (shared standards §2.7).
 */
import { construct, type Field, object, oneOf, orNull, text, whole } from './fields.ts';

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
export const COUNTING_UNITS = [
  'individual',
  'family',
  'group',
  'community',
  'social-group',
  'people',
] as const;
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

/** Bounds alone: persons or the measure's unit, null where unbounded or not stated. */
export interface Bounds {
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
}

/**
 * Notes bounds that stand in the wrong order.
 *
 * @example
 * checkBounds({ low: 3, best: null, high: 2 }, fault); // fault at 'low'
 */
export function checkBounds(bounds: Bounds, fault: (path: string, message: string) => void): void {
  const { low, best, high } = bounds;
  if (low !== null && best !== null && low > best) fault('low', 'must not be greater than best');
  if (best !== null && high !== null && best > high) fault('best', 'must not be greater than high');
  if (low !== null && high !== null && low > high) fault('low', 'must not be greater than high');
}

/** Reads a quantity's fields. */
export const quantityField: Field<Quantity> = object<Quantity>(
  {
    low: orNull(whole),
    best: orNull(whole),
    high: orNull(whole),
    comparator: oneOf(COMPARATORS),
    unit: oneOf(COUNTING_UNITS),
    wording: text,
  },
  checkBounds,
);

/**
 * Makes a quantity.
 *
 * @throws OnRecordError `invalid-record` with every fault
 * @example
 * quantity({ low: 16, best: null, high: 50, comparator: 'between', unit: 'individual', wording: '16-50' });
 */
export function quantity(fields: Quantity): Quantity {
  return construct('quantity', quantityField, fields);
}

/**
 * A plain number of individuals.
 *
 * @example
 * exactly(26, '26'); // low 26, best 26, high 26
 */
export function exactly(n: number, wording: string): Quantity {
  return quantityOf('exactly', n, wording);
}

/**
 * The bounds that a comparator gives a number of individuals; for another unit spread the result into `quantity`.
 *
 * @param n ignored for `vague`, where it may be null
 * @param second the greater number of `between`
 * @throws OnRecordError `invalid-record`, also for a reversed range and for "fewer than 0"
 * @example
 * quantityOf('more-than', 100, 'over 100'); // low 101, best null, high null
 * quantityOf('between', 16, '16-50', 50); // low 16, best null, high 50
 */
export function quantityOf(
  comparator: Comparator,
  n: number | null,
  wording: string,
  second?: number,
): Quantity {
  return quantity({ ...boundsOf(comparator, n, second ?? null), comparator, unit: 'individual', wording });
}

function boundsOf(comparator: Comparator, n: number | null, second: number | null): Bounds {
  switch (comparator) {
    case 'exactly':
      return { low: n, best: n, high: n };
    case 'at-least':
      return { low: n, best: null, high: null };
    case 'more-than':
      return { low: n === null ? null : n + 1, best: null, high: null };
    case 'at-most':
      return { low: null, best: null, high: n };
    case 'fewer-than':
      return { low: null, best: null, high: n === null ? null : n - 1 };
    case 'about':
      return { low: null, best: n, high: null };
    case 'between':
      return { low: n, best: null, high: second };
    case 'vague':
      return { low: null, best: null, high: null };
    default:
      return comparator satisfies never;
  }
}
