/**
 * What the judge of figures adds to the rules' items: numbers and single people that the rules pass over, and another measure
 * where it is all but certain.
 */
import type { Measure } from '../../record/proposition.ts';
import type { Quantity } from '../../record/quantity.ts';
import { type PeoplePhrase, phraseOfQuantity } from '../acts/phrases.ts';
import { lowAt, type Tokens, wording } from '../acts/reading.ts';
import type { PlacedQuantity } from '../quantity.ts';
import type { Item } from './item.ts';

/** A judged person in a stretch. Token indexes, end exclusive. */
export interface PersonTold {
  readonly first: number;
  readonly next: number;
  readonly measure: Measure;
  /** "No one": it befell nobody. */
  readonly nobody: boolean;
}

/** What the judge says of the figures of a stretch. */
export interface JudgedStretch {
  /** Null: nothing that we measure. Probability from 0 to 1. */
  readonly of: (
    quantity: PlacedQuantity,
  ) => { readonly measure: Measure; readonly probability: number } | null;
  readonly people: (tokens: Tokens) => readonly PersonTold[];
}

/** From this probability the judge's measure stands in place of the rules'. */
const OVERRULES = 0.6;

/** @example exactly(1, 'a miller').best; // 1 */
export function exactly(n: number, words: string): Quantity {
  return { low: n, best: n, high: n, comparator: 'exactly', unit: 'individual', wording: words };
}

/** "26 reporters have left the country": counted people of whom the clause says something without a measure. */
export function itemOfCount(tokens: Tokens, counted: PeoplePhrase, measure: Measure | null): Item {
  return {
    kind: 'count',
    measure,
    answer: null,
    quantity:
      counted.count === 'one'
        ? exactly(1, wording(tokens, counted.first, counted.next))
        : (counted.quantity?.value ?? null),
    group: null,
    by: null,
    actor: null,
    negated: false,
    first: counted.first,
    next: counted.next,
    phrase: false,
  };
}

/**
 * Whether an item holds a number.
 *
 * @example
 * covers(item, quantity); // false when its clause lies elsewhere
 */
export function covers(item: Item, quantity: PlacedQuantity): boolean {
  return item.quantity !== null && item.first <= quantity.first && quantity.next <= item.next;
}

function overruled(tokens: Tokens, item: Item, judged: JudgedStretch): Item {
  if (item.kind !== 'count' || item.quantity === null || item.measure === null) return item;
  const number = tokens.quantities.find(
    (quantity) => covers(item, quantity) && quantity.value.wording === item.quantity?.wording,
  );
  const said = number === undefined ? null : judged.of(number);
  if (said === null || said.probability < OVERRULES || said.measure === item.measure) return item;
  return { ...item, measure: said.measure, by: null };
}

function tellsOf(tokens: Tokens, item: Item, { first, next, nobody }: PersonTold): boolean {
  if (item.first >= next || item.next <= first) return false;
  if (nobody) return item.negated || (item.quantity?.high ?? 1) === 0;
  if (item.quantity === null) return false;
  const head = tokens.words[next - 1];
  return head !== undefined && item.quantity.wording.includes(tokens.text.slice(head.start, head.end));
}

function itemOfPerson(tokens: Tokens, { first, next, measure, nobody }: PersonTold): Item {
  const words = wording(tokens, first, next);
  const bare = words.replace(/^(?:the|an?) /i, '');
  const anybody = nobody || /^(?:he|she|him|her|me|i|himself|herself|one|another)$/i.test(bare);
  return {
    kind: nobody ? 'occurrence' : 'count',
    measure,
    answer: null,
    quantity: nobody ? null : exactly(1, words),
    group: anybody ? null : tokens.capitals ? bare.toLowerCase() : bare,
    by: null,
    actor: null,
    negated: nobody,
    first,
    next,
    phrase: false,
  };
}

/** "No one", "no deaths": one token further the words say who. */
function withWhom(tokens: Tokens, person: PersonTold): PersonTold {
  const one = person.nobody && lowAt(tokens, person.next - 1) === 'no';
  return one && person.next < tokens.words.length ? { ...person, next: person.next + 1 } : person;
}

/** Words that part a person from what befell somebody else. */
const PARTS = /^(?:[.;:!?¶]|who|and|but|while)$/;
/** "The student, they say, had been | beaten". */
const APART = 5;

function areNear(tokens: Tokens, one: PersonTold, item: Item): boolean {
  const [from, to] = one.next <= item.first ? [one.next, item.first] : [item.next, one.first];
  if (to < from || to - from > APART) return false;
  for (let at = from; at < to; at += 1) if (PARTS.test(lowAt(tokens, at))) return false;
  return true;
}

/** "He was | beaten with cables": the rules know the act and nobody, the judge whom it befell. */
function withPerson(tokens: Tokens, item: Item, people: readonly PersonTold[]): Item {
  if (item.kind !== 'occurrence' || item.quantity !== null || item.group !== null || item.negated)
    return item;
  const one = people.find(
    (person) => !person.nobody && person.measure === item.measure && areNear(tokens, person, item),
  );
  if (one === undefined) return item;
  const { kind, quantity, group } = itemOfPerson(tokens, one);
  const [first, next] = [Math.min(item.first, one.first), Math.max(item.next, one.next)];
  return { ...item, kind, quantity, group, first, next };
}

/**
 * The rules' items with what the judge knows better, and what it adds.
 *
 * @example
 * judgedItems(tokensOf('Eleven did not come home.'), [], judged)[0]?.measure; // 'disappeared'
 */
export function judgedItems(tokens: Tokens, ruled: readonly Item[], judged: JudgedStretch): Item[] {
  const numbers = tokens.quantities.flatMap((quantity) => {
    if (quantity.kind !== 'count' || ruled.some((item) => covers(item, quantity))) return [];
    const said = judged.of(quantity);
    if (said === null) return [];
    return [
      { ...itemOfCount(tokens, phraseOfQuantity(tokens, quantity), said.measure), judged: true as const },
    ];
  });
  const told = judged.people(tokens).map((person) => withWhom(tokens, person));
  const known = [
    ...ruled.map((item) => withPerson(tokens, overruled(tokens, item, judged), told)),
    ...numbers,
  ];
  const people = told.filter((person) => !known.some((item) => tellsOf(tokens, item, person)));
  return [...known, ...people.map((person) => itemOfPerson(tokens, person))];
}
