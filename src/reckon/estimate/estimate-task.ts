/**
 * The parts of a run that do not depend on each other, as plain data: they may run on threads, in any order, and give
 * what they give alone. Long before short, so that threads end together.
 */

import type { SolveLinear } from '../linear-programme.ts';
import { type AverageDetail, averageOutcome, equallyLikely } from './average-outcome.ts';
import { type CaptureTable, peopleOfList, recorded, withoutList } from './capture-table.ts';
import { type ChaoDetail, chaoOutcome } from './chao-outcome.ts';
import type { EstimateOptions } from './estimate-options.ts';
import { latentClassChain } from './latent-class.ts';
import { type LogLinearDetail, type LogLinearOutcomes, logLinearOutcomes } from './log-linear-outcome.ts';
import type { MethodOutcome } from './method-outcome.ts';
import { tableRefusals } from './refusal.ts';

export type TaskPart =
  | { readonly kind: 'average'; readonly delta: number | null }
  | { readonly kind: 'log-linear' }
  | { readonly kind: 'chao' }
  | { readonly kind: 'chain'; readonly chain: number }
  /** The table without one list; a list's people as the others see them. 0-based. */
  | { readonly kind: 'without-list'; readonly list: number }
  | { readonly kind: 'people-of-list'; readonly list: number }
  | { readonly kind: 'linkage-draw' };

export interface EstimateTask {
  readonly part: TaskPart;
  readonly table: CaptureTable;
  readonly options: EstimateOptions;
}

/** The methods that take no time: for sub-tables and for draws. */
export interface QuickOutcomes {
  readonly average: MethodOutcome<AverageDetail>;
  readonly logLinear: MethodOutcome<LogLinearDetail>;
  readonly chao: MethodOutcome<ChaoDetail>;
}

/** The outcomes of one linkage, with its averaged posterior as equally likely numbers; null where refused. */
export interface LinkageDrawOutcome extends QuickOutcomes {
  readonly recorded: number;
  readonly equallyLikely: readonly number[] | null;
}

export type TaskResult =
  | { readonly kind: 'average'; readonly outcome: MethodOutcome<AverageDetail> }
  | { readonly kind: 'log-linear'; readonly outcomes: LogLinearOutcomes }
  | { readonly kind: 'chao'; readonly outcome: MethodOutcome<ChaoDetail> }
  | { readonly kind: 'chain'; readonly draws: Float64Array }
  | { readonly kind: 'without-list' | 'people-of-list'; readonly outcomes: QuickOutcomes }
  | { readonly kind: 'linkage-draw'; readonly outcome: LinkageDrawOutcome };

/** Says what is done just now, for people. */
export const TASK_WORDS: Readonly<Record<TaskPart['kind'], string>> = {
  average: 'averaging over graphs',
  'log-linear': 'fitting log-linear models',
  chao: 'lower bound',
  chain: 'running a chain of the latent-class sampler',
  'without-list': 'leaving one list out',
  'people-of-list': 'testing on a list of known size',
  'linkage-draw': 'estimating under one linkage',
};

/**
 * The parts of a run on one table.
 *
 * @example
 * const table = captureTable(['A', 'B', 'C'], [[0b001, 40], [0b010, 30], [0b100, 20], [0b011, 6], [0b101, 9], [0b110, 8], [0b111, 2]]);
 * tasksOf(table, ESTIMATE_OPTIONS).map(({ part }) => part.kind).includes('log-linear'); // true
 */
export function tasksOf(table: CaptureTable, options: EstimateOptions): readonly EstimateTask[] {
  const lists = table.lists.map((_, list) => list);
  const refused = tableRefusals(table, options.limits).length > 0;
  const chains = refused ? [] : Array.from({ length: options.chains }, (_, chain) => chain);
  const parts: TaskPart[] = [
    { kind: 'log-linear' },
    { kind: 'average', delta: options.delta },
    ...chains.map((chain) => ({ kind: 'chain', chain }) as const),
    ...options.deltas.map((delta) => ({ kind: 'average', delta }) as const),
    ...lists.map((list) => ({ kind: 'without-list', list }) as const),
    ...lists.map((list) => ({ kind: 'people-of-list', list }) as const),
    { kind: 'chao' },
  ];
  return parts.map((part) => ({ part, table, options }));
}

/**
 * Runs one part. Pure: chance comes from the seed of the options.
 *
 * @example
 * const table = captureTable(['A', 'B', 'C'], [[0b001, 40], [0b010, 30], [0b100, 20], [0b011, 6], [0b101, 9], [0b110, 8], [0b111, 2]]);
 * runTask({ part: { kind: 'chao' }, table, options: ESTIMATE_OPTIONS }, solve).kind; // 'chao'
 */
export function runTask({ part, table, options }: EstimateTask, solve: SolveLinear): TaskResult {
  switch (part.kind) {
    case 'average':
      return { kind: part.kind, outcome: averageOutcome(table, options, part.delta).outcome };
    case 'log-linear':
      return { kind: part.kind, outcomes: logLinearOutcomes(table, options, solve) };
    case 'chao':
      return { kind: part.kind, outcome: chaoOutcome(table, options, solve) };
    case 'chain': {
      const { seed, chains, latentClass } = options;
      return {
        kind: part.kind,
        draws: latentClassChain(table, latentClass, { seed, chain: part.chain, chains }),
      };
    }
    case 'without-list':
      return { kind: part.kind, outcomes: quickOutcomes(withoutList(table, part.list), options, solve) };
    case 'people-of-list':
      return {
        kind: part.kind,
        outcomes: quickOutcomes(peopleOfList(table, part.list).table, options, solve),
      };
    case 'linkage-draw':
      return { kind: part.kind, outcome: linkageDraw(table, options, solve) };
    default:
      return part satisfies never;
  }
}

function quickOutcomes(table: CaptureTable, options: EstimateOptions, solve: SolveLinear): QuickOutcomes {
  return {
    average: averageOutcome(table, options, options.delta).outcome,
    logLinear: logLinearOutcomes(table, options, solve).bic,
    chao: chaoOutcome(table, options, solve),
  };
}

function linkageDraw(table: CaptureTable, options: EstimateOptions, solve: SolveLinear): LinkageDrawOutcome {
  const { outcome, posterior } = averageOutcome(table, options, options.delta);
  const people = recorded(table);
  return {
    recorded: people,
    average: outcome,
    logLinear: logLinearOutcomes(table, options, solve).bic,
    chao: chaoOutcome(table, options, solve),
    equallyLikely: posterior === null ? null : equallyLikely(posterior, people),
  };
}
