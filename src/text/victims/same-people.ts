/** Which mentions in one text speak of the same people: names by their parts, counts by number, single persons by noun. */
import type { Word } from '../words.ts';
import type { Mention } from './mentions.ts';

/** People of a text with all their mentions, in order. */
export interface People {
  readonly type: 'count' | 'name' | 'one';
  readonly n: number;
  readonly mentions: Mention[];
  /** Parts of the name, lower case; empty when unnamed. */
  readonly parts: Set<string>;
  /** Nouns used for them. */
  readonly heads: Set<string>;
}

const GENERIC = new Set([
  '',
  'people',
  'persons',
  'person',
  'others',
  'other',
  'victims',
  'individuals',
  'dead',
  'wounded',
  'injured',
  'more',
  'bodies',
  'lives',
  'deaths',
]);
const NAMING = /^(?:identified|named|called|known)$/;

function partsOf(words: readonly Word[], mention: Mention): string[] {
  const parts: string[] = [];
  for (let at = mention.core; at < mention.next; at += 1) {
    const word = words[at];
    if (word !== undefined && word.kind === 'word' && word.low.length > 2) parts.push(word.low);
  }
  return parts.length > 0 ? parts : [words[mention.core]?.low ?? ''];
}

function alike(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.length < 5 || Math.abs(a.length - b.length) > 1 || a[0] !== b[0]) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  const rest = (from: string, skip: number): string => from.slice(at + skip);
  return rest(a, 1) === rest(b, 1) || rest(a, 0) === rest(b, 1) || rest(a, 1) === rest(b, 0);
}

function within(parts: readonly string[], whole: ReadonlySet<string>): boolean {
  return parts.every((part) => whole.has(part) || [...whole].some((other) => alike(part, other)));
}

interface Gathering {
  readonly words: readonly Word[];
  readonly all: People[];
}

function begin(gathering: Gathering, mention: Mention, parts: readonly string[]): People {
  const type = mention.type === 'pronoun' ? 'one' : mention.type;
  const people: People = {
    type,
    n: mention.n,
    mentions: [mention],
    parts: new Set(parts),
    heads: new Set(mention.head === '' ? [] : [mention.head]),
  };
  gathering.all.push(people);
  return people;
}

function join(people: People, mention: Mention, parts: readonly string[] = []): People {
  people.mentions.push(mention);
  for (const part of parts) people.parts.add(part);
  if (mention.head !== '' && mention.type !== 'pronoun') people.heads.add(mention.head);
  return people;
}

function byName(gathering: Gathering, mention: Mention): People {
  const parts = partsOf(gathering.words, mention);
  for (let at = gathering.all.length - 1; at >= 0; at -= 1) {
    const people = gathering.all[at];
    if (people === undefined || people.type !== 'name') continue;
    if (within(parts, people.parts) || within([...people.parts], new Set(parts)))
      return join(people, mention, parts);
  }
  return begin(gathering, mention, parts);
}

/** "X, mayor of Abrel": the noun right behind the comma speaks of the name before it. */
function apposed(gathering: Gathering, mention: Mention, before: Mention | undefined): People | null {
  if (before?.type !== 'name' || before.sentence !== mention.sentence) return null;
  if (gathering.words[before.next]?.low !== ',' || before.next + 1 !== mention.first) return null;
  return gathering.all.find((people) => people.mentions.includes(before)) ?? null;
}

/** "a farmer identified as X", "the mayor of Abrel, X,": the name that follows is the person's. */
function namedNext(words: readonly Word[], mention: Mention, after: Mention | undefined): boolean {
  if (after?.type !== 'name' || after.sentence !== mention.sentence) return false;
  const gap = after.first - mention.next;
  if (gap < 1 || gap > 7) return false;
  const last = words[after.first - 1]?.low ?? '';
  if (gap === 1) return last === ',';
  if (last === 'as' || last === ',') {
    const opener = words[mention.next]?.low ?? '';
    return opener === 'of' || NAMING.test(opener) || NAMING.test(words[after.first - 2]?.low ?? '');
  }
  return NAMING.test(last);
}

