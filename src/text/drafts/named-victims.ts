/**
 * People told of by name as those whom an act befell: "Mira Sorn was abducted", "the murder of Senator Tal", "Ana Belik,
 * Joren Tal and Mira Sorn were killed". Each name counts as one, a list of names as so many. A name behind "the" without
 * a title is taken for a body or a thing, and listed places are no people. Names are copied, never looked up.
 */
import type { BoundAct } from '../acts/bound-act.ts';
import { groupBefore, hitAt } from '../acts/predicate.ts';
import { breaksPhrase, isDeterminer, lowAt, type Tokens } from '../acts/reading.ts';
import { ADJECTIVES, BODIES, PLACES } from '../gazetteer/lists.ts';
import { mayBePerson } from '../people-nouns.ts';
import { type Casing, endOfName } from '../victims/name-words.ts';

/** Names that stand together. Token indexes, end exclusive. */
export interface NamedVictims {
  readonly first: number;
  readonly next: number;
  /** How many names. */
  readonly n: number;
}

const LONGEST = 12;
const MOST_NAMES = 12;

function casingOf(tokens: Tokens): Casing {
  return tokens.capitals ? 'single' : 'mixed';
}

function isListed(tokens: Tokens, first: number, next: number): boolean {
  const low = lowAt(tokens, first);
  const spelled = (list: ReadonlyMap<string, readonly { readonly words: readonly string[] }[]>): boolean =>
    (list.get(low) ?? []).some(
      ({ words }) =>
        words.length === next - first && words.every((word, at) => lowAt(tokens, first + at) === word),
    );
  return spelled(PLACES) || spelled(BODIES) || spelled(ADJECTIVES);
}

/** Title words before a name ("former Jesuit priest"), with their article. */
function withTitle(tokens: Tokens, first: number): number {
  if (!mayBePerson(lowAt(tokens, first - 1))) return first;
  let at = first - 1;
  while (
    at > first - 5 &&
    at > 0 &&
    !breaksPhrase(tokens, at - 1) &&
    !isDeterminer(lowAt(tokens, at - 1)) &&
    hitAt(tokens, at - 1) === null
  )
    at -= 1;
  // "the 26-year-old poet"
  if (lowAt(tokens, at) === '-' && tokens.words[at - 1]?.kind === 'number') at -= 1;
  return isDeterminer(lowAt(tokens, at - 1)) ? at - 1 : at;
}

/** "Velm market", "Dorna bridge": the name is that of a place. */
const NAMED_PLACE =
  /^(?:market|bridge|village|town|city|district|province|region|valley|hospital|clinic|school|university|camp|prison|road|street|square|station|airport|port|harbour|harbor|neighbourhood|neighborhood|suburb|quarter|mosque|church|temple|monastery|factory|mine|dam|refinery|checkpoint|barracks|base|junction|crossing)s?$/;

/** The person whose name opens at a token; null when a body, a place or nobody is named. */
function personAt(tokens: Tokens, index: number): { readonly first: number; readonly next: number } | null {
  const next = endOfName(tokens.words, index, casingOf(tokens));
  if (next === index || isListed(tokens, index, next)) return null;
  const first = withTitle(tokens, index);
  if (first === index && lowAt(tokens, index - 1) === 'the') return null;
  if (mayBePerson(lowAt(tokens, next)) || lowAt(tokens, next) === "'s") return null;
  if (NAMED_PLACE.test(lowAt(tokens, next))) return null;
  if (tokens.capitals && next - index < 2) return null;
  return { first, next };
}

/** The person whose name ends at a token (exclusive). */
function personUntil(tokens: Tokens, next: number): { readonly first: number; readonly next: number } | null {
  for (let at = Math.max(0, next - 8); at < next; at += 1) {
    const before = endOfName(tokens.words, at, casingOf(tokens));
    if (before !== next) continue;
    const person = personAt(tokens, at);
    if (person !== null) return person;
  }
  return null;
}

/** Token before an aside that ends at a comma: ", a priest,", ", 34,". */
function beforeAside(tokens: Tokens, end: number): number {
  if (lowAt(tokens, end) !== ',') return end;
  for (let at = end - 1; at > end - LONGEST && at > 0; at -= 1) {
    const low = lowAt(tokens, at);
    if (low === '.' || low === '¶') break;
    if (low === ',') return at - 1;
  }
  return end;
}

const MOST_ASIDES = 3;

/** "Ana Belik, 38, reporter with this paper, was …": the name before several asides. */
function beforeAsides(tokens: Tokens, end: number): { readonly first: number; readonly next: number } | null {
  let at = end;
  for (let aside = 0; aside < MOST_ASIDES && lowAt(tokens, at) === ','; aside += 1) {
    let before = at - 1;
    while (before > at - LONGEST && before > 0 && !/^[,.;¶]$/.test(lowAt(tokens, before))) before -= 1;
    if (lowAt(tokens, before) !== ',') return null;
    const person = personUntil(tokens, before);
    if (person !== null) return person;
    at = before;
  }
  return null;
}

