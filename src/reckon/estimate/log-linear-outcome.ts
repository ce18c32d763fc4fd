/** Log-linear models as methods of a run: the best by BIC and by AIC, and independence for comparison. */

import { REFUSAL_REASONS } from '../../record/reasons/refusal-reasons.ts';
import type { SolveLinear } from '../linear-programme.ts';
import type { CaptureTable } from './capture-table.ts';
import type { EstimateOptions } from './estimate-options.ts';
import {
  type Criterion,
  chooseLogLinear,
  type LogLinearChoice,
  type LogLinearSearch,
} from './log-linear-choice.ts';
import { judged, type MethodOutcome, refused, significant } from './method-outcome.ts';
import { tableRefusals } from './refusal.ts';

export interface LogLinearDetail {
  readonly generators: readonly (readonly string[])[];
  readonly interactions: readonly number[];
  readonly deviance: number;
  readonly degrees: number;
  readonly aic: number;
  readonly bic: number;
  readonly standardError: number;
  /** Better models without a finite maximum that were passed over. */
  readonly passedOver: number;
  readonly search: Pick<LogLinearSearch, 'how' | 'order' | 'fitted' | 'emptyInteractions'>;
}

export type LogLinearOutcomes = Readonly<Record<Criterion, MethodOutcome<LogLinearDetail>>>;

/**
 * Fits, chooses, and judges both choices.
 *
 * @example
 * logLinearOutcomes(kosovo, ESTIMATE_OPTIONS, solve).bic;
 */
export function logLinearOutcomes(
  table: CaptureTable,
  options: EstimateOptions,
  solve: SolveLinear,
): LogLinearOutcomes {
  const refusals = tableRefusals(table, options.limits);
  if (refusals.length > 0) return { aic: refused(...refusals), bic: refused(...refusals) };
  const search = chooseLogLinear(table, options.order, solve);
  const outcome = (criterion: Criterion) => choiceOutcome(table, search, search.best[criterion], options);
  return { aic: outcome('aic'), bic: outcome('bic') };
}

function choiceOutcome(
  table: CaptureTable,
  search: LogLinearSearch,
  choice: LogLinearChoice | null,
  { limits }: EstimateOptions,
): MethodOutcome<LogLinearDetail> {
  if (choice === null || choice.interval === null)
    return refused({
      rule: 'no-finite-maximum',
      reason: REFUSAL_REASONS.noFiniteMaximum,
    });
  const { model, interval, passedOver } = choice;
  const { how, order, fitted, emptyInteractions } = search;
  return judged(
    table,
    { people: model.people, low: interval.low, high: interval.high },
    {
      generators: model.generators,
      interactions: model.interactions,
      deviance: significant(model.deviance, 5),
      degrees: model.degrees,
      aic: significant(model.aic, 6),
      bic: significant(model.bic, 6),
      standardError: significant(model.standardError, 4),
      passedOver,
      search: { how, order, fitted, emptyInteractions },
    },
    limits,
  );
}
