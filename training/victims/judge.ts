/** Training of the judge: a linear table for first scores, then trees on what all candidates of a text tell together. */

import { rowOf, type Sort, sortOf } from '../../src/text/victims/fact-model.ts';
import { BUCKETS } from '../../src/text/victims/feature-hash.ts';
import { type Boosted, boost, chance, type Growth, oddsAt } from './boosted-trees.ts';
import { foldsOf } from './events.ts';
import type { ExampleText } from './examples.ts';

/** How the trees grow. */
export const GROWTH: Growth = {
  trees: 160,
  depth: 4,
  rate: 0.06,
  leastWeight: 3,
  ridge: 3,
  columns: 0.5,
  rows: 0.8,
  seed: 11,
};
const LINEAR = { rounds: 5, rate: 0.03, ridge: 0.01, seed: 7 };
const INNER = 3;

/** First scores: log odds as a sum of weights. */
export interface Linear {
  readonly bias: number;
  readonly weights: Float32Array;
}

const SORTS = ['counts', 'others'] as const;

/** A trained judge: groups are judged by trees that saw groups alone, single people by trees that saw both. */
export interface Judge {
  readonly linear: Linear;
  readonly trees: Readonly<Record<Sort, Boosted>>;
}

function shuffle<Item>(items: Item[], next: () => number): void {
  for (let at = items.length - 1; at > 0; at -= 1) {
    const other = Math.floor(next() * (at + 1));
    [items[at], items[other]] = [items[other] as Item, items[at] as Item];
  }
}

function linearOf(texts: readonly ExampleText[]): Linear {
  const weights = new Float32Array(BUCKETS);
  const seen = new Float32Array(BUCKETS).fill(0.01);
  const next = chance(LINEAR.seed);
  const order = texts.flatMap((text) => text.examples).filter((example) => example.weight > 0);
  let bias = -3;
  for (let round = 0; round < LINEAR.rounds; round += 1) {
    shuffle(order, next);
    for (const { candidate, label, weight } of order) {
      let z = bias;
      for (const bucket of candidate.buckets) z += weights[bucket] ?? 0;
      const slope = (1 / (1 + Math.exp(-z)) - label) * weight;
      bias -= 0.01 * slope;
      for (const bucket of candidate.buckets) {
        const now = weights[bucket] ?? 0;
        const step = slope + LINEAR.ridge * now;
        const sum = (seen[bucket] ?? 0) + step * step;
        seen[bucket] = sum;
        weights[bucket] = now - (LINEAR.rate * step) / Math.sqrt(sum);
      }
    }
  }
  return { bias, weights };
}

function firstOf(model: Linear, text: ExampleText): number[] {
  return text.examples.map(({ candidate }) =>
    candidate.buckets.reduce((sum, bucket) => sum + (model.weights[bucket] ?? 0), model.bias),
  );
}

function rowsOf(text: ExampleText, first: readonly number[]): number[][] {
  const list = text.examples.map((example) => example.candidate);
  return list.map((_, at) => rowOf(list, first, at));
}

/** The part that each text falls into: all that tell of one event, and both renderings of a dispatch, into the same. */
function partsOf(texts: readonly ExampleText[], parts: number): Map<ExampleText, number> {
  const folds = foldsOf(
    texts.map((text) => text.event),
    parts,
  );
  return new Map(texts.map((text, at) => [text, folds[at] ?? 0]));
}

interface GrowingRows {
  readonly x: number[][];
  readonly y: number[];
  readonly weight: number[];
}

function noRows(): GrowingRows {
  return { x: [], y: [], weight: [] };
}

/**
 * A judge of these texts. Its trees learn from first scores of tables that had not seen the text.
 *
 * @example
 * oddsOf(judgeOf(texts), texts[0]).length === texts[0].examples.length; // true
 */
export function judgeOf(texts: readonly ExampleText[]): Judge {
  const rows = { counts: noRows(), others: noRows() };
  const inner = partsOf(texts, INNER);
  for (let part = 0; part < INNER; part += 1) {
    const inPart = (text: ExampleText): boolean => inner.get(text) === part;
    const linear = linearOf(texts.filter((text) => !inPart(text)));
    for (const text of texts.filter(inPart)) {
      for (const [at, x] of rowsOf(text, firstOf(linear, text)).entries()) {
        const example = text.examples[at];
        if (example === undefined || example.weight === 0) continue;
        for (const sort of sortOf(example.candidate) === 'counts' ? SORTS : (['others'] as const)) {
          rows[sort].x.push(x);
          rows[sort].y.push(example.label);
          rows[sort].weight.push(example.weight);
        }
      }
    }
  }
  const trees = { counts: boost(rows.counts, GROWTH), others: boost(rows.others, GROWTH) };
  return { linear: linearOf(texts), trees };
}

/** Last scores of a text's examples, as log odds. */
export function oddsOf(judge: Judge, text: ExampleText): number[] {
  return rowsOf(text, firstOf(judge.linear, text)).map((row, at) => {
    const candidate = text.examples[at]?.candidate;
    return candidate === undefined ? 0 : oddsAt(judge.trees[sortOf(candidate)], row);
  });
}

/** Log odds of each text whose facts the key tells. */
export type Odds = ReadonlyMap<ExampleText, readonly number[]>;

/**
 * Log odds of every text by a judge that saw no text of its event: cross-validation by event.
 *
 * @example
 * crossed(texts, 5).size === texts.length; // true
 */
export function crossed(texts: readonly ExampleText[], folds: number): Odds {
  const odds = new Map<ExampleText, number[]>();
  const parts = partsOf(texts, folds);
  for (let fold = 0; fold < folds; fold += 1) {
    const judge = judgeOf(texts.filter((text) => parts.get(text) !== fold));
    for (const text of texts)
      if (text.doc.relevant && parts.get(text) === fold) odds.set(text, oddsOf(judge, text));
  }
  return odds;
}
