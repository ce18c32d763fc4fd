/** People joined to people: "two soldiers, three police and a child", on either side of a predicate. */
import { mayBePerson } from '../people-nouns.ts';
import { endOfName } from '../victims/name-words.ts';
import { phraseBefore } from './phrase-before.ts';
import { type PeoplePhrase, phraseAfter, phraseOfQuantity } from './phrases.ts';
import { hitAt } from './predicate.ts';
import { canBePeople, isAuxiliary, isDeterminer, lowAt, type Tokens } from './reading.ts';

/** Further counted phrases joined by "and" or commas to the right: "two soldiers, three police and a child". */
export function joinedAfter(tokens: Tokens, phrase: PeoplePhrase): PeoplePhrase[] {
  const all = [phrase];
  let at = phrase.next;
  while (all.length < 8) {
    let from = at;
    if (lowAt(tokens, from) === ',') from += 1;
    if (/^(?:and|as)$/.test(lowAt(tokens, from))) from += lowAt(tokens, from + 1) === 'well' ? 3 : 1;
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
  return phrase?.count === 'one' ? phrase : null;
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
  while (all.length < 8) {
    let end = at - 1;
    if (/^(?:and|or)$/.test(lowAt(tokens, end))) end -= 1;
    if (lowAt(tokens, end) === ',') end -= 1;
    if (end === at - 1 || end < floor) break;
    const before = phraseBefore(tokens, end, Math.max(floor, end - 8));
    if (before === null || before.next !== end + 1 || (before.quantity === null && before.count !== 'one'))
      break;
    all.unshift(before);
    at = before.first;
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

/**
 * The counted people in a list that opens with names: "Joren Tal, his wife and two guards".
 *
 * @example
 * countedBehindNames(tokensOf('Joren Tal and two guards'), 0).length; // 1
 */
export function countedBehindNames(tokens: Tokens, from: number): PeoplePhrase[] {
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
