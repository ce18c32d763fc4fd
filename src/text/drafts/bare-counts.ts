/**
 * People counted in a clause whose verb is no act that we measure: "26 reporters have left", "two have been turned
 * away", "it let in six of the men". The figure is kept with the words of its clause. It leaves out those who only
 * tell or are interviewed, one person, uncounted many, people behind a preposition, and any clause that holds an
 * act or an answer already.
 */
import { type PeoplePhrase, phraseOfQuantity } from '../acts/phrases.ts';
import { isAuxiliary, lowAt, type Tokens } from '../acts/reading.ts';
import { isPeoplePlural } from '../people-nouns.ts';
import type { PlacedQuantity } from '../quantity.ts';
import { defaultKindOf } from './default-kind.ts';

/** What is known of a clause already. Token indexes, end exclusive. */
interface Known {
  readonly first: number;
  readonly next: number;
}

const CLAUSE_BREAKS = new Set([',', ';', ':', '.', '!', '?', '¶', 'but', 'while', 'whereas', '–', '—']);
const TELLERS =
  /^(?:interview\w*|question\w*|heard|hearing|quot\w+|spoke|spoken|talked|met|meeting|contact\w*|survey\w*|polled|asked)$/;
/** "who", "of" in front of a partitive, "with 200 now sleeping" apart, a preposition makes the people a circumstance. */
const GOVERNED =
  /^(?:from|by|in|on|at|to|for|with|of|among|against|between|than|near|under|over|after|before|since|per|including|without|like|as)$/;
const PRONOUN_FOLLOWS = /^(?:of|more|others?|now|still)$/;
const STATED =
  /^(?:remain\w*|left|arrive\w*|cross\w*|involv\w+|work\w*|live\w*|return\w*|lost|came|went|stay\w*|need\w*|sleeping|waiting)$/;
const PACKS = /^(?:number|figure|total|toll|count|tally)$/;

