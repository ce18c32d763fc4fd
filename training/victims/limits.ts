/** From log odds to facts: which scores are facts, and how well that does. */
import { type PredictedFact, type Score, scoreVictims } from '../../bench/language/victims-score.ts';
import { chosenFacts, type Limits } from '../../src/text/victims/fact-model.ts';
import { foldsOf } from './events.ts';
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

function joined(parts: readonly Score[]): Score {
  const sum = (of: (part: Score) => number): number => parts.reduce((all, part) => all + of(part), 0);
  const [matched, wrong, missed] = [
    sum((one) => one.matched),
    sum((one) => one.false),
    sum((one) => one.missed),
  ];
  const recall = matched + missed > 0 ? matched / (matched + missed) : 0;
  const precision = matched + wrong > 0 ? matched / (matched + wrong) : 0;
  const f1 = precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0;
  return { precision, recall, f1, matched, false: wrong, missed };
}

/**
 * How well these texts do when the limits, too, are chosen without them: each part, cut by event, with the best limits of
 * the others.
 *
 * @example
 * scoresByOthers(odds, 5).all.f1;
 */
export function scoresByOthers(odds: Odds, parts: number): Scores {
  const texts = [...odds.keys()];
  const folds = foldsOf(
    texts.map((text) => text.event),
    parts,
  );
  const foldOf = new Map(texts.map((text, at) => [text, folds[at]]));
  const scored = Array.from({ length: parts }, (_, part) => {
    const others = new Map([...odds].filter(([text]) => foldOf.get(text) !== part));
    return scoresBy(new Map([...odds].filter(([text]) => foldOf.get(text) === part)), bestLimits(others));
  });
  return {
    two_or_more: joined(scored.map((one) => one.two_or_more)),
    single: joined(scored.map((one) => one.single)),
    all: joined(scored.map((one) => one.all)),
  };
}
