/** From log odds to facts: which scores are facts, and how well that does. */
import { type PredictedFact, type Score, scoreVictims } from '../../bench/language/victims-score.ts';
import { chosenFacts, type Limits } from '../../src/text/victims/fact-model.ts';
import type { Odds } from './judge.ts';

/** Scores by the size of facts. */
export interface Scores {
  readonly two_or_more: Score;
  readonly single: Score;
  readonly all: Score;
}

function factsBy(odds: Odds, limits: Limits): Map<string, PredictedFact[]> {
  const all = new Map<string, PredictedFact[]>();
  for (const [text, scores] of odds) {
    const list = text.examples.map((example) => example.candidate);
    const facts = chosenFacts(list, scores, limits).flatMap((index) => {
      const candidate = list[index];
      return candidate === undefined
        ? []
        : [{ kind: candidate.kind, low: candidate.people.n, high: candidate.people.n }];
    });
    all.set(text.doc.id, facts);
  }
  return all;
}

/**
 * How well limits do on these texts.
 *
 * @example
 * scoresBy(odds, { count: 0, single: 0 }).all.f1;
 */
export function scoresBy(odds: Odds, limits: Limits): Scores {
  const facts = factsBy(odds, limits);
  const docs = [...odds.keys()].map((text) => text.doc);
  return {
    two_or_more: scoreVictims(docs, facts, (n) => n >= 2),
    single: scoreVictims(docs, facts, (n) => n === 1),
    all: scoreVictims(docs, facts, (n) => n >= 1),
  };
}

/** F1 that a limit may lose against the best: where it is flat, fewer false facts are worth more than the last thousandth. */
const FLAT = 0.002;

function highest(scored: readonly { readonly at: number; readonly f1: number }[]): number {
  const most = Math.max(...scored.map(({ f1 }) => f1));
  return Math.max(...scored.filter(({ f1 }) => f1 >= most - FLAT).map(({ at }) => at));
}

/**
 * The limits with the best F1 on these texts; the highest of those that are as good as it.
 *
 * @example
 * scoresBy(odds, bestLimits(odds)).all.f1;
 */
export function bestLimits(odds: Odds): Limits {
  const steps = Array.from({ length: 61 }, (_, step) => (step - 40) / 20);
  const scored = steps.map((at) => ({ at, scores: scoresBy(odds, { count: at, single: at }) }));
  return {
    count: highest(scored.map(({ at, scores }) => ({ at, f1: scores.two_or_more.f1 }))),
    single: highest(scored.map(({ at, scores }) => ({ at, f1: scores.single.f1 }))),
  };
}