/** Whether the clause goes on with a predicate behind the phrase ("have left", "now sleeping"). */
function isSubject(tokens: Tokens, next: number): boolean {
  let at = next;
  while (/^(?:now|still|already|also|then|since|"|“|”)$/.test(lowAt(tokens, at))) at += 1;
  return isAuxiliary(lowAt(tokens, at)) || STATED.test(lowAt(tokens, at));
}

/** "let in six of the men", "took in 40 people": the object of a verb. */
function isTakenIn(tokens: Tokens, first: number): boolean {
  const at = /^(?:just|only|some|another|the|a)$/.test(lowAt(tokens, first - 1)) ? first - 2 : first - 1;
  const low = lowAt(tokens, at);
  if (/^(?:in|away|back|out)$/.test(low))
    return /^(?:let|letting|took|taken|taking|turn\w*|sent|send\w*|brought|driven|drove|pushed)$/.test(
      lowAt(tokens, at - 1),
    );
  return /^(?:list(?:s|ed)|admit(?:s|ted)|accept(?:s|ed)|shelter(?:s|ed)|named|names|shot|expelled|hosts?|hosted)$/.test(
    low,
  );
}

function behindPronoun(tokens: Tokens, quantity: PlacedQuantity): number {
  let at = quantity.next;
  if (lowAt(tokens, at) === 'of') {
    if (!/^(?:them|us|those|whom|the|these|its|his|her|their|our)$/.test(lowAt(tokens, at + 1))) return at;
    at += 2;
    while (at < quantity.next + 6 && isPeoplePlural(lowAt(tokens, at))) at += 1;
    return at;
  }
  while (PRONOUN_FOLLOWS.test(lowAt(tokens, at))) at += 1;
  return at;
}

/** "the real number could be as high as 45": a figure of nothing but what was spoken of. */
function isPlainFigure(tokens: Tokens, quantity: PlacedQuantity): boolean {
  if (
    /^(?:figure|toll|total)$/.test(lowAt(tokens, quantity.first - 2)) &&
    lowAt(tokens, quantity.first - 1) === 'of'
  )
    return true;
  if (!/^(?:|[.,;]|"|”)$/.test(lowAt(tokens, quantity.next))) return false;
  for (let at = quantity.first - 1; at > quantity.first - 7 && at >= 0; at -= 1) {
    const low = lowAt(tokens, at);
    if (PACKS.test(low)) return true;
    if (!isAuxiliary(low) && !/^(?:is|lower|higher|at|to|now|be|about)$/.test(low)) return false;
  }
  return false;
}

/** "one of 23,000 people who have crossed": the whole is counted. */
function isOneOf(tokens: Tokens, quantity: PlacedQuantity, phrase: PeoplePhrase): boolean {
  const before = [quantity.first - 1, quantity.first - 2, quantity.first - 3].map((at) => lowAt(tokens, at));
  const of = /^(?:an?|the|some)$/.test(before[0] ?? '') ? 1 : 0;
  return before[of] === 'of' && before[of + 1] === 'one' && lowAt(tokens, phrase.next) === 'who';
}

/** "74 minors among them", "8,400 names from one district": what a list or register is said to hold. */
function isList(tokens: Tokens, quantity: PlacedQuantity, phrase: PeoplePhrase): boolean {
  if (quantity.first !== 0) return false;
  if (/^(?:names|cases|deaths)$/.test(lowAt(tokens, quantity.next)))
    return /^(?:|from|in|of|so|on)$/.test(lowAt(tokens, quantity.next + 1));
  return isPeoplePlural(phrase.head) && /^(?:|among|[.])$/.test(lowAt(tokens, phrase.next));
}

function countedAt(tokens: Tokens, quantity: PlacedQuantity): PeoplePhrase | null {
  const phrase = phraseOfQuantity(tokens, quantity);
  if (isPlainFigure(tokens, quantity)) return phrase;
  const before = lowAt(tokens, quantity.first - 1);
  if (TELLERS.test(before)) return null;
  const taken = isTakenIn(tokens, quantity.first) || isOneOf(tokens, quantity, phrase);
  if (GOVERNED.test(before) && !taken && before !== 'with') return null;
  const pronoun = behindPronoun(tokens, quantity);
  const people = isPeoplePlural(phrase.head) || phrase.head === 'people';
  if (before === 'with' && !/^(?:now|still)$/.test(lowAt(tokens, people ? phrase.next : quantity.next)))
    return null;
  if (isList(tokens, quantity, phrase)) return phrase;
  if (people && (taken || isSubject(tokens, phrase.next))) return phrase;
  const bare = phrase.head === '' || pronoun > quantity.next || phrase.next === quantity.next;
  return bare && (taken || isSubject(tokens, pronoun)) ? phrase : null;
}

/** "three of the dead were women": who some of those counted elsewhere were, no count of its own. */
function tellsWhoTheyAre(tokens: Tokens, quantity: PlacedQuantity): boolean {
  const until = tokens.words[Math.min(tokens.words.length, quantity.next + 6) - 1]?.end ?? 0;
  return defaultKindOf(tokens.text.slice(tokens.words[quantity.first]?.start ?? 0, until)) === 'identity';
}

/** Whether a clause break stands between two stretches. */
function apart(tokens: Tokens, quantity: PlacedQuantity, other: Known): boolean {
  const from = quantity.first < other.first ? quantity.next : other.next;
  const until = quantity.first < other.first ? other.first : quantity.first;
  for (let at = from; at < until; at += 1) {
    const low = lowAt(tokens, at);
    if (CLAUSE_BREAKS.has(low) || (low === 'and' && tokens.covering.has(at + 1))) return true;
    if (low === 'and' && lowAt(tokens, at + 1) === 'that') return true;
  }
  return false;
}

/** The clauses near a figure; those far away cannot hold it. */
const NEAR = 40;

/**
 * The counted people in clauses without a known act or answer, in order.
 *
 * @example
 * bareCounts(tokensOf('at least 26 reporters have left Velt'), []).length; // 1
 */
export function bareCounts(tokens: Tokens, known: readonly Known[]): PeoplePhrase[] {
  const sorted = [...known].sort((a, b) => a.first - b.first);
  let from = 0;
  return tokens.quantities.flatMap((quantity) => {
    if (quantity.kind !== 'count' || quantity.n === null || quantity.n === 1) return [];
    const near: Known[] = [];
    while (from < sorted.length && (sorted[from]?.first ?? 0) < quantity.first - 2 * NEAR) from += 1;
    for (let at = from; at < sorted.length; at += 1) {
      const other = sorted[at];
      if (other === undefined || other.first >= quantity.next + NEAR) break;
      near.push(other);
    }
    if (near.some((other) => !apart(tokens, quantity, other))) return [];
    const phrase = tellsWhoTheyAre(tokens, quantity) ? null : countedAt(tokens, quantity);
    return phrase === null ? [] : [phrase];
  });
}
