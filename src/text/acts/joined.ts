/** People joined to people: "two soldiers, three police and a child", on either side of a predicate. */
import { mayBePerson } from '../people-nouns.ts';
import { endOfName } from '../victims/name-words.ts';
import { personFrom, personUntil } from './one-person.ts';
import { phraseBefore } from './phrase-before.ts';
import { type PeoplePhrase, phraseAfter, phraseOfQuantity } from './phrases.ts';
import { hitAt } from './predicate.ts';
import { canBePeople, isAuxiliary, isDeterminer, isPreposition, lowAt, type Tokens } from './reading.ts';

/** Further counted phrases joined by "and" or commas to the right: "two soldiers, three police and a child". */
export function joinedAfter(tokens: Tokens, phrase: PeoplePhrase): PeoplePhrase[] {
  const all = [phrase];
  let at = phrase.next;
  while (all.length < 8) {
    let from = at;
    if (lowAt(tokens, from) === ',') from += 1;
    if (/^(?:and|as)$/.test(lowAt(tokens, from))) from += lowAt(tokens, from + 1) === 'well' ? 3 : 1;
    else if (/^(?:along|together)$/.test(lowAt(tokens, from)) && lowAt(tokens, from + 1) === 'with')
      from += 2;
    if (from === at) break;
    if (/^(?:the|their|his|her|another)$/.test(lowAt(tokens, from)) && tokens.from.has(from + 1)) from += 1;
    const quantity = tokens.from.get(from);
    const next = quantity?.kind === 'count' ? phraseOfQuantity(tokens, quantity) : singleAt(tokens, from);
    const owner = lowAt(tokens, all.at(-1)?.first ?? 0);
    if (
      quantity === undefined &&
      /^(?:his|her|their|my|our|the)$/.test(owner) &&
      lowAt(tokens, from - 1) === ','
    )
      break;
    if (next === null || !canBePeople(next.head) || startsPredicate(tokens, next.next)) break;
    all.push(next);
    at = next.next;
  }
  return all;
}

function singleAt(tokens: Tokens, from: number): PeoplePhrase | null {
  const phrase = /^(?:a|an|another)$/.test(lowAt(tokens, from)) ? phraseAfter(tokens, from) : null;
  if (phrase?.count === 'one') return phrase;
  const person = personFrom(tokens, from)?.phrase ?? null;
  if (person === null || !endsMember(tokens, person.next)) return null;
  return lowAt(tokens, from - 1) !== ',' || goesOn(tokens, person.next) ? person : null;
}

/** Whether a member of a list can end before a token. */
function endsMember(tokens: Tokens, next: number): boolean {
  const low = lowAt(tokens, next);
  return /^(?:|[,.;:!?()"”–—¶]|and|who|when|while|whose|as|or|but|also)$/.test(low) || isPreposition(low);
}

const LIST_WITHIN = 12;

/** Whether an "and" closes the list that goes on behind a token: ", his wife and two guards". */
function goesOn(tokens: Tokens, next: number): boolean {
  for (let at = next; at < next + LIST_WITHIN; at += 1) {
    const low = lowAt(tokens, at);
    if (low === 'and') return true;
    if (isAuxiliary(low) || /^(?:|[.;:!?¶])$/.test(low)) return false;
  }
  return false;
}

/** Whether a predicate of its own follows, so that the phrase before belongs to it. */
function startsPredicate(tokens: Tokens, index: number): boolean {
  if (isAuxiliary(lowAt(tokens, index))) return true;
  const hit = hitAt(tokens, index);
  return hit !== null && hit.entry.form !== 'noun' && hit.entry.form !== 'site';
}

/** Further counted phrases joined to the left: "two soldiers and three civilians were killed". */
export function joinedBefore(tokens: Tokens, phrase: PeoplePhrase, floor: number): PeoplePhrase[] {
  const all = [phrase];
  let at = phrase.first;
  let closed = false;
  let names = personFrom(tokens, phrase.first)?.named === true;
  while (all.length < 8) {
    let end = /^(?:the|his|her|their|its|all|my|our)$/.test(lowAt(tokens, at - 1)) ? at - 2 : at - 1;
    if (/^(?:and|or)$/.test(lowAt(tokens, end))) {
      closed = true;
      end -= 1;
    }
    if (lowAt(tokens, end) === ',') end -= 1;
    if (!/^(?:and|or|,)$/.test(lowAt(tokens, end + 1)) || end < floor) break;
    const before = phraseBefore(tokens, end, Math.max(floor, end - 8));
    const counted =
      before !== null && before.next === end + 1 && (before.quantity !== null || before.count === 'one');
    const person = counted || !closed ? null : personUntil(tokens, end);
    const found = counted ? before : (person?.phrase ?? null);
    if (found === null || found.first < floor) break;
    names = names && person?.named === true;
    if (!names) all.unshift(found);
    at = found.first;
  }
  return all;
}

const MOST_NAMED = 8;

/**
 * First token behind one person by name or kinship ("Senator Joren Tal", "his wife"); null when none stands there.
 *
 * @example
 * behindOne(tokensOf('killed his wife'), 1); // 3
 */
export function behindOne(tokens: Tokens, from: number): number | null {
  let at = from;
  while (
    at < from + 5 &&
    (isDeterminer(lowAt(tokens, at)) || mayBePerson(lowAt(tokens, at)) || lowAt(tokens, at) === 'former')
  )
    at += 1;
  const next = endOfName(tokens.words, at, tokens.capitals ? 'single' : 'mixed');
  if (next > at) return next;
  return at > from + 1 && mayBePerson(lowAt(tokens, at - 1)) ? at : null;
}

/** Those in a list behind the first, who is told of by name, by kinship or by "him". */
function behindFirst(tokens: Tokens, from: number): PeoplePhrase[] {
  const pronoun = /^(?:him|her|me)$/.test(lowAt(tokens, from));
  const person = personFrom(tokens, from);
  const next = person?.phrase.next ?? (pronoun ? from + 1 : null);
  if (next === null) return [];
  const first = {
    first: from,
    next,
    quantity: null,
    count: 'one',
    groupFirst: from,
    groupNext: next,
  } as const;
  const others = joinedAfter(tokens, { ...first, head: 'person' }).slice(1);
  let names = person?.named === true;
  return others.filter((one) => {
    names &&= personFrom(tokens, one.first)?.named === true && one.quantity === null;
    return !names;
  });
}

/**
 * The others in a list that opens with one person or with names: "Joren Tal, his wife and two guards".
 *
 * @example
 * countedBehindNames(tokensOf('Joren Tal and two guards'), 0).length; // 1
 */
export function countedBehindNames(tokens: Tokens, from: number): PeoplePhrase[] {
  const others = behindFirst(tokens, from);
  if (others.length > 0) return others;
  let at = from;
  for (let named = 0; named < MOST_NAMED; named += 1) {
    const lead = /^(?:the|his|her|their|another)$/.test(lowAt(tokens, at)) ? at + 1 : at;
    const quantity = tokens.from.get(lead);
    if (quantity?.kind === 'count') {
      const phrase = named === 0 ? null : phraseOfQuantity(tokens, quantity);
      return phrase !== null && canBePeople(phrase.head) && !startsPredicate(tokens, phrase.next)
        ? joinedAfter(tokens, phrase)
        : [];
    }
    const next = behindOne(tokens, at);
    if (next === null) return [];
    at = next;
    if (lowAt(tokens, at) === ',') at += 1;
    if (lowAt(tokens, at) === 'and') at += 1;
    if (at === next) return [];
  }
  return [];
}
