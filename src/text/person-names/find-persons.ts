/**
 * Where persons are named in a text: by any spelling, by one word of their name, in inflected forms, in other letters, and in what may be a
 * misspelling. Made for hiding names, so it finds too much rather than too little: words that stand beside a name with
 * capitals go with it, and a word that may be two persons' is nobody's in particular. Names of bodies in which such a word stands are left.
 */
import { isPersonWord, kindOfWord } from '../actor-words.ts';
import { bareName, isRank } from '../bare-name.ts';
import { mayBePerson } from '../people-nouns.ts';
import { isCommonWord } from '../victims/common-word.ts';
import { type NameToken, nameTokens } from './name-tokens.ts';
import { blockOf, type Likeness, likeness } from './same-name.ts';

/** Somebody to be found. */
export interface SoughtPerson {
  /** What finds it again for the caller. */
  readonly key: string;
  /** At least one. */
  readonly spellings: readonly string[];
  /** Sought only where all words of a spelling stand together. Absent: each of its words, too. */
  readonly whole?: boolean;
}

/** UTF-16 code units, end exclusive. */
export interface PersonMention {
  readonly start: number;
  readonly end: number;
  /** Null: the words may be the name of several, or only nearly somebody's. */
  readonly key: string | null;
}

/** Finds mentions in a text, in order, none overlapping. */
export type PersonFinder = (text: string) => readonly PersonMention[];

const PARTICLES = new Set(
  'de del della da di du dos das van von der den ter bin ibn al el la le abu umm ben bint jr sr بن ابن ابو ام بنت'.split(
    ' ',
  ),
);
/** Scripts that write no space between words: a name is sought as it is written. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const CALENDAR =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mr|mrs|ms|dr|prof|gen|col|lt|capt|sgt|sir)$/;

interface Hit {
  readonly likeness: Likeness;
  readonly people: ReadonlySet<number>;
}

interface NameWord {
  readonly fold: string;
  readonly person: number;
}

interface Index {
  readonly exact: ReadonlyMap<string, ReadonlySet<number>>;
  readonly blocks: ReadonlyMap<string, readonly NameWord[]>;
  readonly known: Map<string, Hit | null>;
}

/** Words of a name that may stand for it alone. */
function nameWords(spelling: string): readonly string[] {
  return nameTokens(bareName(spelling)).flatMap(({ folds, caseless }) => {
    const fold = folds[0] ?? '';
    const short = [...fold].length < (caseless ? 2 : 3);
    return short || PARTICLES.has(fold) || /^\d+$/.test(fold) ? [] : [fold];
  });
}

function indexOf(people: readonly SoughtPerson[]): Index {
  const exact = new Map<string, Set<number>>();
  const blocks = new Map<string, NameWord[]>();
  people.forEach(({ spellings }, person) => {
    for (const fold of new Set(spellings.flatMap(nameWords))) {
      exact.set(fold, (exact.get(fold) ?? new Set()).add(person));
      const block = blockOf(fold);
      blocks.set(block, [...(blocks.get(block) ?? []), { fold, person }]);
    }
  });
  return { exact, blocks, known: new Map() };
}

function lookUp(fold: string, { exact, blocks, known }: Index): Hit | null {
  const before = known.get(fold);
  if (before !== undefined) return before;
  const found: Record<Likeness, Set<number>> = { sure: new Set(exact.get(fold)), near: new Set() };
  for (const word of blocks.get(blockOf(fold)) ?? []) {
    const like = likeness(word.fold, fold);
    if (like !== null) found[like].add(word.person);
  }
  const hit: Hit | null =
    found.sure.size > 0
      ? { likeness: 'sure', people: found.sure }
      : found.near.size > 0
        ? { likeness: 'near', people: found.near }
        : null;
  known.set(fold, hit);
  return hit;
}

