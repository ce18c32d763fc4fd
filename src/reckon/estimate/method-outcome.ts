/** What a method says: a figure with its limits, or why it says nothing. A refused method carries no number at all. */
import type { CaptureTable } from './capture-table.ts';
import { limitRefusals, type Refusal, type RefusalLimits } from './refusal.ts';

/** All people, recorded and unseen, in whole persons. */
export interface EstimateFigure {
  readonly people: number;
  /** 95 %. */
  readonly low: number;
  readonly high: number;
}

export interface Estimated<Detail> {
  readonly status: 'estimated';
  readonly figure: EstimateFigure;
  readonly detail: Detail;
}

export interface Refused {
  readonly status: 'refused';
  readonly refusals: readonly Refusal[];
}

export type MethodOutcome<Detail = object> = Estimated<Detail> | Refused;

/**
 * A method that says nothing.
 *
 * @example
 * refused({ rule: 'no-finite-maximum', reason: 'No model has a finite maximum.' });
 */
export function refused(...refusals: readonly Refusal[]): Refused {
  return { status: 'refused', refusals };
}

/**
 * A figure in whole persons, unless its upper limit is refused.
 *
 * @param found `high` null: without limit
 * @example
 * judged(table, { people: 10_356.5, low: 8994.3, high: 12_110.4 }, {}, REFUSAL_LIMITS);
 */
export function judged<Detail>(
  table: CaptureTable,
  found: { readonly people: number; readonly low: number; readonly high: number | null },
  detail: Detail,
  limits: RefusalLimits,
): MethodOutcome<Detail> {
  const refusals = limitRefusals(table, found.high, limits);
  if (refusals.length > 0 || found.high === null) return refused(...refusals);
  const figure = {
    people: Math.round(found.people),
    low: Math.round(found.low),
    high: Math.round(found.high),
  };
  return { status: 'estimated', figure, detail };
}

/**
 * Leaves out digits that no reader needs and no other machine need repeat.
 *
 * @param digits significant ones
 * @example
 * significant(0.98551341, 4); // 0.9855
 */
export function significant(value: number, digits: number): number {
  return Number(value.toPrecision(digits));
}
