/** By which rule small numbers are protected. */
import { type Fault, OnRecordError } from '../../record/onrecord-error.ts';

export interface DisclosureRule {
  /** `suppress` withholds cells; `round` rounds every cell to a multiple of `base` and withholds where that leaks. */
  readonly kind: 'suppress' | 'round';
  /** Cells of fewer people than this, and more than none, are protected. People, 3 to 20. */
  readonly threshold: number;
  /** Width of the narrowest interval to which a protected cell may be narrowed by anybody who computes (sliding protection). */
  readonly protection: number;
  /** Whether a cell of nobody is protected as well. */
  readonly zeros: 'publish' | 'protect';
  /** For `round`: what every number is a multiple of. */
  readonly base: number;
}

export const LEAST_THRESHOLD = 3;
export const MOST_THRESHOLD = 20;

/**
 * A rule; what is not given is the house's: suppression, fewer than 5 people, intervals at least 5 wide.
 *
 * @throws OnRecordError `invalid-record` with every fault
 * @example
 * disclosureRule({ threshold: 10 }).protection; // 10
 */
export function disclosureRule(given: Partial<DisclosureRule> = {}): DisclosureRule {
  const { kind = 'suppress', threshold = 5, zeros = 'publish', base = 5 } = given;
  const { protection = threshold } = given;
  const faults: Fault[] = [];
  const whole = (path: string, value: number, least: number, most: number): void => {
    if (!Number.isInteger(value) || value < least || value > most)
      faults.push({ path, message: `must be a whole number from ${least} to ${most}` });
  };
  whole('threshold', threshold, LEAST_THRESHOLD, MOST_THRESHOLD);
  whole('protection', protection, 2, 100);
  whole('base', base, 3, 100);
  if (faults.length > 0)
    throw new OnRecordError('invalid-record', 'This rule of disclosure control cannot be used.', { faults });
  return Object.freeze({ kind, threshold, protection, zeros, base });
}

/**
 * The nearest multiple of a base; half way up. The same count always gives the same number: chance would be averaged out
 * over releases.
 *
 * @example
 * roundedTo(12, 5); // 10
 * roundedTo(13, 5); // 15
 */
export function roundedTo(count: number, base: number): number {
  return Math.floor(count / base + 0.5) * base;
}

/**
 * The counts that are rounded to this number, both ends included.
 *
 * @example
 * roundedFrom(5, 5); // { least: 3, most: 7 }
 */
export function roundedFrom(number: number, base: number): { readonly least: number; readonly most: number } {
  return {
    least: Math.max(0, Math.ceil(number - base / 2)),
    most: Math.ceil(number + base / 2) - 1,
  };
}