function byNoun(gathering: Gathering, mention: Mention): People {
  const definite = !/^(?:an?|another|one)$/.test(mention.lead);
  for (let at = gathering.all.length - 1; at >= 0; at -= 1) {
    const people = gathering.all[at];
    if (people === undefined || people.type === 'count' || !people.heads.has(mention.head)) continue;
    if (people.type === 'name' && !definite) continue;
    const last = people.mentions.at(-1);
    if (!definite && last?.sentence === mention.sentence) continue;
    return join(people, mention);
  }
  return begin(gathering, mention, []);
}

/** Nouns whose counts are never of the same people: who fights for a state, who fights against it, who does neither. */
const SORTS: readonly RegExp[] = [
  /^(?:soldiers|troops|officers|policemen|police|marines|sailors|recruits|guards|bodyguards|sergeants|lieutenants|colonels|guardsmen|patrolmen|detectives)$/,
  /^(?:guerr?illas|rebels|terrorists|subversives|extremists|insurgents|militants|combatants|fighters|contras|assailants|attackers|gunmen|criminals|hitmen|murderers|assassins|traffickers|kidnappers|suspects)$/,
  /^(?:civilians|peasants|farmers|workers|residents|villagers|vendors|passengers|employees|students|teachers|women|children|girls|boys|priests|jesuits|nuns|missionaries|journalists|reporters|newsmen|judges|mayors|minors|miners|leaders|candidates|tourists|foreigners|engineers|refugees|passersby|fishermen|nurses|doctors)$/,
];

function sortOf(head: string): number {
  return SORTS.findIndex((sort) => sort.test(head));
}

/** Whether a noun names another sort of people than those that a group is known by. */
function isOtherSort(people: People, head: string): boolean {
  const own = sortOf(head);
  if (own < 0) return false;
  const known = [...people.heads].map(sortOf).filter((sort) => sort >= 0);
  return known.length > 0 && !known.includes(own);
}

function byCount(gathering: Gathering, mention: Mention): People {
  for (const people of gathering.all) {
    if (people.type !== 'count' || people.n !== mention.n || isOtherSort(people, mention.head)) continue;
    const known =
      people.heads.size === 0 ||
      people.heads.has(mention.head) ||
      GENERIC.has(mention.head) ||
      [...people.heads].every((head) => GENERIC.has(head));
    const apart = people.mentions.some((other) => other.sentence === mention.sentence);
    if (known || (!apart && mention.n > 2)) return join(people, mention);
  }
  return begin(gathering, mention, []);
}

/** The person a pronoun most likely stands for: the first of its sentence, else of the one before. */
function byPronoun(gathering: Gathering, mention: Mention): People | null {
  for (const back of [0, 1, 2]) {
    let best: People | null = null;
    let place = Number.POSITIVE_INFINITY;
    for (const people of gathering.all) {
      if (people.type === 'count') continue;
      const first = people.mentions.find((other) => other.sentence === mention.sentence - back);
      if (first !== undefined && first.first < place && first.first < mention.first) {
        best = people;
        place = first.first;
      }
    }
    if (best !== null) return join(best, mention);
  }
  return null;
}

/**
 * Gathers mentions into people.
 *
 * @example
 * samePeople(tokens.words, mentionsIn(tokens, sentencesOf(tokens))).length; // 2
 */
export function samePeople(words: readonly Word[], mentions: readonly Mention[]): People[] {
  const gathering: Gathering = { words, all: [] };
  let waiting: Mention[] = [];
  for (const [index, mention] of mentions.entries()) {
    if (mention.type === 'count') byCount(gathering, mention);
    else if (mention.type === 'pronoun') byPronoun(gathering, mention);
    else if (mention.type === 'name') {
      const people = byName(gathering, mention);
      for (const early of waiting) join(people, early);
      waiting = [];
    } else if (namedNext(words, mention, mentions[index + 1])) waiting.push(mention);
    else if (apposed(gathering, mention, mentions[index - 1]) !== null) {
      const people = apposed(gathering, mention, mentions[index - 1]);
      if (people !== null) join(people, mention);
    } else byNoun(gathering, mention);
  }
  return gathering.all;
}
