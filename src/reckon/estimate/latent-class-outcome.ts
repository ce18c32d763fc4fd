/** The latent-class model as a method of a run: chains compared, and a figure only when they agree. */
import { sayReason } from '../../record/reason.ts';
import { REFUSAL_REASONS } from '../../record/reasons/refusal-reasons.ts';
import { type CaptureTable, recorded } from './capture-table.ts';
import { diagnose } from './chain-diagnostics.ts';
import type { EstimateOptions } from './estimate-options.ts';
import { judged, type MethodOutcome, refused, significant } from './method-outcome.ts';
import { tableRefusals } from './refusal.ts';

export interface LatentClassDetail {
  readonly rHat: number;
  /** Effective draws. */
  readonly effective: number;
  readonly chains: number;
  readonly steps: number;
}

/**
 * Judges the chains of one run.
 *
 * @param chains unseen persons, one list of draws a chain; not looked at when the table is refused
 * @example
 * latentClassOutcome(table, ESTIMATE_OPTIONS, chains);
 */
export function latentClassOutcome(
  table: CaptureTable,
  options: EstimateOptions,
  chains: readonly Float64Array[],
): MethodOutcome<LatentClassDetail> {
  const refusals = tableRefusals(table, options.limits);
  if (refusals.length > 0) return refused(...refusals);
  const { rHat, effective } = diagnose(chains);
  const { steps } = options.latentClass;
  if (rHat === null || rHat > options.limits.mostRHat)
    return refused({
      rule: 'not-converged',
      reason:
        rHat === null
          ? REFUSAL_REASONS.chainsStill
          : sayReason(REFUSAL_REASONS.chainsDisagree, {
              rHat: significant(rHat, 3),
              limit: options.limits.mostRHat,
              steps,
              longer: steps * 10,
            }),
    });
  const seen = recorded(table);
  const draws = Float64Array.from(chains.flatMap((chain) => [...chain])).sort();
  const at = (level: number): number =>
    seen + (draws[Math.min(draws.length - 1, Math.floor(level * draws.length))] ?? 0);
  return judged(
    table,
    { people: at(0.5), low: at(0.025), high: at(0.975) },
    {
      rHat: significant(rHat, 4),
      effective: Math.round(effective),
      chains: chains.length,
      steps,
    },
    options.limits,
  );
}
