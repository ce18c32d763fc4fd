/**
 * What one run says: every method beside the others, how far they lie apart, and on what the figures hang. No method is
 * the answer; where they disagree, that is the result.
 */

import { REFUSAL_REASONS } from '../../record/reasons/refusal-reasons.ts';
import type { AverageDetail } from './average-outcome.ts';
import { type CaptureTable, onAll, peopleOfList, recorded } from './capture-table.ts';
import type { ChaoDetail } from './chao-outcome.ts';
import type { EstimateOptions } from './estimate-options.ts';
import type { EstimateTask, QuickOutcomes, TaskResult } from './estimate-task.ts';
import { partialIdentification } from './highest-order.ts';
import { type LatentClassDetail, latentClassOutcome } from './latent-class-outcome.ts';
import type { LogLinearDetail } from './log-linear-outcome.ts';
import { judged, type MethodOutcome, refused, significant } from './method-outcome.ts';
import { limitRefusals, type Refusal, tableRefusals } from './refusal.ts';

export interface EstimateMethods {
  readonly average: MethodOutcome<AverageDetail>;
  readonly logLinearBic: MethodOutcome<LogLinearDetail>;
  readonly logLinearAic: MethodOutcome<LogLinearDetail>;
  readonly latentClass: MethodOutcome<LatentClassDetail>;
  /** A floor: people at least. */
  readonly chao: MethodOutcome<ChaoDetail>;
}

/** How far the methods lie apart, the floor left out. */
export interface MethodSpread {
  readonly methods: number;
  /** Lowest and highest estimate; lowest and highest limit. */
  readonly lowest: number;
  readonly highest: number;
  readonly lowestLimit: number;
  readonly highestLimit: number;
  /** Highest over lowest estimate. */
  readonly ratio: number;
}

/** The internal-consistency test on one list (Binette & Steorts 2022): its size is known, the methods guess it. */
export interface ConsistencyTest {
  readonly list: string;
  readonly size: number;
  readonly outcomes: QuickOutcomes;
}

export interface ConsistencySummary {
  /** Lists on which the method gave a figure. */
  readonly lists: number;
  /** Mean logarithm of estimate over truth; below 0: too low. Null when there is no figure. */
  readonly meanLogRatio: number | null;
  /** Lists whose size lay within the limits. */
  readonly covered: number;
}

export interface PartialIdentificationDetail {
  /** Estimates of all people over the range of factors. */
  readonly steps: readonly { readonly factor: number; readonly people: number }[];
  /** Limits over the whole range; null where the upper one is over the limit. */
  readonly widest: { readonly low: number; readonly high: number } | null;
}

export interface EstimateReport {
  readonly recorded: number;
  readonly lists: readonly { readonly name: string; readonly people: number }[];
  /** Against any estimate from this table; empty: nothing. */
  readonly refusals: readonly Refusal[];
  readonly methods: EstimateMethods;
  /** Null: fewer than two methods gave a figure. */
  readonly spread: MethodSpread | null;
  readonly sensitivity: {
    readonly priorWeight: readonly {
      readonly delta: number;
      readonly outcome: MethodOutcome<AverageDetail>;
    }[];
    readonly highestOrder: MethodOutcome<PartialIdentificationDetail>;
  };
  readonly leaveOneOut: readonly { readonly list: string; readonly outcomes: QuickOutcomes }[];
  readonly consistency: {
    readonly tests: readonly ConsistencyTest[];
    readonly summary: Readonly<Record<keyof QuickOutcomes, ConsistencySummary>>;
  };
}

type Results = readonly { readonly task: EstimateTask; readonly result: TaskResult }[];

/**
 * Puts the results of all tasks of a run together.
 *
 * @param results in any order
 * @example
 * const table = captureTable(['A', 'B', 'C'], [[0b001, 3], [0b010, 2], [0b100, 1]]);
 * const results = tasksOf(table, ESTIMATE_OPTIONS).map((task) => ({ task, result: runTask(task, solve) }));
 * estimateReport(table, ESTIMATE_OPTIONS, results).spread; // null
 */
export function estimateReport(
  table: CaptureTable,
  options: EstimateOptions,
  results: Results,
): EstimateReport {
  const methods = methodsOf(table, options, results);
  const tests = table.lists.flatMap((list, at) => {
    const outcomes = quickOf(results, 'people-of-list', at);
    return outcomes === null ? [] : [{ list, size: peopleOfList(table, at).size, outcomes }];
  });
  return {
    recorded: recorded(table),
    lists: table.lists.map((name, list) => ({ name, people: onAll(table, 1 << list) })),
    refusals: tableRefusals(table, options.limits),
    methods,
    spread: spreadOf(methods),
    sensitivity: {
      priorWeight: [...new Set(options.deltas)].flatMap((delta) => {
        const outcome = averageAt(results, delta);
        return outcome === null ? [] : [{ delta, outcome: unlessRefused(methods.average, outcome) }];
      }),
      highestOrder: highestOrderOutcome(table, options),
    },
    leaveOneOut: table.lists.flatMap((list, at) => {
      const found = quickOf(results, 'without-list', at);
      if (found === null) return [];
      const outcomes = {
        average: unlessRefused(methods.average, found.average),
        logLinear: unlessRefused(methods.logLinearBic, found.logLinear),
        chao: unlessRefused(methods.chao, found.chao),
      };
      return [{ list, outcomes }];
    }),
    consistency: {
      tests,
      summary: {
        average: summaryOf(tests, 'average'),
        logLinear: summaryOf(tests, 'logLinear'),
        chao: summaryOf(tests, 'chao'),
      },
    },
  };
}