function hitOf(token: NameToken, index: Index): Hit | null {
  if (!token.capital && !token.caseless) {
    // In small letters a word of a name is often a common word; only the very word of it counts, beside another.
    const people = new Set(token.folds.flatMap((fold) => [...(index.exact.get(fold) ?? [])]));
    return people.size === 0 ? null : { likeness: 'sure', people };
  }
  let near: Hit | null = null;
  for (const fold of token.folds) {
    const hit = lookUp(fold, index);
    if (hit?.likeness === 'sure') return hit;
    near ??= hit;
  }
  return near;
}

/** Tokens inside the name of a body, by exact words. */
function insideBodies(
  tokens: readonly NameToken[],
  bodies: ReadonlyMap<string, readonly (readonly string[])[]>,
): ReadonlySet<number> {
  const inside = new Set<number>();
  tokens.forEach(({ folds }, at) => {
    for (const words of folds.flatMap((fold) => bodies.get(fold) ?? []))
      if (words.every((word, step) => tokens[at + step]?.folds.includes(word) === true))
        for (let step = 0; step < words.length; step += 1) inside.add(at + step);
  });
  return inside;
}

function bodyPhrases(
  bodies: readonly string[],
  people: readonly SoughtPerson[],
): ReadonlyMap<string, readonly (readonly string[])[]> {
  const names = people
    .flatMap(({ spellings }) => spellings.map(nameWords))
    .filter((words) => words.length > 0);
  const phrases = new Map<string, (readonly string[])[]>();
  for (const body of bodies) {
    const words = nameTokens(body).map(({ folds }) => folds[0] ?? '');
    const [first] = words;
    const namesSomebody = names.some((name) => name.length > 1 && name.every((word) => words.includes(word)));
    if (first === undefined || words.length < 2 || namesSomebody) continue;
    phrases.set(first, [...(phrases.get(first) ?? []), words]);
  }
  return phrases;
}

