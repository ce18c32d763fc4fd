/**
 * Trains the judge of victim facts and writes `src/text/victims/fact-weights.ts`. First it prints scores by five-fold
 * cross-validation BY EVENT (dispatches that tell of the same event, and both renderings of each, fall into the same
 * fold); then, unless --report is given, it trains on all dispatches. About two minutes of one core. The texts stay
 * where they are.
 *
 *   node training/victims/train.ts FILE.jsonl [--report]
 */
import { writeFileSync } from 'node:fs';
import type { Limits, Sort } from '../../src/text/victims/fact-model.ts';
import { keyedTexts, trainingTextsOf } from './examples.ts';
import { crossed, GROWTH, type Judge, judgeOf, type Odds } from './judge.ts';
import { bestLimits, scoresBy } from './limits.ts';
import { inMixedCase } from './mixed-case.ts';

const FOLDS = 5;

function told(odds: Odds, limits: Limits): string {
  return Object.entries(scoresBy(odds, limits))
    .map(
      ([name, { precision, recall, f1 }]) =>
        `${name} P ${precision.toFixed(3)} R ${recall.toFixed(3)} F1 ${f1.toFixed(3)}`,
    )
    .join(' | ');
}

function base64Of(weights: Float32Array, step: number): string {
  const bytes = Int8Array.from(weights, (weight) => Math.round(weight / step));
  return Buffer.from(bytes.buffer).toString('base64');
}

function written(judge: Judge, limits: Limits): string {
  const step = judge.linear.weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127;
  const treesOf = (sort: Sort): string =>
    judge.trees[sort].trees
      .map(({ feature, threshold, leaf }) => {
        const inner = feature.flatMap((number, at) => [number, Number((threshold[at] ?? 0).toPrecision(5))]);
        return [...inner, ...leaf.map((value) => Math.round(value * 1000))].join(' ');
      })
      .join(';');
  return `/** Weights of the judge. Written by \`training/victims/train.ts\`; do not edit. */

/** Weights over hashed features: base64 of signed bytes, each a number of steps. */
export const FACT_WEIGHTS = {
  bias: ${judge.linear.bias},
  step: ${step},
  table:
    '${base64Of(judge.linear.weights, step)}',
};

/** Boosted trees of groups and of single people: for each inner node signal and threshold, then leaves in thousandths. */
export const FACT_TREES = {
  depth: ${GROWTH.depth},
  countFrom: ${limits.count},
  singleFrom: ${limits.single},
  counts: {
    base: ${judge.trees.counts.base},
    trees:
      '${treesOf('counts')}',
  },
  others: {
    base: ${judge.trees.others.base},
    trees:
      '${treesOf('others')}',
  },
};
`;
}

const path = process.argv[2];
if (path === undefined) throw new Error('give the file of dispatches with their key, one JSON object a line');
const { upper, mixed, others } = trainingTextsOf(keyedTexts(path), inMixedCase);
const all = [...upper, ...mixed, ...others];
const odds = crossed(all, FOLDS);
const ofUpper: Odds = new Map(upper.map((text) => [text, odds.get(text) ?? []]));
const limits = bestLimits(ofUpper);
console.log(`capitals, unseen:  ${told(ofUpper, limits)}`);
console.log(`mixed, unseen:     ${told(new Map(mixed.map((text) => [text, odds.get(text) ?? []])), limits)}`);
for (const half of [0, 1]) {
  const own = new Map([...ofUpper].filter(([text]) => text.number % 2 === half));
  const other = new Map([...ofUpper].filter(([text]) => text.number % 2 !== half));
  console.log(`half ${half}, limits of the other half: ${told(own, bestLimits(other))}`);
}
if (!process.argv.includes('--report')) {
  const file = new URL('../../src/text/victims/fact-weights.ts', import.meta.url);
  writeFileSync(file, written(judgeOf(all), limits));
  console.log(`written: src/text/victims/fact-weights.ts (limits ${limits.count} and ${limits.single})`);
}
