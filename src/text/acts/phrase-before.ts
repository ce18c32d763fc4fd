/**
 * The people to the left of a predicate: "three men from the village were killed", "26 gay, bisexual and transgender
 * men", "those who". It steps over asides and prepositional phrases and stops at the first words that can be people.
 */

import { isPeoplePlural, mayBePerson } from '../people-nouns.ts';
import type { PlacedQuantity } from '../quantity.ts';
import { ACTS } from './lexicon.ts';
import { onePhrase } from './one-person.ts';
import { type PeoplePhrase, phraseOfQuantity, plainPhrase, predicates, withBelonging } from './phrases.ts';
import { hitAt } from './predicate.ts';
import {
  breaksPhrase,
  canBePeople,
  closesSentence,
  isAuxiliary,
  isDeterminer,
  isPreposition,
  lowAt,
  type Tokens,
} from './reading.ts';

const HOLDERS_OF =
  /^(?:group|groups|family|families|body|bodies|corpses?|total|crew|team|gang|squad|column|party|delegation|remains|lives|couple|pair|list|toll|number)$/;

/** Whether the phrase whose "of" ends before `index` only packs what follows ("a group of", "the bodies of"). */
function isPackaging(tokens: Tokens, ofAt: number): boolean {
  return HOLDERS_OF.test(lowAt(tokens, ofAt - 1));
}

/** A result, or where to go on; `direct`: the people must end right there ("who", a bare participle). */
type Step = { readonly phrase: PeoplePhrase | null } | { readonly end: number; readonly direct?: boolean };

/** What to do at a number met on the way left from a predicate. */
function stepAtQuantity(tokens: Tokens, quantity: PlacedQuantity, end: number, direct: boolean): Step {
  const another = /^(?:an?|another)$/.test(lowAt(tokens, quantity.first - 1));
  const alone = quantity.next === end + 1 || (end - quantity.next < 3 && mayBePerson(lowAt(tokens, end)));
  if (quantity.kind === 'ordinal' && another && alone)
    return { phrase: onePhrase(quantity.first - 1, end + 1) };
  if (quantity.kind !== 'count') return { end: quantity.first - 1 };
  const close = direct ? phraseOfQuantity(tokens, quantity) : null;
  if (close !== null && close.next === end + 1 && canBePeople(close.head)) return { phrase: close };
  const before = lowAt(tokens, quantity.first - 1);
  const lead = isDeterminer(before) ? quantity.first - 2 : quantity.first - 1;
  const governor = lowAt(tokens, lead);
  if (/^(?:after|before|since|until|as|than)$/.test(governor) && close === null) {
    const subject = phraseOfQuantity(tokens, quantity);
    if (subject.next === end + 1 && isPeoplePlural(subject.head)) return { phrase: subject };
  }
  if (governor === 'of' && !isPackaging(tokens, lead)) return { end: lead - 1 };
  if (governor !== 'of' && isPreposition(governor)) return { end: lead - 1 };
  const phrase = phraseOfQuantity(tokens, quantity);
  if (!canBePeople(phrase.head)) return { phrase: null };
  return { phrase: phrase.next < end ? phrase : { ...phrase, next: Math.max(phrase.next, quantity.next) } };
}

/** The token before an aside that ends at a comma or bracket: ", aged 20," or "(…)". */
function beforeAside(tokens: Tokens, index: number): number | null {
  const opener = lowAt(tokens, index) === ')' ? '(' : ',';
  for (let at = index - 1; at > index - 18 && at >= 0; at -= 1) {
    if (closesSentence(tokens, at)) return null;
    if (lowAt(tokens, at) === opener) return at - 1;
  }
  return null;
}

/** "60,000 men, women and children": a number further left whose phrase runs up to `end` across the comma. */
function listedPhrase(tokens: Tokens, comma: number, end: number): PeoplePhrase | null {
  for (let at = comma - 1; at >= 0 && at > comma - 8; at -= 1) {
    const quantity = tokens.covering.get(at);
    if (quantity?.kind !== 'count') continue;
    const phrase = phraseOfQuantity(tokens, quantity);
    return phrase.next === end + 1 && canBePeople(phrase.head) ? phrase : null;
  }
  return null;
}

/** "three who had crawled out (were killed)": the "who" before the helpers of a relative clause; null when none. */
function whoBefore(tokens: Tokens, at: number): number | null {
  let index = at - 1;
  while (
    index > at - 4 &&
    (isAuxiliary(lowAt(tokens, index)) || /^(?:not|also|never)$/.test(lowAt(tokens, index)))
  )
    index -= 1;
  return lowAt(tokens, index) === 'who' ? index : null;
}

