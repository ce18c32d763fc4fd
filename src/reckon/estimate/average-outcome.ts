/** Averaging over decomposable graphs as a method of a run: its figure under the rules of refusal. */

import { sayReason } from '../../record/reason.ts';
import { REFUSAL_REASONS } from '../../record/reasons/refusal-reasons.ts';
import type { CaptureTable } from './capture-table.ts';
import { MOST_GRAPH_LISTS } from './chordal-graphs.ts';
import { AVERAGE_OPTIONS, averageOverGraphs } from './decomposable-average.ts';
import type { EstimateOptions } from './estimate-options.ts';
import { type GridPosterior, quantileOf } from './grid-posterior.ts';
import { judged, type MethodOutcome, refused, significant } from './method-outcome.ts';
import { tableRefusals } from './refusal.ts';

export interface AverageDetail {
  readonly mean: number;
  readonly mode: number;
  readonly delta: number;
  readonly graphs: number;
  readonly complete: boolean;
  readonly topGraph: readonly (readonly string[])[];
  /** Its share of the posterior weight. */
  readonly topShare: number;
}

/** The outcome, and the posterior behind it for pooling; null when refused. */
export interface AverageResult {
  readonly outcome: MethodOutcome<AverageDetail>;
  readonly posterior: GridPosterior | null;
}

/**
 * Averages, or says why not.
 *
 * @param delta null: 2^-lists
 * @example
 * const table = captureTable(['A', 'B', 'C'], [[0b001, 60], [0b010, 49], [0b011, 4], [0b100, 247], [0b101, 112], [0b110, 142], [0b111, 12]]);
 * averageOutcome(table, ESTIMATE_OPTIONS, null).outcome.status; // 'estimated'
 */
export function averageOutcome(
  table: CaptureTable,
  options: EstimateOptions,
  delta: number | null,
): AverageResult {
  const refusals = tableRefusals(table, options.limits);
  if (refusals.length > 0) return { outcome: refused(...refusals), posterior: null };
  if (table.lists.length > MOST_GRAPH_LISTS)
    return {
      outcome: refused({
        rule: 'too-many-lists',
        reason: sayReason(REFUSAL_REASONS.manyGraphs, { n: table.lists.length, most: MOST_GRAPH_LISTS }),
      }),
      posterior: null,
    };
  const { complete, factor } = options;
  const average = averageOverGraphs(table, { ...AVERAGE_OPTIONS, delta, complete, factor });
  const { median, low, high, mean, mode } = average.figures;
  const detail = {
    mean: Math.round(mean),
    mode: Math.round(mode),
    delta: average.delta,
    graphs: average.graphs,
    complete,
    topGraph: average.top.cliques,
    topShare: significant(average.top.share, 4),
  };
  const outcome = judged(table, { people: median, low, high }, detail, options.limits);
  return { outcome, posterior: outcome.status === 'estimated' ? average.posterior : null };
}

/** Levels at which posteriors are cut for pooling. */
const LEVELS = 399;

/**
 * A posterior as equally likely numbers of all people.
 *
 * @example
 * equallyLikely(posterior, 4400).length; // 399
 */
export function equallyLikely(posterior: GridPosterior, recordedPeople: number): readonly number[] {
  return Array.from({ length: LEVELS }, (_, i) => recordedPeople + quantileOf(posterior, (i + 0.5) / LEVELS));
}
