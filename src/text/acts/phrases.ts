/**
 * Noun phrases for people around an act: "over 100 gay and bisexual men aged 16-50", "a soldier", "no one". The
 * words for the group are copied as they stand, without the number; nothing about the people is inferred.
 */
import { isMonthAt } from '../dates/months.ts';
import { isActHead, isPeoplePlural, isPersonSingular, isThing, mayBePerson } from '../people-nouns.ts';
import type { PlacedQuantity } from '../quantity.ts';
import { ACTS } from './lexicon.ts';
import { breaksPhrase, canBePeople, isAuxiliary, isDeterminer, lowAt, type Tokens } from './reading.ts';

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

/**
 * Whether an act word stands at a token as a predicate, so that a phrase ends before it.
 *
 * @example
 * predicates(tokensOf('men fled'), 1); // true
 */
export function predicates(tokens: Tokens, index: number): boolean {
  const entries = ACTS.get(lowAt(tokens, index));
  if (entries === undefined || isAuxiliary(lowAt(tokens, index))) return false;
  const verbal = entries.some(
    ({ form, words }) =>
      form !== 'noun' &&
      form !== 'site' &&
      form !== 'toll' &&
      (words.length === 1 || words[1] === '*' || words[1] === lowAt(tokens, index + 1)),
  );
  return verbal && !peopleSoon(tokens, index + 1, 3);
}

const QUOTES = /^["“”'‘’]$/;

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
    if (
      head !== '' &&
      head.length > 3 &&
      head.endsWith('s') &&
      (isThing(head) || !peopleSoon(tokens, next, 2))
    )
      break;
    if (!QUOTES.test(low)) head = low;
    next += 1;
  }
  while (next > from && (lowAt(tokens, next - 1) === '-' || QUOTES.test(lowAt(tokens, next - 1)))) next -= 1;
  return { next, head };
}

const BELONGING =
  /^(?:members?|supporters?|followers?|leaders?|activists?|employees|workers|staff|officers?|soldiers|relatives|delegates)$/;

/**
 * "members of the weavers' union": whose members they are belongs to the words for the people. Gives where they end.
 *
 * @example
 * withBelonging(tokensOf('members of the union'), 1, 'members'); // 4
 */
export function withBelonging(tokens: Tokens, next: number, head: string): number {
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

const POSSESSIVES = new Set(['his', 'her', 'my', 'our', 'their', 'your']);
/** One person each, unless the words say otherwise. */
const KIN =
  /^(?:wife|husband|son|daughter|brother|sister|mother|father|cousin|uncle|aunt|nephew|niece|grandfather|grandmother|grandson|granddaughter|bodyguard|driver|neighbou?r)$/;

/**
 * The phrase between two tokens that holds no number. Null when it names no people.
 *
 * @example
 * plainPhrase(tokensOf('no civilians'), 0, 2)?.count; // 'none'
 */
export function plainPhrase(tokens: Tokens, first: number, next: number): PeoplePhrase | null {
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
  if (POSSESSIVES.has(lead) && KIN.test(base.head))
    return { ...base, count: 'one', groupFirst, groupNext: next };
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
  'either',
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
