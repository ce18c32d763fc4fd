/**
 * Those who speak are those whom it befell, and they are counted: "Forty-one of them said they had been tortured", "14
 * women who say they were raped". The number of the speakers is the number of the act.
 */
import type { Quantity } from '../../record/quantity.ts';
import { phraseOfQuantity } from '../acts/phrases.ts';
import { lowAt, type Tokens, tokensOf } from '../acts/reading.ts';
import { isPeoplePlural } from '../people-nouns.ts';

/**
 * The number of the speakers when the stretch is about themselves; null when they are not counted or it is not.
 *
 * @example
 * countOfSpeakers('Forty-one of them', tokensOf('they had been tortured'))?.best; // 41
 */
export function countOfSpeakers(named: string | null, tokens: Tokens): Quantity | null {
  return /^(?:they|we|all)$/.test(lowAt(tokens, 0)) ? countIn(named) : null;
}

/**
 * The number that opens the words for the speakers; null when they are not counted.
 *
 * @example
 * countIn('Forty-one of them')?.best; // 41
 */
export function countIn(named: string | null): Quantity | null {
  if (named === null) return null;
  const speakers = tokensOf(named);
  const [quantity] = speakers.quantities;
  if (quantity?.kind !== 'count' || quantity.n === 1 || quantity.first > 1) return null;
  const { head } = phraseOfQuantity(speakers, quantity);
  return head === '' || isPeoplePlural(head) ? quantity.value : null;
}
