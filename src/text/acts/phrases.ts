/**
 * Noun phrases for people around an act: "over 100 gay and bisexual men aged 16-50", "a soldier", "no one". The
 * words for the group are copied as they stand, without the number; nothing about the people is inferred.
 */
import { isMonthAt } from '../dates/months.ts';
import { isActHead, isPeoplePlural, isPersonSingular, isThing, mayBePerson } from '../people-nouns.ts';
import type { PlacedQuantity } from '../quantity.ts';
import { ACTS } from './lexicon.ts';
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

/** A phrase that names whom an act befell, or who did it. Token indexes, end exclusive. */
export interface PeoplePhrase {
  readonly first: number;
  readonly next: number;
  /** The number in it; null when there is none. */
  readonly quantity: PlacedQuantity | null;
  /** `one`: "a soldier"; `none`: "no one", "no civilians"; `some`: anything else without a number. */
  readonly count: 'number' | 'one' | 'none' | 'some';
  /** The words for the people, number and article apart; equal ends when there are none. */
  readonly groupFirst: number;
  readonly groupNext: number;
  /** Last word of the group; '' when there is none. */
  readonly head: string;
}

const LEADING = new Set([
  'more',
  'other',
  'others',
  'further',
  'additional',
  'the',
  'those',
  'these',
  'his',
  'her',
  'their',
  'its',
  'of',
  'them',
  'different',
  'separate',
]);
const REACH = 9;
/** Finite verbs and adverbs that are never the name of people: "fewer than 10 remain unaccounted for". */
const VERBAL = new Set(
  'remain remains remained stay stayed need needed appear appeared seem seemed include included involve involved came come went arrive arrived return returned lost won got made now still currently sleeping waiting crossed showed show bore said say says'.split(
    ' ',
  ),
);

/** Whether people nouns come up within a few words from here, with nothing but describing words between. */
function peopleSoon(tokens: Tokens, index: number, reach: number): boolean {
  for (let at = index; at < index + reach; at += 1) {
    const low = lowAt(tokens, at);
    if (isPeoplePlural(low) && !isActHead(low)) return true;
    const joins = low === 'and' || low === 'or' || low === ',' || low === '-' || low === '/';
    if (!joins && (breaksPhrase(tokens, at) || isDeterminer(low))) return false;
    if (tokens.covering.get(at)?.kind === 'count') return false;
  }
  return false;
}

/** Whether an act word stands at a token as a predicate, so that a phrase ends before it. */
function predicates(tokens: Tokens, index: number): boolean {
  const entries = ACTS.get(lowAt(tokens, index));
  if (entries === undefined) return false;
  const verbal = entries.some(
    (entry) => entry.form !== 'noun' && entry.form !== 'site' && entry.form !== 'toll',
  );
  return verbal && !peopleSoon(tokens, index + 1, 3);
}

interface GroupEnd {
  readonly next: number;
  readonly head: string;
}