const NOT_RUN = refused({ rule: 'method-refused', reason: REFUSAL_REASONS.notRun });

/** Whoever is refused a figure gets none by way of another prior or by leaving a list out. */
function unlessRefused<Detail>(whole: MethodOutcome, part: MethodOutcome<Detail>): MethodOutcome<Detail> {
  if (whole.status === 'estimated') return part;
  return refused({ rule: 'method-refused', reason: REFUSAL_REASONS.wholeRefused });
}

function methodsOf(table: CaptureTable, options: EstimateOptions, results: Results): EstimateMethods {
  const models = results.flatMap(({ result }) => (result.kind === 'log-linear' ? [result.outcomes] : []))[0];
  const floor = results.flatMap(({ result }) => (result.kind === 'chao' ? [result.outcome] : []))[0];
  const chains = results
    .flatMap(({ task, result }) =>
      task.part.kind === 'chain' && result.kind === 'chain'
        ? [{ chain: task.part.chain, draws: result.draws }]
        : [],
    )
    .toSorted((a, b) => a.chain - b.chain);
  return {
    average: averageAt(results, options.delta) ?? NOT_RUN,
    logLinearBic: models?.bic ?? NOT_RUN,
    logLinearAic: models?.aic ?? NOT_RUN,
    latentClass: latentClassOutcome(
      table,
      options,
      chains.map(({ draws }) => draws),
    ),
    chao: floor ?? NOT_RUN,
  };
}

function averageAt(results: Results, delta: number | null): MethodOutcome<AverageDetail> | null {
  const found = results.find(({ task }) => task.part.kind === 'average' && task.part.delta === delta);
  return found?.result.kind === 'average' ? found.result.outcome : null;
}

function quickOf(
  results: Results,
  kind: 'without-list' | 'people-of-list',
  list: number,
): QuickOutcomes | null {
  const found = results.find(({ task }) => task.part.kind === kind && task.part.list === list);
  return found?.result.kind === kind ? found.result.outcomes : null;
}

function spreadOf({
  average,
  logLinearAic,
  logLinearBic,
  latentClass,
}: EstimateMethods): MethodSpread | null {
  const figures = [average, logLinearBic, logLinearAic, latentClass].flatMap((outcome) =>
    outcome.status === 'estimated' ? [outcome.figure] : [],
  );
  if (figures.length < 2) return null;
  const people = figures.map((figure) => figure.people);
  const lowest = Math.min(...people);
  const highest = Math.max(...people);
  return {
    methods: figures.length,
    lowest,
    highest,
    lowestLimit: Math.min(...figures.map(({ low }) => low)),
    highestLimit: Math.max(...figures.map(({ high }) => high)),
    ratio: significant(highest / lowest, 3),
  };
}

function highestOrderOutcome(
  table: CaptureTable,
  { limits, factors }: EstimateOptions,
): MethodOutcome<PartialIdentificationDetail> {
  const refusals = tableRefusals(table, limits);
  if (refusals.length > 0) return refused(...refusals);
  const found = partialIdentification(table, factors);
  if (found === null)
    return refused({
      rule: 'empty-history',
      reason: REFUSAL_REASONS.emptyHistory,
    });
  const { low, high } = found.widest;
  const bounded = high !== null && limitRefusals(table, high, limits).length === 0;
  return judged(
    table,
    found,
    {
      steps: found.steps.map(({ factor, people }) => ({ factor, people: Math.round(people) })),
      widest: bounded ? { low: Math.round(low), high: Math.round(high) } : null,
    },
    limits,
  );
}

function summaryOf(tests: readonly ConsistencyTest[], method: keyof QuickOutcomes): ConsistencySummary {
  const found = tests.flatMap(({ size, outcomes }) => {
    const outcome = outcomes[method];
    return outcome.status === 'estimated' ? [{ size, figure: outcome.figure }] : [];
  });
  const ratios = found.map(({ size, figure }) => Math.log(figure.people / size));
  return {
    lists: found.length,
    meanLogRatio:
      found.length === 0 ? null : significant(ratios.reduce((sum, one) => sum + one, 0) / ratios.length, 3),
    covered: found.filter(({ size, figure }) => figure.low <= size && size <= figure.high).length,
  };
}