/** "One, the boatbuilder Iosefo Tam, died", "the teacher Rosa Quilmen, 43, was …": the name stands inside the aside. */
function apposed(tokens: Tokens, end: number): { readonly first: number; readonly next: number } | null {
  if (lowAt(tokens, end) !== ',') return null;
  const person = personUntil(tokens, end);
  if (person === null) return null;
  for (let at = person.first - 1; at > person.first - 5; at -= 1)
    if (/^(?:,|the|an?)$/.test(lowAt(tokens, at))) return person;
  return null;
}

/** The token before "who": "Ana Belik, who was killed", "Ana Belik, the photographer who was killed". */
function beforeWho(tokens: Tokens, end: number): number {
  if (lowAt(tokens, end) !== 'who') return end;
  if (lowAt(tokens, end - 1) === ',') return end - 2;
  if (!mayBePerson(lowAt(tokens, end - 1))) return end - 1;
  for (let at = end - 2; at > end - 7 && at > 0; at -= 1) {
    if (isDeterminer(lowAt(tokens, at)) && lowAt(tokens, at - 1) === ',') return at - 2;
    if (breaksPhrase(tokens, at)) break;
  }
  return end - 1;
}

function namesBefore(tokens: Tokens, until: number): NamedVictims | null {
  const end = beforeWho(tokens, until);
  const last =
    personUntil(tokens, beforeAside(tokens, end) + 1) ?? apposed(tokens, end) ?? beforeAsides(tokens, end);
  if (last === null || /^(?:in|at|near|from|of|to|by|on)$/.test(lowAt(tokens, last.first - 1))) return null;
  let { first } = last;
  let n = 1;
  while (n < MOST_NAMES) {
    let at = first - 1;
    if (lowAt(tokens, at) === 'and') at -= 1;
    if (lowAt(tokens, at) === ',') at -= 1;
    const before = at === first - 1 ? null : personUntil(tokens, at + 1);
    if (before === null) break;
    first = before.first;
    n += 1;
  }
  return { first, next: last.next, n };
}

function opening(tokens: Tokens, from: number): number {
  let at = from;
  while (
    at < from + 5 &&
    (isDeterminer(lowAt(tokens, at)) ||
      mayBePerson(lowAt(tokens, at)) ||
      lowAt(tokens, at) === 'former' ||
      opensTitle(tokens, at))
  )
    at += 1;
  return at;
}

/** "community leader Ana Belik", "trade union organiser …": a describing word before the title before a name. */
function opensTitle(tokens: Tokens, at: number): boolean {
  const word = tokens.words[at];
  if (word === undefined || word.cap || tokens.capitals || breaksPhrase(tokens, at)) return false;
  for (let look = at + 1; look < at + 4; look += 1) {
    if (breaksPhrase(tokens, look)) return false;
    if (mayBePerson(lowAt(tokens, look))) return tokens.words[look + 1]?.cap === true;
  }
  return false;
}

function namesAfter(tokens: Tokens, from: number): NamedVictims | null {
  let person = personAt(tokens, opening(tokens, from));
  if (person === null) return null;
  const { first } = person;
  let { next } = person;
  let n = 1;
  while (n < MOST_NAMES) {
    let at = next;
    if (lowAt(tokens, at) === ',') at += 1;
    if (lowAt(tokens, at) === 'and') at += 1;
    person = at === next ? null : personAt(tokens, opening(tokens, at));
    if (person === null) break;
    next = person.next;
    n += 1;
  }
  return { first: Math.min(first, from), next, n };
}

/** "among those arrested is Pedro Calde", "Pedro Calde was among the dead". */
function isAmong(tokens: Tokens, act: BoundAct): boolean {
  return (
    /^(?:those|the)$/.test(lowAt(tokens, act.first - 1)) &&
    /^(?:among|amongst)$/.test(lowAt(tokens, act.first - 2))
  );
}

/**
 * The named people whom an act befell; null when none are named.
 *
 * @example
 * namedVictims(tokens, act)?.n; // 1 for "Mira Sorn was abducted"
 */
export function namedVictims(tokens: Tokens, act: BoundAct): NamedVictims | null {
  const { form } = act.entry;
  if (isAmong(tokens, act)) {
    const behind = /^(?:is|are|was|were)$/.test(lowAt(tokens, act.next));
    for (let at = act.next + 1; behind && at < act.next + 6; at += 1) {
      const named = namesAfter(tokens, at);
      if (named !== null) return named;
    }
    return namesBefore(tokens, groupBefore(tokens, act.first - 2).end);
  }
  if (form === 'ed' || form === 'went') {
    const group = groupBefore(tokens, act.first);
    if (form === 'went' || group.passive) return namesBefore(tokens, group.end);
    return namesAfter(tokens, act.next);
  }
  if (form === 'state') {
    const group = groupBefore(tokens, act.first);
    return group.helped || group.passive ? namesBefore(tokens, group.end) : null;
  }
  if (form === 'ing' || form === 'base') return namesAfter(tokens, act.next);
  if (form !== 'noun') return null;
  if (lowAt(tokens, act.next - 1) === 'of') return namesAfter(tokens, act.next);
  return lowAt(tokens, act.next) === 'of' ? namesAfter(tokens, act.next + 1) : null;
}
