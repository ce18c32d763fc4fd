/**
 * What people tell of having gone through, by a noun: "(described) beatings", "(reported) rape or the threat of it". With
 * counted speakers it is so many whom it befell.
 */
import type { Measure } from '../../record/proposition.ts';
import type { Quantity } from '../../record/quantity.ts';
import { closesSentence, lowAt, type Tokens } from '../acts/reading.ts';

const ENDURED: Readonly<Record<string, Measure>> = {
  beatings: 'tortured',
  torture: 'tortured',
  'ill-treatment': 'tortured',
  mistreatment: 'tortured',
  waterboarding: 'tortured',
  shocks: 'tortured',
  rape: 'sexual-violence',
  rapes: 'sexual-violence',
  assault: 'sexual-violence',
  assaults: 'sexual-violence',
};
const WITHIN = 5;

/**
 * The measure of the noun that stands within a few words from a token; null when none does.
 *
 * @example
 * enduredAt(tokensOf('severe beatings'), 0); // 'tortured'
 */
export function enduredAt(tokens: Tokens, from: number): Measure | null {
  for (let at = from; at < from + WITHIN; at += 1) {
    const low = lowAt(tokens, at);
    const plain = low.startsWith('assault') && lowAt(tokens, at - 1) !== 'sexual';
    const measure = ENDURED[low];
    if (measure !== undefined && !plain) return measure;
    if (closesSentence(tokens, at) || /^(?:|,|that|and|by|of|against)$/.test(low)) return null;
  }
  return null;
}

/** So many whom an act befell, as they tell themselves. */
export interface Endured {
  readonly measure: Measure;
  readonly quantity: Quantity;
}

/**
 * The count that counted speakers make by telling of what they went through; null when the words tell of nothing such.
 *
 * @example
 * enduredBy(tokensOf('beatings'), () => countIn('Two of them'))?.measure; // 'tortured'
 */
export function enduredBy(tokens: Tokens, counted: () => Quantity | null): Endured | null {
  const measure = enduredAt(tokens, 0);
  const quantity = measure === null ? null : counted();
  return measure === null || quantity === null ? null : { measure, quantity };
}