/** What to do at a word that breaks the phrase on the way left. */
function stepAtBreak(tokens: Tokens, at: number, end: number): Step {
  const low = lowAt(tokens, at);
  const empty = at === end;
  if (low === ',' || low === ')') {
    if (!empty) return { phrase: listedPhrase(tokens, at, end) ?? plainPhrase(tokens, at + 1, end + 1) };
    const before = beforeAside(tokens, at);
    return before === null ? { phrase: null } : { end: before };
  }
  if (isPreposition(low)) return { end: at - 1 };
  const who = isAuxiliary(low) ? whoBefore(tokens, at) : null;
  if (who !== null) return { end: who - 1, direct: true };
  if (/^(?:them|him|it|us|her)$/.test(low) && empty && isPreposition(lowAt(tokens, at - 1)))
    return { end: at - 2 };
  if (low === 'being' && isPreposition(lowAt(tokens, at - 1))) return { end: at - 2 };
  if (low === 'who' && lowAt(tokens, at - 1) === ',') return { end: at - 2, direct: true };
  if (low === 'who' || (/^(?:which|that|whom)$/.test(low) && empty)) return { end: at - 1, direct: true };
  if ((low === 'and' || low === 'or') && !empty && lowAt(tokens, at - 2) === ',') {
    const listed = listedPhrase(tokens, at, end);
    if (listed !== null) return { phrase: listed };
  }
  if (
    (low === 'and' || low === 'or') &&
    !empty &&
    !isAuxiliary(lowAt(tokens, at - 1)) &&
    !isDeterminer(lowAt(tokens, at + 1)) &&
    !predicates(tokens, at - 1)
  ) {
    return { end: at - 1 };
  }
  return { phrase: empty ? null : plainPhrase(tokens, at + 1, end + 1) };
}

/** "16 passengers kidnapped on the highway (were freed)": a participle right behind those whom it befell. */
function isReducedRelative(tokens: Tokens, at: number): boolean {
  if (!isPeoplePlural(lowAt(tokens, at - 1)) || !predicates(tokens, at)) return false;
  return /(?:ed|ing|en|shot|held|hurt)$/.test(lowAt(tokens, at));
}

/** One chunk to the left: up to a number, a determiner or a break. */
function stepLeft(
  tokens: Tokens,
  reach: { readonly end: number; readonly floor: number; readonly direct: boolean },
): Step {
  const { end, floor, direct } = reach;
  for (let at = end; at >= floor; at -= 1) {
    const quantity = tokens.covering.get(at);
    if (quantity !== undefined && quantity.first >= floor)
      return stepAtQuantity(tokens, quantity, end, direct);
    const pointed =
      /^(?:this|that|these|those)$/.test(lowAt(tokens, at)) && isPreposition(lowAt(tokens, at - 1));
    if (pointed && at < end && at - 2 >= floor) return { end: at - 2 };
    const owned = at < end && lowAt(tokens, at) === 'her';
    if (!owned && (breaksPhrase(tokens, at) || closesSentence(tokens, at) || predicates(tokens, at))) {
      if (isReducedRelative(tokens, at)) return { end: at - 1 };
      if (predicates(tokens, at) || closesSentence(tokens, at))
        return { phrase: at === end ? null : plainPhrase(tokens, at + 1, end + 1) };
      return stepAtBreak(tokens, at, end);
    }
    if (isDeterminer(lowAt(tokens, at)) && lowAt(tokens, at) !== 'other') {
      const governed = isPreposition(lowAt(tokens, at - 1)) && at - 2 >= floor;
      if (governed && !direct) return { end: at - 2 };
      return { phrase: plainPhrase(tokens, at, end + 1) };
    }
  }
  return { phrase: end >= floor ? plainPhrase(tokens, floor, end + 1) : null };
}

/** "men suspected of being gay": the people noun is the head, what the source says of them stays with it. */
function withModifiers(tokens: Tokens, phrase: PeoplePhrase, end: number): PeoplePhrase {
  if (phrase.count !== 'some' || isPeoplePlural(phrase.head)) return phrase;
  for (let at = phrase.next - 2; at >= phrase.groupFirst; at -= 1) {
    const low = lowAt(tokens, at);
    if (
      isPeoplePlural(low) &&
      /^(?:suspected|accused|believed|thought|perceived|deemed|known|living|working)$/.test(
        lowAt(tokens, at + 1),
      )
    ) {
      return { ...phrase, head: low, next: end + 1, groupNext: end + 1 };
    }
  }
  return phrase;
}

/** "members of the weavers' union": also where no number opens the phrase. */
function withMembership(tokens: Tokens, phrase: PeoplePhrase, end: number): PeoplePhrase {
  if (phrase.count !== 'some' || phrase.groupNext !== phrase.next) return phrase;
  const next = withBelonging(tokens, phrase.next, phrase.head);
  return next > phrase.next && next <= end + 1 ? { ...phrase, next, groupNext: next } : phrase;
}

/** Whether a bare past form stands at a token ("the 11 priests assassinated"). */
function isPastForm(tokens: Tokens, index: number): boolean {
  return ACTS.has(lowAt(tokens, index)) && hitAt(tokens, index)?.entry.form === 'ed';
}

/**
 * The people to the left of a predicate, stepping over prepositional phrases, asides and "who".
 * `end` is the last token that can belong to them, `floor` the first of the sentence or clause.
 *
 * @example
 * // left of "were killed" in "three men from the village were killed": the phrase "three men"
 */
export function phraseBefore(tokens: Tokens, end: number, floor: number): PeoplePhrase | null {
  let at = end;
  let direct = isPastForm(tokens, end + 1);
  for (let guard = 0; guard < 7 && at >= floor; guard += 1) {
    const step = stepLeft(tokens, { end: at, floor, direct });
    if ('phrase' in step)
      return step.phrase === null
        ? null
        : withMembership(tokens, withModifiers(tokens, step.phrase, end), end);
    at = step.end;
    direct = step.direct === true;
  }
  return null;
}