const BETWEEN = /^(?:[\s.'’-]|\p{Cf})*$/u;

function isJoint(text: string, before: NameToken | undefined, after: NameToken | undefined): boolean {
  if (before === undefined || after === undefined) return false;
  const between = text.slice(before.end, after.start);
  if (after.start < before.end || between.length > 4 || !BETWEEN.test(between)) return false;
  if (between.includes('.') && [...(before.folds[0] ?? '')].length > 2) return false;
  return !between.includes('\n\n');
}

/** A neighbour that may be a further word of the name: "Aleksandr" before "Orsk", "Orsk" before "-Velmont". */
function goesWith(text: string, token: NameToken, other: NameToken, isBefore: boolean): boolean {
  const between = isBefore ? text.slice(token.end, other.start) : text.slice(other.end, token.start);
  if (/^[-‐–]$/u.test(between)) return true;
  const fold = token.folds[0] ?? '';
  if (!token.capital || !/^[ \u00a0]$|^\. ?$/u.test(between)) return false;
  if (/^\./u.test(between) && [...fold].length > 1) return false;
  if (!isBefore && token.opens) return false;
  if (/^\./u.test(between)) return true;
  const title = isPersonWord(fold) || isRank(fold) || mayBePerson(fold) || kindOfWord(fold) !== null;
  if (title || CALENDAR.test(fold)) return false;
  return !(isBefore && token.opens && ([...fold].length < 3 || isCommonWord(fold)));
}

interface Run {
  first: number;
  last: number;
  people: ReadonlySet<number>;
  words: number;
  sure: boolean;
  capital: boolean;
}

function both(a: ReadonlySet<number>, b: ReadonlySet<number>): ReadonlySet<number> {
  return new Set([...a].filter((one) => b.has(one)));
}

function runsIn(text: string, tokens: readonly NameToken[], hits: readonly (Hit | null)[]): readonly Run[] {
  const runs: Run[] = [];
  hits.forEach((hit, at) => {
    if (hit === null) return;
    const run = runs.at(-1);
    const gap = run === undefined ? 9 : at - run.last;
    const steps = Array.from({ length: gap }, (_, step) => at - gap + step);
    const joined =
      run !== undefined &&
      gap <= 3 &&
      steps.every((step) => isJoint(text, tokens[step], tokens[step + 1])) &&
      steps.slice(1).every((step) => isFiller(tokens[step]));
    const shared = run === undefined ? new Set<number>() : both(run.people, hit.people);
    const token = tokens[at];
    if (joined && run !== undefined && shared.size > 0) {
      run.last = at;
      run.people = shared;
      run.words += 1;
      run.sure ||= hit.likeness === 'sure';
      run.capital ||= token?.capital === true || token?.caseless === true;
    } else
      runs.push({
        first: at,
        last: at,
        people: hit.people,
        words: 1,
        sure: hit.likeness === 'sure',
        capital: token?.capital === true || token?.caseless === true,
      });
  });
  return runs.filter(({ words, capital }) => capital || words > 1);
}

/** A run without those whose name must stand there whole and does not; null when nobody is left. */
function withoutParts(run: Run, people: readonly SoughtPerson[]): Run | null {
  const left = [...run.people].filter(
    (at) =>
      people[at]?.whole !== true ||
      people[at].spellings.some((spelling) => nameWords(spelling).length <= run.words),
  );
  return left.length === 0 ? null : { ...run, people: new Set(left) };
}

function isFiller(token: NameToken | undefined): boolean {
  const fold = token?.folds[0] ?? '';
  return token?.capital === true || PARTICLES.has(fold);
}

/**
 * Opens a finder.
 *
 * @param bodies names of institutions: a word of a person's name inside one of these is not hidden
 * @example
 * const find = openPersonFinder([{ key: 'a', spellings: ['Oren Tasch'] }], ['Interior Guard']);
 * find('Colonel Oren Tasch said'); // [{ start: 8, end: 18, key: 'a' }]
 */
export function openPersonFinder(people: readonly SoughtPerson[], bodies: readonly string[]): PersonFinder {
  const index = indexOf(people);
  const phrases = bodyPhrases(bodies, people);
  const unspaced = people.flatMap(({ spellings }, person) =>
    spellings
      .filter((name) => UNSPACED.test(name))
      .map((name) => ({ person, name: name.replace(/[\s·・]/gu, '') })),
  );
  if (people.length === 0) return () => [];
  return (text) => {
    const tokens = nameTokens(text);
    const inside = insideBodies(tokens, phrases);
    const hits = tokens.map((token, at) => (inside.has(at) ? null : hitOf(token, index)));
    const runs = runsIn(text, tokens, hits).flatMap((run) => withoutParts(run, people) ?? []);
    const mentions: PersonMention[] = runs.map((run) => {
      let { first, last } = run;
      for (
        let next = tokens[first - 1];
        next !== undefined && !inside.has(first - 1);
        next = tokens[first - 1]
      ) {
        const at = tokens[first];
        if (at === undefined || !goesWith(text, next, at, true)) break;
        first -= 1;
      }
      for (
        let next = tokens[last + 1];
        next !== undefined && !inside.has(last + 1);
        next = tokens[last + 1]
      ) {
        const at = tokens[last];
        if (at === undefined || !goesWith(text, next, at, false)) break;
        last += 1;
      }
      const [only] = run.people;
      const one =
        run.sure && run.people.size === 1 && only !== undefined ? (people[only]?.key ?? null) : null;
      const end = tokens[last]?.end ?? 0;
      const possessive = /['’ʼ]s$/iu.test(text.slice(0, end)) ? 2 : 0;
      return { start: tokens[first]?.start ?? 0, end: end - possessive, key: one };
    });
    for (const { person, name } of unspaced)
      for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length))
        mentions.push({ start: at, end: at + name.length, key: people[person]?.key ?? null });
    return apart(mentions);
  };
}

/** In order; those that touch or overlap become one, of one person only where both are. */
function apart(mentions: readonly PersonMention[]): readonly PersonMention[] {
  const kept: PersonMention[] = [];
  for (const mention of mentions.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const before = kept.at(-1);
    if (before !== undefined && mention.start < before.end)
      kept[kept.length - 1] = {
        start: before.start,
        end: Math.max(before.end, mention.end),
        key: before.key === mention.key ? before.key : (before.key ?? mention.key),
      };
    else kept.push(mention);
  }
  return kept;
}
