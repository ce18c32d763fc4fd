/**
 * The estimate over many possible linkages (Sadinle 2018, linkage-averaging): which records are one person is uncertain,
 * so the estimate is made under each draw of the linkage, and the results are pooled as a mixture in which every draw has
 * the same weight. The pooled limits hold the doubt of linkage and that of estimation together. A pool of which draws are
 * missing would be one of the easy draws: with more than one in twenty refused nothing is given.
 */

import { sayReason } from '../../record/reason.ts';
import { REFUSAL_REASONS } from '../../record/reasons/refusal-reasons.ts';
import type { LinkageDrawOutcome } from './estimate-task.ts';
import type { EstimateFigure, MethodOutcome } from './method-outcome.ts';
import { refused, significant } from './method-outcome.ts';
import { normalQuantile } from './normal-quantile.ts';
import type { Refusal } from './refusal.ts';

export interface PooledDetail {
  /** Draws that gave an estimate, and those that were refused. */
  readonly draws: number;
  readonly refusedDraws: number;
  /** Share of the variance that comes from linkage alone, 0 to 1. */
  readonly linkageShare: number;
}

export interface LinkageAverage {
  readonly draws: number;
  /** Distinct recorded people over the draws: median and 95 %. */
  readonly recorded: EstimateFigure;
  readonly average: MethodOutcome<PooledDetail>;
  readonly logLinear: MethodOutcome<PooledDetail>;
}

/** Share of refused draws that a pool bears. */
const MOST_REFUSED = 0.05;
/** Points at which one draw's log-normal is cut. */
const LEVELS = 199;

/**
 * Pools the outcomes of all draws.
 *
 * @param draws one for each posterior linkage, one at least
 * @example
 * averageOverLinkages(tables.map((table) => outcomeOf(table))).average;
 */
export function averageOverLinkages(draws: readonly LinkageDrawOutcome[]): LinkageAverage {
  return {
    draws: draws.length,
    recorded: figureOf(draws.map((draw) => draw.recorded)),
    average: pooled(
      draws,
      ({ average }) => average,
      ({ equallyLikely }) => equallyLikely ?? [],
    ),
    logLinear: pooled(draws, ({ logLinear }) => logLinear, logNormal),
  };
}

/** The unseen people of a log-linear model as equally likely numbers: log-normal with the standard error of the model. */
function logNormal({ logLinear, recorded }: LinkageDrawOutcome): readonly number[] {
  if (logLinear.status === 'refused') return [];
  const unseen = Math.max(logLinear.figure.people - recorded, 0.5);
  const spread = logLinear.detail.standardError / unseen;
  return Array.from(
    { length: LEVELS },
    (_, i) => recorded + unseen * Math.exp(spread * normalQuantile((i + 0.5) / LEVELS)),
  );
}

function pooled(
  draws: readonly LinkageDrawOutcome[],
  outcomeOf: (draw: LinkageDrawOutcome) => MethodOutcome,
  numbersOf: (draw: LinkageDrawOutcome) => readonly number[],
): MethodOutcome<PooledDetail> {
  const refusals = draws.flatMap((draw) => {
    const outcome = outcomeOf(draw);
    return outcome.status === 'refused' ? [outcome.refusals] : [];
  });
  if (refusals.length > MOST_REFUSED * draws.length) return refused(...ofDraws(refusals, draws.length));
  const kept = draws.map(numbersOf).filter((numbers) => numbers.length > 0);
  const means = kept.map(meanOf);
  const between = varianceOf(means);
  const within = meanOf(kept.map(varianceOf));
  return {
    status: 'estimated',
    figure: figureOf(kept.flat()),
    detail: {
      draws: kept.length,
      refusedDraws: refusals.length,
      linkageShare: between + within === 0 ? 0 : significant(between / (between + within), 3),
    },
  };
}

/** Each reason once, with how many draws it stands for. */
function ofDraws(refusals: readonly (readonly Refusal[])[], draws: number): readonly Refusal[] {
  const byRule = new Map<string, { readonly first: Refusal; readonly times: number }>();
  for (const one of refusals.flat()) {
    const known = byRule.get(one.rule);
    byRule.set(one.rule, { first: known?.first ?? one, times: (known?.times ?? 0) + 1 });
  }
  return [...byRule.values()].map(({ first, times }) => ({
    rule: first.rule,
    reason: sayReason(REFUSAL_REASONS.underLinkages, { n: times, most: draws, refusal: first.reason }),
  }));
}

function figureOf(numbers: readonly number[]): EstimateFigure {
  const sorted = Float64Array.from(numbers).sort();
  const at = (level: number): number =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(level * sorted.length))] ?? 0);
  return { people: at(0.5), low: at(0.025), high: at(0.975) };
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, one) => sum + one, 0) / values.length;

function varianceOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return meanOf(values.map((value) => (value - mean) ** 2));
}
