/**
 * Figures that a sentence sets beside another: "418 arrests, compared with 97 the year before", "36 cases of rape in May
 * (April: 21)", "thirty-seven were cut down, and in Rusiga sixteen", "they found 22 bodies; there may be ten more". They
 * count what the figure before them counts. And people who went through something told by a noun: "eleven described
 * beatings", "40 endured torture".
 */
import type { Measure } from '../../record/proposition.ts';
import { type PeoplePhrase, phraseOfQuantity } from '../acts/phrases.ts';
import { closesSentence, isAuxiliary, lowAt, type Tokens } from '../acts/reading.ts';
import { isPeoplePlural } from '../people-nouns.ts';
import type { PlacedQuantity } from '../quantity.ts';
import { enduredAt } from './endured.ts';

/** A figure with what it counts. */
export interface Compared {
  readonly phrase: PeoplePhrase;
  readonly measure: Measure;
}

/** A figure whose act is known. Token indexes, end exclusive. */
interface Known {
  readonly measure: Measure | null;
  readonly quantity: unknown;
  readonly first: number;
  readonly next: number;
}

const FARTHEST = 40;
const CLOSERS = /^(?:|[.,;:)!?¶]|and|in|on|at|the|a|an|last|this|year|month|week|earlier|before|so|under)$/;
const MONTHS = /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/;

/** "compared with 97", "against 21", "up from 12", "than the nine": a figure of another time or place. */
function isSetBeside(tokens: Tokens, first: number): boolean {
  const at = /^(?:the|only|just|some)$/.test(lowAt(tokens, first - 1)) ? first - 2 : first - 1;
  const [low, before] = [lowAt(tokens, at), lowAt(tokens, at - 1)];
  if (/^(?:with|to)$/.test(low)) return /^(?:compared|comparison)$/.test(before);
  if (low === 'from') return /^(?:up|down|rise|increase|drop|fall)$/.test(before);
  if (low === ':') return MONTHS.test(before) && lowAt(tokens, at - 2) === '(';
  return low === 'against' || low === 'versus';
}

/** ", and in Rusiga sixteen": the verb is not repeated. */
function isGapped(tokens: Tokens, first: number): boolean {
  for (let at = first - 1; at > first - 7; at -= 1) {
    const low = lowAt(tokens, at);
    if (/^(?:in|at|near|on)$/.test(low)) return at < first - 1 && /^(?:and|,|;)$/.test(lowAt(tokens, at - 1));
    if (tokens.words[at]?.cap !== true && !/^(?:the|of|de|la|el|al)$/.test(low)) return false;
  }
  return false;
}

/** "there may be ten more under the roof". */
function isMore(tokens: Tokens, quantity: PlacedQuantity): boolean {
  if (!/^(?:more|others)$/.test(lowAt(tokens, quantity.next))) return false;
  let at = quantity.first - 1;
  while (isAuxiliary(lowAt(tokens, at)) || /^(?:another|also|still|perhaps|maybe)$/.test(lowAt(tokens, at)))
    at -= 1;
  return lowAt(tokens, at) === 'there' || closesSentence(tokens, quantity.first - 1);
}

/** "rose from | 210 to 345": what the second counts. */
function isBefore(tokens: Tokens, { first, next }: PlacedQuantity): boolean {
  if (lowAt(tokens, first - 1) !== 'from' || lowAt(tokens, next) !== 'to' || !tokens.from.has(next + 1))
    return false;
  return /^(?:rose|rises?|risen|grew|grows?|grown|climbed|increased|jumped|up|went|gone|fell|falls?|fallen|dropped|sank|down|declined)$/.test(
    lowAt(tokens, first - 2),
  );
}

function measureOfNext(known: readonly Known[], { next }: PlacedQuantity): Measure | null {
  return (
    known.find((one) => one.quantity !== null && one.first <= next + 1 && next < one.next)?.measure ?? null
  );
}

function stands(tokens: Tokens, quantity: PlacedQuantity, known: readonly Known[]): Measure | null {
  const phrase = phraseOfQuantity(tokens, quantity);
  const bare = !isPeoplePlural(phrase.head) && CLOSERS.test(lowAt(tokens, quantity.next));
  const first = tokens.covering.get(quantity.first - 2)?.first ?? 0;
  const second = lowAt(tokens, quantity.first - 1) === 'and' && first > 0 && isSetBeside(tokens, first);
  const beside = bare && (second || isSetBeside(tokens, quantity.first));
  const gapped =
    bare && /^(?:|[.,;!])$/.test(lowAt(tokens, quantity.next)) && isGapped(tokens, quantity.first);
  if (!beside && !gapped && !isMore(tokens, quantity)) return null;
  const earlier = known.filter(
    (one) => one.quantity !== null && one.measure !== null && one.first < quantity.first,
  );
  const pair = beside && lowAt(tokens, quantity.next) === 'and' && tokens.from.has(quantity.next + 1);
  const before = earlier.at(pair ? -2 : -1);
  return before === undefined || quantity.first - before.first > FARTHEST ? null : before.measure;
}

const WENT_THROUGH =
  /^(?:describ(?:ed|e|ing)|report(?:ed|s|ing)|recount(?:ed|s|ing)|suffer(?:ed|s|ing)?|endur(?:ed|e|ing)|experienc(?:ed|e|ing)|surviv(?:ed|e|ing)|alleg(?:ed|e|ing)|underwent|undergone|faced|withstood|complained)$/;
/** "eleven, all women, described rape", "63 of those arrested described beatings". */
function wentThrough(tokens: Tokens, quantity: PlacedQuantity): Measure | null {
  const phrase = phraseOfQuantity(tokens, quantity);
  if (phrase.head !== '' && !isPeoplePlural(phrase.head)) return null;
  let at = quantity.next;
  while (at < quantity.next + 9 && !WENT_THROUGH.test(lowAt(tokens, at))) {
    if (closesSentence(tokens, at) || tokens.from.has(at) || lowAt(tokens, at) === 'and') return null;
    at += 1;
  }
  if (!WENT_THROUGH.test(lowAt(tokens, at))) return null;
  return enduredAt(tokens, at + 1);
}

/**
 * The figures set beside others, and those who went through an act told by a noun. `taken` says whether a figure has an
 * act already.
 *
 * @example
 * comparedFigures(tokensOf('eleven described beatings'), [], () => false)[0]?.measure; // 'tortured'
 */
export function comparedFigures(
  tokens: Tokens,
  known: readonly Known[],
  taken: (quantity: PlacedQuantity) => boolean,
): Compared[] {
  const all: Known[] = [...known].sort((a, b) => a.first - b.first);
  return tokens.quantities.flatMap((quantity) => {
    if (quantity.kind !== 'count' || quantity.n === 1) return [];
    const later = isBefore(tokens, quantity) ? measureOfNext(known, quantity) : null;
    if (later !== null) return [{ phrase: phraseOfQuantity(tokens, quantity), measure: later }];
    if (taken(quantity)) return [];
    const measure = wentThrough(tokens, quantity) ?? stands(tokens, quantity, all);
    return measure === null ? [] : [{ phrase: phraseOfQuantity(tokens, quantity), measure }];
  });
}
