/** Facts in the scorer's form: the figure as the words name it at both ends, or both ends of a range. */
import type { VictimFact } from '../../src/text/victims/victim-fact.ts';
import type { PredictedFact } from './victims-score.ts';

/**
 * Predictions of the facts of one text.
 *
 * @example
 * predictionOf(factsOf('More than 100 people were killed.')); // [{ kind: 'killed', low: 100, high: 100 }]
 */
export function predictionOf(facts: readonly VictimFact[]): PredictedFact[] {
  return facts.map(({ kind, low, high, figure }) =>
    low !== null && high !== null && low < high ? { kind, low, high } : { kind, low: figure, high: figure },
  );
}
