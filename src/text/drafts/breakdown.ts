/**
 * Parts of a counted whole: "230 people disappeared: 198 men, 26 women and six children" (they add up), "58 dead, 31 of
 * them women", and the whole behind a part ("freed 12 of the 14 men it had been holding"). A part befell what befell the
 * whole.
 */
import type { Measure } from '../../record/proposition.ts';
import { type PeoplePhrase, phraseOfQuantity } from '../acts/phrases.ts';
import { hitAt } from '../acts/predicate.ts';
import { closesSentence, isAuxiliary, lowAt, type Tokens } from '../acts/reading.ts';
import { isPeoplePlural } from '../people-nouns.ts';
import type { PlacedQuantity } from '../quantity.ts';

/** A part or a whole with what befell it. */
export interface Part {
  readonly phrase: PeoplePhrase;
  readonly measure: Measure;
}

/** A counted act that is known. Token indexes, end exclusive. */
interface Counted {
  readonly measure: Measure | null;
  readonly quantity: { readonly wording: string; readonly best: number | null } | null;
  readonly first: number;
  readonly next: number;
}

const FARTHEST = 30;
const MOST_PARTS = 6;

/** Counts of people behind a token in the same sentence. */
function countsBehind(tokens: Tokens, from: number): PlacedQuantity[] {
  const found: PlacedQuantity[] = [];
  for (let at = from; at < Math.min(tokens.words.length, from + FARTHEST); at += 1) {
    if (closesSentence(tokens, at)) break;
    const quantity = tokens.from.get(at);
    if (quantity?.kind === 'count' && quantity.n !== null) found.push(quantity);
  }
  return found.slice(0, MOST_PARTS);
}

/** The counts behind that add up to the whole; none when they do not. */
function addends(counts: readonly PlacedQuantity[], whole: number): readonly PlacedQuantity[] {
  let sum = 0;
  for (const [index, { n }] of counts.entries()) {
    sum += n ?? 0;
    if (sum === whole) return index > 0 ? counts.slice(0, index + 1) : [];
    if (sum > whole) return [];
  }
  return [];
}

/** ", 31 of them women": a part without a verb of its own. */
function isApposed(tokens: Tokens, part: PlacedQuantity): boolean {
  if (!/^(?:,|\(|–|—|-)$/.test(lowAt(tokens, part.first - 1))) return false;
  if (lowAt(tokens, part.next) !== 'of' || !/^(?:them|whom|these|those)$/.test(lowAt(tokens, part.next + 1)))
    return false;
  for (let at = part.next + 2; at < part.next + 6; at += 1) {
    if (isAuxiliary(lowAt(tokens, at)) || hitAt(tokens, at) !== null) return false;
    if (/^(?:|[,.;)])$/.test(lowAt(tokens, at))) return true;
  }
  return true;
}

/** "12 of the 14 men it had been holding": the act of the relative clause befell the whole. */
function wholeBehind(tokens: Tokens, part: PlacedQuantity): Part | null {
  if (lowAt(tokens, part.next) !== 'of') return null;
  const at = /^(?:the|those|its|their|his|her|some)$/.test(lowAt(tokens, part.next + 1))
    ? part.next + 2
    : part.next + 1;
  const whole = tokens.from.get(at);
  if (whole?.kind !== 'count' || whole.n === null || whole.n <= (part.n ?? 0)) return null;
  const phrase = phraseOfQuantity(tokens, whole);
  if (phrase.head !== '' && !isPeoplePlural(phrase.head)) return null;
  for (let look = phrase.next; look < phrase.next + 7; look += 1) {
    const hit = hitAt(tokens, look);
    if (hit !== null) return hit.entry.form === 'noun' ? null : { phrase, measure: hit.entry.measure };
    const low = lowAt(tokens, look);
    if (
      !isAuxiliary(low) &&
      !/^(?:who|whom|that|which|it|they|he|she|police|soldiers|still|once|first)$/.test(low)
    )
      return null;
  }
  return null;
}

/**
 * Parts of the counted acts of a stretch, and wholes behind them.
 *
 * @example
 * partsOf(tokensOf('58 dead, 31 of them women'), items)[0]?.measure; // 'killed'
 */
export function partsOf(tokens: Tokens, items: readonly Counted[]): Part[] {
  if (tokens.quantities.length < 2) return [];
  const found: Part[] = [];
  const add = (quantity: PlacedQuantity, measure: Measure): void => {
    if (
      items.some(
        (item) => item.quantity !== null && item.first <= quantity.first && quantity.next <= item.next,
      )
    )
      return;
    if (found.some((part) => part.phrase.first === quantity.first)) return;
    found.push({ phrase: phraseOfQuantity(tokens, quantity), measure });
  };
  for (const { measure, quantity, first, next } of items) {
    if (measure === null || quantity === null) continue;
    const own = tokens.quantities.find((one) => one.first >= first && one.value.wording === quantity.wording);
    if (own === undefined) continue;
    const whole = wholeBehind(tokens, own);
    if (whole !== null && whole.measure !== measure) found.push(whole);
    const behind = countsBehind(tokens, next);
    for (const part of quantity.best === null ? [] : addends(behind, quantity.best)) add(part, measure);
    for (const part of behind) if (isApposed(tokens, part)) add(part, measure);
  }
  return found;
}