/** Where the words for the people end, from the first of them. */
function endOfGroup(tokens: Tokens, from: number): GroupEnd {
  let next = from;
  let head = '';
  while (next < from + REACH) {
    const low = lowAt(tokens, next);
    const named = isPeoplePlural(head);
    if (low === 'and' || low === 'or' || low === ',' || low === '/') {
      const reach = named ? 2 : 5;
      const listed =
        isPeoplePlural(lowAt(tokens, next + 1)) && /^(?:and|or|,)$/.test(lowAt(tokens, next + 2));
      if (
        (low === ',' && named && !listed) ||
        tokens.covering.has(next + 1) ||
        !peopleSoon(tokens, next + 1, reach)
      )
        break;
      next += 1;
      continue;
    }
    if (low === '' || breaksPhrase(tokens, next) || predicates(tokens, next) || VERBAL.has(low)) break;
    if (tokens.covering.get(next)?.kind === 'count' || (isDeterminer(low) && low !== 'other')) break;
    const person = isPeoplePlural(low) || mayBePerson(low);
    if (named && !person) break;
    if (head !== '' && head.length > 3 && head.endsWith('s') && !peopleSoon(tokens, next, 2)) break;
    head = low;
    next += 1;
  }
  while (next > from && (lowAt(tokens, next - 1) === '-' || /^["“”'‘’]$/.test(lowAt(tokens, next - 1))))
    next -= 1;
  return { next, head };
}

const BELONGING =
  /^(?:members?|supporters?|followers?|leaders?|activists?|employees|workers|staff|officers?|soldiers|relatives|delegates)$/;

/** "members of the weavers' union": whose members they are belongs to the words for the people. */
function withBelonging(tokens: Tokens, next: number, head: string): number {
  if (!BELONGING.test(head) || lowAt(tokens, next) !== 'of') return next;
  let at = isDeterminer(lowAt(tokens, next + 1)) ? next + 2 : next + 1;
  const from = at;
  while (
    at < from + 5 &&
    !tokens.covering.has(at) &&
    !predicates(tokens, at) &&
    (!breaksPhrase(tokens, at) || lowAt(tokens, at) === "'s")
  )
    at += 1;
  while (at > from && /^['’]$/.test(lowAt(tokens, at - 1))) at -= 1;
  return at > from ? at : next;
}

/** "aged 16-50", "under 18", "between the ages of 16 and 50" belong to the words for the people. */
function withAge(tokens: Tokens, next: number): number {
  const skip = lowAt(tokens, next) === ',' ? next + 1 : next;
  let at = skip;
  while (at < skip + 4 && /^(?:aged|between|the|ages?|of)$/.test(lowAt(tokens, at)) && !tokens.from.has(at))
    at += 1;
  const age = tokens.from.get(at);
  return age?.kind === 'age' && (at > skip || skip === next) ? age.next : next;
}

/**
 * The phrase that a number opens.
 *
 * @example
 * // at "26" in "26 gay men have": quantity 26, group "gay men"
 */
export function phraseOfQuantity(tokens: Tokens, quantity: PlacedQuantity): PeoplePhrase {
  let groupFirst = quantity.next;
  while (LEADING.has(lowAt(tokens, groupFirst)) && groupFirst < quantity.next + 5) groupFirst += 1;
  const whole = groupFirst > quantity.next ? tokens.from.get(groupFirst) : undefined;
  if (whole?.kind === 'count') groupFirst = whole.next;
  const pronoun = /^(?:them|us|whom|you)$/.test(lowAt(tokens, groupFirst - 1)) && groupFirst > quantity.next;
  const end = pronoun ? { next: groupFirst, head: '' } : endOfGroup(tokens, groupFirst);
  const next = end.next > groupFirst ? withAge(tokens, withBelonging(tokens, end.next, end.head)) : end.next;
  const bare = isActHead(end.head) && end.next === groupFirst + 1;
  return {
    first: quantity.first,
    next: Math.max(next, quantity.next),
    quantity,
    count: 'number',
    groupFirst,
    groupNext: bare ? groupFirst : next,
    head: namedPeople(tokens, groupFirst, end) ? 'people' : end.head,
  };
}

/** "310 Tanoi": a single name right behind the number is the name of people; what people is left to the source. */
function namedPeople(tokens: Tokens, first: number, end: GroupEnd): boolean {
  const word = tokens.words[first];
  return (
    end.next === first + 1 &&
    word?.cap === true &&
    !tokens.capitals &&
    !isThing(end.head) &&
    !isPeoplePlural(end.head) &&
    !end.head.endsWith('s') &&
    !isMonthAt(tokens.words, first)
  );
}

const NOBODY = new Set(['nobody', 'none', 'no-one']);
const ANYBODY = new Set(['anybody', 'anyone', 'somebody', 'someone', 'everybody', 'everyone']);

/** The phrase between two tokens that holds no number. Null when it names no people. */
function plainPhrase(tokens: Tokens, first: number, next: number): PeoplePhrase | null {
  const lead = lowAt(tokens, first);
  const base = { first, next, quantity: null, head: lowAt(tokens, next - 1) };
  if (NOBODY.has(lead) || (lead === 'no' && lowAt(tokens, first + 1) === 'one')) {
    return { ...base, count: 'none', groupFirst: next, groupNext: next };
  }
  if (ANYBODY.has(lead)) return { ...base, head: 'people', count: 'some', groupFirst: next, groupNext: next };
  const groupFirst = isDeterminer(lead) || LEADING.has(lead) ? first + 1 : first;
  if (lead === 'no' || lead === 'neither') return { ...base, count: 'none', groupFirst, groupNext: next };
  if ((lead === 'a' || lead === 'an' || lead === 'another') && hasPerson(tokens, groupFirst, next)) {
    return { ...base, count: 'one', groupFirst, groupNext: next };
  }
  return { ...base, count: 'some', groupFirst, groupNext: next };
}

function hasPerson(tokens: Tokens, first: number, next: number): boolean {
  const head = lowAt(tokens, next - 1);
  return isPersonSingular(head) || (mayBePerson(head) && next - first <= 4);
}

/** A phrase without number that begins at a token ("the farmers", "a journalist"); null when none does. */
function plainPhraseFrom(tokens: Tokens, index: number): PeoplePhrase | null {
  const low = lowAt(tokens, index);
  if (NOBODY.has(low) || (low === 'no' && lowAt(tokens, index + 1) === 'one')) {
    return plainPhrase(tokens, index, low === 'no' ? index + 2 : index + 1);
  }
  const from = isDeterminer(low) ? index + 1 : index;
  let next = from;
  while (next < from + 6) {
    const here = lowAt(tokens, next);
    if (
      here === '' ||
      breaksPhrase(tokens, next) ||
      predicates(tokens, next) ||
      tokens.covering.get(next)?.kind === 'count'
    )
      break;
    next += 1;
    if (isPeoplePlural(here) && !isPeoplePlural(lowAt(tokens, next))) break;
    if (isPersonSingular(here) && !mayBePerson(lowAt(tokens, next)) && !isPeoplePlural(lowAt(tokens, next)))
      break;
  }
  return next === from ? null : plainPhrase(tokens, index, next);
}

const SKIPPED_AFTER = new Set([
  'only',
  'just',
  'up',
  'nearly',
  'even',
  'at',
  'about',
  'as',
  'also',
  'another',
  'the',
  'an',
  'a',
  'additional',
  'further',
  'all',
  'other',
  'some',
  'least',
  'those',
  'these',
  'his',
  'her',
  'their',
  'its',
]);

/**
 * The people right after an active verb or "of": a counted phrase within a few words, or a plain one.
 *
 * @example
 * // after "killing" in "killing at least 3 and injuring 14 others": the phrase "at least 3"
 */
export function phraseAfter(tokens: Tokens, index: number): PeoplePhrase | null {
  for (let at = index; at <= index + 3; at += 1) {
    const quantity = tokens.from.get(at);
    if (quantity?.kind === 'count') {
      const phrase = phraseOfQuantity(tokens, quantity);
      return canBePeople(phrase.head) ? phrase : null;
    }
    const low = lowAt(tokens, at);
    if (!SKIPPED_AFTER.has(low) && !(low.length > 4 && low.endsWith('ly'))) break;
  }
  const plain = plainPhraseFrom(tokens, index);
  return plain !== null && (plain.count === 'none' || plain.count === 'one' || isPeoplePlural(plain.head))
    ? plain
    : null;
}

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
  if (quantity.kind !== 'count') return { end: quantity.first - 1 };
  const close = direct ? phraseOfQuantity(tokens, quantity) : null;
  if (close !== null && close.next === end + 1 && canBePeople(close.head)) return { phrase: close };
  const before = lowAt(tokens, quantity.first - 1);
  const lead = isDeterminer(before) ? quantity.first - 2 : quantity.first - 1;
  const governor = lowAt(tokens, lead);
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
  if (/^(?:them|him|it|us|her)$/.test(low) && empty && isPreposition(lowAt(tokens, at - 1)))
    return { end: at - 2 };
  if (low === 'being' && isPreposition(lowAt(tokens, at - 1))) return { end: at - 2 };
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
    if (breaksPhrase(tokens, at) || closesSentence(tokens, at) || predicates(tokens, at)) {
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
  return (ACTS.get(lowAt(tokens, index)) ?? []).some((entry) => entry.form === 'ed');
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
