/**
 * The judge: a table of weights over hashed features gives a first score, boosted trees over measured signals and the
 * first scores of the whole text give the last. Trained by `training/victims/train.ts`; deterministic.
 */
import type { Candidate } from './candidates.ts';
import { companySignals } from './company-signals.ts';
import { FACT_TREES, FACT_WEIGHTS } from './fact-weights.ts';
import { neighbourSignals } from './neighbour-signals.ts';

/** One tree as a full binary tree: inner nodes from the root, then leaves. */
interface Tree {
  readonly feature: Int16Array;
  readonly threshold: Float64Array;
  readonly leaf: Float64Array;
}

/** Groups with a number, and single people: each sort is judged by trees of its own. */
export type Sort = 'counts' | 'others';

/**
 * The sort of a candidate.
 *
 * @example
 * sortOf(candidate); // 'counts' for "two farmers"
 */
export function sortOf({ people }: Candidate): Sort {
  return people.type === 'count' ? 'counts' : 'others';
}

/** Trees with the log odds they start from. */
interface Forest {
  readonly base: number;
  readonly trees: readonly Tree[];
}

/** Weights and trees, decoded. */
export interface FactModel {
  readonly bias: number;
  /** Weight of a bucket in steps of `step`. */
  readonly weights: Int8Array;
  readonly step: number;
  readonly depth: number;
  readonly forests: Readonly<Record<Sort, Forest>>;
  /** Last score from which counted groups are facts, and from which single people are. */
  readonly countFrom: number;
  readonly singleFrom: number;
}

function decodedWeights(): Int8Array {
  const bytes = atob(FACT_WEIGHTS.table);
  const weights = new Int8Array(bytes.length);
  for (let at = 0; at < bytes.length; at += 1) weights[at] = (bytes.charCodeAt(at) << 24) >> 24;
  return weights;
}

function decodedTree(line: string, depth: number): Tree {
  const numbers = line.split(' ').map(Number);
  const inner = (1 << depth) - 1;
  const feature = new Int16Array(inner);
  const threshold = new Float64Array(inner);
  for (let at = 0; at < inner; at += 1) {
    feature[at] = numbers[at * 2] ?? 0;
    threshold[at] = numbers[at * 2 + 1] ?? 0;
  }
  return { feature, threshold, leaf: Float64Array.from(numbers.slice(inner * 2), (value) => value / 1000) };
}

function decoded(): FactModel {
  const { bias, step } = FACT_WEIGHTS;
  const { depth, countFrom, singleFrom, counts, others } = FACT_TREES;
  const forest = ({ base, trees }: { readonly base: number; readonly trees: string }): Forest => ({
    base,
    trees: trees.split(';').map((line) => decodedTree(line, depth)),
  });
  const forests = { counts: forest(counts), others: forest(others) };
  return { bias, step, weights: decodedWeights(), depth, forests, countFrom, singleFrom };
}

/** The model that ships. */
export const FACT_MODEL: FactModel = decoded();

/** First score of a candidate. */
export function firstScore(model: FactModel, candidate: Candidate): number {
  let sum = 0;
  for (const bucket of candidate.buckets) sum += model.weights[bucket] ?? 0;
  return model.bias + sum * model.step;
}

function leafOf(tree: Tree, signals: readonly number[], inner: number): number {
  let at = 0;
  while (at < inner)
    at = (signals[tree.feature[at] ?? 0] ?? 0) <= (tree.threshold[at] ?? 0) ? 2 * at + 1 : 2 * at + 2;
  return tree.leaf[at - inner] ?? 0;
}

/**
 * All that the trees look at for the candidate at an index: what the first scores tell of its company, then its signals.
 *
 * @example
 * rowOf(list, first, 0)[0] === first[0]; // true
 */
export function rowOf(list: readonly Candidate[], first: readonly number[], index: number): number[] {
  const own = list[index]?.signals ?? [];
  return [...neighbourSignals(list, first, index), ...companySignals(list, first, index), ...own];
}

/**
 * Last scores of all candidates of a text, as log odds.
 *
 * @example
 * lastScores(FACT_MODEL, candidatesIn('Two farmers were killed.').list)[0]; // about 1
 */
export function lastScores(model: FactModel, list: readonly Candidate[]): number[] {
  const first = list.map((candidate) => firstScore(model, candidate));
  const inner = (1 << model.depth) - 1;
  return list.map((candidate, index) => {
    const signals = rowOf(list, first, index);
    const { base, trees } = model.forests[sortOf(candidate)];
    let score = base;
    for (const tree of trees) score += leafOf(tree, signals, inner);
    return score;
  });
}

/** Last scores from which candidates are facts. */
export interface Limits {
  readonly count: number;
  readonly single: number;
}

/** Whether another candidate tells better what befell this one person: nobody is both killed and only injured. */
function isOutdone(list: readonly Candidate[], scores: readonly number[], index: number): boolean {
  const own = list[index];
  if (own === undefined || own.people.type === 'count' || own.kind === 'abducted') return false;
  return list.some(
    (other, at) =>
      at !== index &&
      other.people === own.people &&
      other.kind !== 'abducted' &&
      (scores[at] ?? 0) >= (scores[index] ?? 0),
  );
}

/**
 * Indexes of the candidates that are facts.
 *
 * @example
 * chosenFacts(list, lastScores(FACT_MODEL, list), { count: 0, single: 0 }); // [0]
 */
export function chosenFacts(list: readonly Candidate[], scores: readonly number[], limits: Limits): number[] {
  return list.flatMap((candidate, index) => {
    const from = candidate.people.type === 'count' ? limits.count : limits.single;
    return (scores[index] ?? from) > from && !isOutdone(list, scores, index) ? [index] : [];
  });
}
