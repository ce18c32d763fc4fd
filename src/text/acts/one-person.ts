/**
 * One person as a member of a list: "his wife", "the driver", "old Petr Sand", "him". Names are copied, never looked up.
 */
import { isPersonSingular, mayBePerson } from '../people-nouns.ts';
import { endOfName } from '../victims/name-words.ts';
import type { PeoplePhrase } from './phrases.ts';
import { breaksPhrase, isDeterminer, isPreposition, lowAt, type Tokens } from './reading.ts';

/** A member of a list, and whether it is told by name. */
export interface OnePerson {
  readonly phrase: PeoplePhrase;
  readonly named: boolean;
}

const OWNERS = /^(?:his|her|their|my|our|your|its)$/;
const DESCRIBING =
  /^(?:former|old|young|little|late|elder|eldest|younger|youngest|pregnant|unborn|infant|newborn|own|teenage|elderly)$/;
const LONGEST = 8;
const LONGEST_NAME = 7;

/**
 * A phrase for one person.
 *
 * @example
 * onePhrase(0, 2).count; // 'one'
 */
export function onePhrase(first: number, next: number): PeoplePhrase {
  return { first, next, quantity: null, count: 'one', groupFirst: first, groupNext: next, head: 'person' };
}

function casingOf(tokens: Tokens): 'single' | 'mixed' {
  return tokens.capitals ? 'single' : 'mixed';
}

function isSaid(tokens: Tokens, index: number): boolean {
  return /^(?:said|says|told|added|reported|announced|stated|wrote)$/.test(lowAt(tokens, index));
}

/** "26-year-old" inside the words for a person. */
function isOfAge(tokens: Tokens, at: number): boolean {
  const low = lowAt(tokens, at);
  return tokens.covering.get(at)?.kind === 'age' || /^(?:-|year|month|old)$/.test(low);
}

/** "community leader Ana Belik": a describing word before the title before a name. */
function opensTitle(tokens: Tokens, at: number): boolean {
  const word = tokens.words[at];
  if (word === undefined || word.cap || tokens.capitals || breaksPhrase(tokens, at)) return false;
  return mayBePerson(lowAt(tokens, at + 1)) && tokens.words[at + 2]?.cap === true;
}

/**
 * The person that begins at a token; null when none does.
 *
 * @example
 * personFrom(tokensOf('his wife and'), 0)?.phrase.next; // 2
 */
export function personFrom(tokens: Tokens, from: number): OnePerson | null {
  let at = from;
  while (
    at < from + LONGEST &&
    (!tokens.from.has(at) || tokens.from.get(at)?.kind === 'age') &&
    (isOfAge(tokens, at) ||
      isDeterminer(lowAt(tokens, at)) ||
      mayBePerson(lowAt(tokens, at)) ||
      DESCRIBING.test(lowAt(tokens, at)) ||
      opensTitle(tokens, at))
  )
    at += 1;
  const behind = endOfName(tokens.words, at, casingOf(tokens));
  if (behind > at && (!tokens.capitals || behind > at + 1)) {
    const bare = at === from + 1 && /^(?:the|an?|any|no|all)$/.test(lowAt(tokens, from));
    if (
      bare ||
      lowAt(tokens, behind) === "'s" ||
      mayBePerson(lowAt(tokens, behind)) ||
      isSaid(tokens, behind)
    )
      return null;
    return { phrase: onePhrase(from, behind), named: true };
  }
  const lead = lowAt(tokens, from);
  const head = lowAt(tokens, at - 1);
  const owned = OWNERS.test(lead) || lead === 'the' || lead === 'a' || lead === 'an' || lead === 'another';
  if (!owned || at < from + 2 || !(isPersonSingular(head) || (lead !== 'the' && mayBePerson(head))))
    return null;
  if (lowAt(tokens, at) === "'s" || isSaid(tokens, at)) return null;
  return { phrase: onePhrase(from, at), named: false };
}

/** Token before an age behind a name: "Samuel, 24" ends at "Samuel". */
function beforeAge(tokens: Tokens, end: number): number {
  const age = tokens.covering.get(end);
  return age?.kind === 'age' && lowAt(tokens, age.first - 1) === ',' ? age.first - 2 : end;
}

/**
 * The person that ends at a token; null when none does.
 *
 * @example
 * personUntil(tokensOf('Ana Belik and'), 1)?.named; // true
 */
export function personUntil(tokens: Tokens, end: number): OnePerson | null {
  const last = beforeAge(tokens, end);
  for (let at = Math.max(0, last - LONGEST_NAME); at <= last; at += 1) {
    const person = personFrom(tokens, at);
    if (person?.phrase.next !== last + 1) continue;
    const before = lowAt(tokens, at - 1);
    if (isPreposition(before) || isSaid(tokens, at - 1)) return null;
    return { ...person, phrase: { ...person.phrase, next: end + 1 } };
  }
  return null;
}
