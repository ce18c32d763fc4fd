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

/**
 * The limits with the best F1 on these texts.
 *
 * @example
 * scoresBy(odds, bestLimits(odds)).all.f1;
 */
export function bestLimits(odds: Odds): Limits {
  let [count, single] = [0, 0];
  let [mostCount, mostSingle] = [0, 0];
  for (let step = -40; step <= 20; step += 1) {
    const at = step / 20;
    const scores = scoresBy(odds, { count: at, single: at });
    if (scores.two_or_more.f1 > mostCount) [mostCount, count] = [scores.two_or_more.f1, at];
    if (scores.single.f1 > mostSingle) [mostSingle, single] = [scores.single.f1, at];
  }
  return { count, single };
}
