/**
 * Candidates: every place in a text where people are counted, named, or spoken of as one person. It takes more than
 * it needs; which of them are victims is judged later.
 */
import { phraseOfQuantity } from '../acts/phrases.ts';
import {
  breaksPhrase,
  canBePeople,
  closesSentence,
  isDeterminer,
  lowAt,
  type Tokens,
} from '../acts/reading.ts';
import { isPeoplePlural, isThing, mayBePerson } from '../people-nouns.ts';
import { type Casing, endOfName } from './name-words.ts';
import { isThingNoun } from './thing-nouns.ts';

/** How people are spoken of. */
export type MentionType = 'count' | 'name' | 'one' | 'pronoun';

/** One mention of people. Token indexes, end exclusive. */
export interface Mention {
  readonly type: MentionType;
  readonly first: number;
  readonly next: number;
  /** First token of the name, number or noun itself, behind titles and articles. */
  readonly core: number;
  /** How many people: 1 for a name or a single person. */
  readonly n: number;
  /** Noun for the people in lower case; '' when there is none. */
  readonly head: string;
  /** Article or possessive before it; '' when there is none. */
  readonly lead: string;
  readonly sentence: number;
}

/** Person nouns that the counting lexicon does not hold. */
const MORE_PERSONS = new Set(
  'person passerby transient peasant watchman guardsman corporal rector archbishop monsignor father candidate congressman vendor stepson stepdaughter in-law companion bodyguard chauffeur judge magistrate jesuit industrialist rancher businessman photographer doorman policeman foreman serviceman newsman cameraman salesman fisherman housewife schoolgirl teenager minor baby leader militant commander lieutenant colonel general'.split(
    ' ',
  ),
);
const PRONOUNS = new Set(['he', 'she', 'him', 'her', 'his']);
const POINTERS = new Set(['victim', 'deceased', 'hostage', 'body', 'corpse']);

function isPersonNoun(low: string): boolean {
  return mayBePerson(low) || MORE_PERSONS.has(low);
}

/** Left end of the noun phrase whose head stands at a token, and its article. */
function leftEnd(tokens: Tokens, head: number): { readonly first: number; readonly lead: string } {
  let at = head;
  while (at > 0 && at > head - 6) {
    const low = lowAt(tokens, at - 1);
    if (low === "'s") return { first: at, lead: "'s" };
    if (isDeterminer(low)) return { first: at - 1, lead: low };
    if (breaksPhrase(tokens, at - 1) || tokens.covering.get(at - 1)?.kind === 'count') break;
    at -= 1;
  }
  return { first: at, lead: '' };
}

function countAt(tokens: Tokens, index: number, sentence: number): Mention | null {
  const quantity = tokens.from.get(index);
  if (quantity?.kind !== 'count' || quantity.n === null || quantity.n < 1) return null;
  const phrase = phraseOfQuantity(tokens, quantity);
  const head = phrase.head;
  if (isThing(head) || isThingNoun(head) || !(canBePeople(head) || isPersonNoun(head))) return null;
  const n = quantity.n;
  return {
    type: n === 1 && quantity.value.high === 1 ? 'one' : 'count',
    first: index,
    next: Math.max(phrase.next, index + 1),
    core: index,
    n,
    head,
    lead: n === 1 ? 'one' : '',
    sentence,
  };
}

function nameAt(tokens: Tokens, index: number, place: { casing: Casing; sentence: number }): Mention | null {
  const next = endOfName(tokens.words, index, place.casing);
  if (next === index) return null;
  const titled = isPersonNoun(lowAt(tokens, index - 1));
  const left = titled
    ? leftEnd(tokens, index - 1)
    : { first: index, lead: lowAt(tokens, index - 1) === 'the' ? 'the' : '' };
  return {
    type: 'name',
    first: left.first,
    next,
    core: index,
    n: 1,
    head: titled ? lowAt(tokens, index - 1) : '',
    lead: left.lead,
    sentence: place.sentence,
  };
}

function oneAt(tokens: Tokens, index: number, place: { casing: Casing; sentence: number }): Mention | null {
  const low = lowAt(tokens, index);
  const pronoun = PRONOUNS.has(low);
  const base = { core: index, next: index + 1, n: 1, head: low, sentence: place.sentence } as const;
  if (pronoun) return { ...base, type: 'pronoun', first: index, lead: '' };
  if (POINTERS.has(low)) {
    const left = leftEnd(tokens, index);
    if (/^(?:the|his|her)$/.test(left.lead))
      return { ...base, type: 'pronoun', first: left.first, lead: left.lead };
  }
  if (!isPersonNoun(low) || POINTERS.has(low)) return null;
  const after = lowAt(tokens, index + 1);
  if (isPersonNoun(after) || isPeoplePlural(after)) return null;
  if (endOfName(tokens.words, index + 1, place.casing) > index + 1) return null;
  const left = leftEnd(tokens, index);
  return { ...base, type: 'one', first: left.first, lead: left.lead };
}

/** Number of the sentence that each token stands in. */
export function sentencesOf(tokens: Tokens): Int32Array {
  const numbers = new Int32Array(tokens.words.length);
  let sentence = 0;
  for (let at = 0; at < numbers.length; at += 1) {
    numbers[at] = sentence;
    if (closesSentence(tokens, at)) sentence += 1;
  }
  return numbers;
}

/**
 * All mentions of people, in order.
 *
 * @example
 * mentionsIn(tokens, sentencesOf(tokens)).map((mention) => mention.type); // ['count', 'one']
 */
export function mentionsIn(tokens: Tokens, sentences: Int32Array): Mention[] {
  const casing: Casing = tokens.capitals || !tokens.words.some((word) => word.cap) ? 'single' : 'mixed';
  const found: Mention[] = [];
  let index = 0;
  while (index < tokens.words.length) {
    const place = { casing, sentence: sentences[index] ?? 0 };
    const mention =
      countAt(tokens, index, place.sentence) ??
      (tokens.covering.has(index) ? null : (nameAt(tokens, index, place) ?? oneAt(tokens, index, place)));
    if (mention !== null) found.push(mention);
    index = mention === null ? index + 1 : Math.max(index + 1, mention.next);
  }
  return found;
}
