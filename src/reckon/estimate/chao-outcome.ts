/** The lower bound as a method of a run. */

import { REFUSAL_REASONS } from '../../record/reasons/refusal-reasons.ts';
import type { SolveLinear } from '../linear-programme.ts';
import type { CaptureTable } from './capture-table.ts';
import { chaoBound } from './chao-bound.ts';
import type { EstimateOptions } from './estimate-options.ts';
import { judged, type MethodOutcome, refused } from './method-outcome.ts';
import { tableRefusals } from './refusal.ts';

export interface ChaoDetail {
  /** Numbers of lists that people are on more often than independence says. */
  readonly levels: readonly number[];
}

/**
 * The lower bound, or why there is none.
 *
 * @example
 * chaoOutcome(kosovo, ESTIMATE_OPTIONS, solve);
 */
export function chaoOutcome(
  table: CaptureTable,
  options: EstimateOptions,
  solve: SolveLinear,
): MethodOutcome<ChaoDetail> {
  const refusals = tableRefusals(table, options.limits);
  if (refusals.length > 0) return refused(...refusals);
  const bound = chaoBound(table, solve);
  if (bound === null)
    return refused({
      rule: 'no-finite-maximum',
      reason: REFUSAL_REASONS.noLowerBound,
    });
  return judged(table, bound, { levels: bound.levels }, options.limits);
}
