/** A text cut into tokens with its numbers, and the small questions that act matching asks of it. */
import { isPeoplePlural, isThing, mayBePerson } from '../people-nouns.ts';
import { type PlacedQuantity, quantitiesInWords } from '../quantity.ts';
import { endsSentence, isAllCapitals, type Word, wordsIn } from '../words.ts';

/** Everything the matchers look at. Indexes are token indexes, 0-based. */
export interface Tokens {
  readonly text: string;
  readonly words: readonly Word[];
  readonly quantities: readonly PlacedQuantity[];
  /** Quantity by its first token. */
  readonly from: ReadonlyMap<number, PlacedQuantity>;
  /** Quantity by each token it covers. */
  readonly covering: ReadonlyMap<number, PlacedQuantity>;
  readonly capitals: boolean;
}

/**
 * Cuts a text and finds its numbers.
 *
 * @example
 * tokensOf('26 men').quantities.length; // 1
 */
export function tokensOf(text: string): Tokens {
  const words = wordsIn(text);
  const quantities = quantitiesInWords(text, words);
  const from = new Map<number, PlacedQuantity>();
  const covering = new Map<number, PlacedQuantity>();
  for (const quantity of quantities) {
    from.set(quantity.first, quantity);
    for (let at = quantity.first; at < quantity.next; at += 1) covering.set(at, quantity);
  }
  return { text, words, quantities, from, covering, capitals: isAllCapitals(text) };
}

/** The lower-case word at a token; '' beyond the ends. */
export function lowAt(tokens: Tokens, index: number): string {
  return tokens.words[index]?.low ?? '';
}

/** The words from one token up to another (exclusive), as written. */
export function wording(tokens: Tokens, first: number, next: number): string {
  const from = tokens.words[first];
  const last = tokens.words[next - 1];
  return from === undefined || last === undefined
    ? ''
    : tokens.text.slice(from.start, last.end).replace(/\s+/g, ' ');
}

const PREPOSITIONS = new Set(
  'in at on of from by with to for near into during after before since until against among between within outside inside around across over under through throughout as than about per without including despite following amid upon toward towards aboard along behind beside beyond onto opposite past off via'.split(
    ' ',
  ),
);
const AUXILIARIES = new Set(
  "is are was were be been being am has have had having will would shall should may might must can could do does did isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't didn't doesn't don't couldn't got get gets getting".split(
    ' ',
  ),
);
const STOPPERS = new Set(
  'and or but nor who whom whose which that where when while because if though although since so then he she they it we i you him her them this these those there not never also only just reportedly allegedly said says say told according'.split(
    ' ',
  ),
);
const INNER_MARKS = new Set(['-', '“', '”', '"', "'", '‘', '’', "'s"]);
const DETERMINERS = new Set(
  'the a an his her their its our your my this that these those some any no every each another other all both'.split(
    ' ',
  ),
);

/** Words in "-ly" that describe or name people. */
const NO_ADVERBS = new Set(
  'elderly family assembly friendly lonely sickly burly ugly unruly orderly homely scholarly deadly kindly italy bully ally anomaly monopoly'.split(
    ' ',
  ),
);

/** Whether a word is a preposition. */
export function isPreposition(low: string): boolean {
  return PREPOSITIONS.has(low);
}

/** Whether a word is an auxiliary verb, also contracted with "not". */
export function isAuxiliary(low: string): boolean {
  return AUXILIARIES.has(low);
}

/** Whether a word opens a noun phrase ("the", "their", "no"). */
export function isDeterminer(low: string): boolean {
  return DETERMINERS.has(low);
}

/** Whether a token cannot stand inside a noun phrase. */
export function breaksPhrase(tokens: Tokens, index: number): boolean {
  const word = tokens.words[index];
  if (word === undefined || word.kind === 'break') return true;
  if (word.kind === 'mark') return !INNER_MARKS.has(word.low);
  return (
    PREPOSITIONS.has(word.low) ||
    AUXILIARIES.has(word.low) ||
    STOPPERS.has(word.low) ||
    (word.low.length > 4 && word.low.endsWith('ly') && !NO_ADVERBS.has(word.low))
  );
}

/** Whether a token ends the sentence. */
export function closesSentence(tokens: Tokens, index: number): boolean {
  return endsSentence(tokens.words, index);
}

/** Whether the head of a counted phrase can be people: a people noun, a plural that is no thing, or nothing at all. */
export function canBePeople(head: string): boolean {
  if (head === '') return true;
  if (isThing(head)) return false;
  return (
    isPeoplePlural(head) ||
    mayBePerson(head) ||
    head.endsWith('s') ||
    head.endsWith('men') ||
    head === 'people' ||
    head === 'more'
  );
}
