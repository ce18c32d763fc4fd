/**
 * Parts of a counted whole: "230 people disappeared: 198 men, 26 women and six children" (they add up), "58 dead, 31 of
 * them women", and the whole behind a part ("freed 12 of the 14 men it had been holding"). A part befell what befell the
 * whole.
 */
import type { Measure } from '../../record/proposition.ts';
import { joinedAfter } from '../acts/joined.ts';
import { personFrom } from '../acts/one-person.ts';
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

/** "three lives: two elderly men and a newborn", "among them a nurse": people of a list that begins at a token. */
function listAt(tokens: Tokens, from: number): readonly PeoplePhrase[] {
  const quantity = tokens.from.get(from);
  const first =
    quantity?.kind === 'count'
      ? phraseOfQuantity(tokens, quantity)
      : (personFrom(tokens, from)?.phrase ?? null);
  return first === null ? [] : joinedAfter(tokens, first);
}

function sumOf(list: readonly PeoplePhrase[]): number {
  return list.reduce((sum, one) => sum + (one.quantity === null ? 1 : (one.quantity.n ?? Number.NaN)), 0);
}

/** The list behind a colon when it adds up to the whole, or one person led in by "including", "among them". */
function singleParts(tokens: Tokens, from: number, whole: number | null): readonly PeoplePhrase[] {
  for (let at = from; at < from + FARTHEST && at < tokens.words.length; at += 1) {
    if (closesSentence(tokens, at)) break;
    const low = lowAt(tokens, at);
    if (low === ':') {
      const list = listAt(tokens, at + 1);
      return list.length > 1 && sumOf(list) === whole ? list : [];
    }
    const led =
      /^(?:including|incl)$/.test(low) ||
      (OF_THEM.test(low) && /^(?:among|amongst)$/.test(lowAt(tokens, at - 1)));
    if (led) return listAt(tokens, at + 1).filter(({ count }) => count === 'one');
  }
  return [];
}

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

/** Whether a count has a predicate of its own: "eight were transferred". */
function predicated(tokens: Tokens, count: PlacedQuantity | undefined): boolean {
  if (count === undefined) return false;
  return isAuxiliary(lowAt(tokens, Math.max(phraseOfQuantity(tokens, count).next, count.next)));
}

/** The counts behind that add up to the whole; none when they do not. */
function addends(
  tokens: Tokens,
  counts: readonly PlacedQuantity[],
  whole: number,
): readonly PlacedQuantity[] {
  let sum = 0;
  for (const [index, { n }] of counts.entries()) {
    sum += n ?? 0;
    if (predicated(tokens, counts[index])) return [];
    if (sum === whole) return index > 0 ? counts.slice(0, index + 1) : [];
    if (sum > whole) return [];
  }
  return [];
}

const OF_THEM = /^(?:them|whom|these|those|which)$/;

/** The words before a part that say that it belongs to those counted before: "including", "among them", "of whom". */
function isLedIn(tokens: Tokens, part: PlacedQuantity): boolean {
  let at = part.first - 1;
  while (at > 0 && /^(?:the|a|an|at|least|also|were|was|are|is|some)$/.test(lowAt(tokens, at))) at -= 1;
  const low = lowAt(tokens, at);
  if (/^(?:including|incl|counting)$/.test(low)) return true;
  if (low === 'or' && lowAt(tokens, at - 1) === ',') return true;
  if (low === '.' && lowAt(tokens, at - 1) === 'incl') return true;
  return OF_THEM.test(low) && /^(?:among|amongst|of)$/.test(lowAt(tokens, at - 1));
}

/** ", 31 of them women", "(41 critical)", ", one an old woman": a part without a verb of its own. */
function isApposed(tokens: Tokens, part: PlacedQuantity): boolean {
  const before = lowAt(tokens, part.first - 1);
  if (!/^(?:,|\(|–|—|-)$/.test(before)) return false;
  const of = lowAt(tokens, part.next) === 'of' && OF_THEM.test(lowAt(tokens, part.next + 1));
  const degree = /^(?:seriously|critically|gravely|badly|severely|slightly|lightly)$/.test(
    lowAt(tokens, part.next),
  );
  const gapped =
    (part.n === 1 && /^(?:an?|the)$/.test(lowAt(tokens, part.next))) ||
    (degree && /^(?:|[,.;)])$/.test(lowAt(tokens, part.next + 1)));
  if (gapped || (before === '(' && closesSoon(tokens, part.next))) return true;
  if (!of) return false;
  for (let at = part.next + 2; at < part.next + 6; at += 1) {
    if (isAuxiliary(lowAt(tokens, at)) || hitAt(tokens, at) !== null) return false;
    if (/^(?:|[,.;)])$/.test(lowAt(tokens, at))) return true;
  }
  return true;
}

const SHORT_ASIDE = 4;

function closesSoon(tokens: Tokens, from: number): boolean {
  for (let at = from; at < from + SHORT_ASIDE; at += 1) {
    if (lowAt(tokens, at) === ')') return at > from;
    if (isAuxiliary(lowAt(tokens, at)) || tokens.from.has(at)) return false;
  }
  return false;
}

/** "including three women and a priest, four soldiers": those joined to a part are parts as well. */
function joinedParts(
  tokens: Tokens,
  part: PlacedQuantity,
  behind: readonly PlacedQuantity[],
): PlacedQuantity[] {
  const all = [part];
  for (const next of behind.filter(({ first }) => first > part.first)) {
    const last = all.at(-1) ?? part;
    const end = Math.max(phraseOfQuantity(tokens, last).next, last.next);
    const joint = next.first - end;
    if (joint < 1 || joint > 2 || !/^(?:and|,)$/.test(lowAt(tokens, next.first - 1))) break;
    all.push(next);
  }
  return all;
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
    if (items.some((item) => isItsFigure(item, quantity))) return;
    if (found.some((part) => part.phrase.first === quantity.first)) return;
    found.push({ phrase: phraseOfQuantity(tokens, quantity), measure });
  };
  for (const { measure, quantity, first } of items) {
    if (measure === null || quantity === null) continue;
    const own = tokens.quantities.find((one) => one.first >= first && one.value.wording === quantity.wording);
    if (own === undefined) continue;
    const whole = wholeBehind(tokens, own);
    if (whole !== null && whole.measure !== measure) found.push(whole);
    const behind = countsBehind(tokens, own.next);
    for (const phrase of singleParts(tokens, own.next, quantity.best))
      if (!found.some((part) => part.phrase.first === phrase.first)) found.push({ phrase, measure });
    for (const part of quantity.best === null ? [] : addends(tokens, behind, quantity.best))
      add(part, measure);
    for (const part of behind) {
      if (behind.some((other) => other.first < part.first && items.some((item) => isItsFigure(item, other))))
        break;
      if (!isApposed(tokens, part) && !isLedIn(tokens, part)) continue;
      for (const one of joinedParts(tokens, part, behind)) add(one, measure);
    }
  }
  return found;
}

function isItsFigure(item: Counted, quantity: PlacedQuantity): boolean {
  return (
    item.quantity?.wording === quantity.value.wording &&
    item.first <= quantity.first &&
    quantity.next <= item.next
  );
}
