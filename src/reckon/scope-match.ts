/**
 * Whether two wordings of who, where and by whom can be the same (rule `scope-3`). It compares words that
 * sources used; it knows no map, no list of peoples and no names beyond their letters.
 */
import type { Scope } from '../record/proposition.ts';
import { foldWords } from './fold-words.ts';

/** `same`; `within`: one holds the other's words; `open`: at least one side does not say; `apart`: they exclude each other. */
export type Fit = 'same' | 'within' | 'open' | 'apart';

/** Words for people that name no particular group. */
const ANYBODY = new Set(
  'people person individual citizen victim resident inhabitant detainee prisoner inmate captive others other them former dead more human those'.split(
    ' ',
  ),
);

/** One wording of the same people for another: a trade unionist is a member of a union. */
const REWORDED: Readonly<Record<string, readonly string[]>> = { unionist: ['union', 'member'] };

/** Said of "men" alone: as good as "people", except beside women and children. */
const OTHER_THAN_MEN = new Set(['woman', 'child', 'girl', 'baby', 'infant', 'boy']);

/** Words for people; the group is told by which of them it holds, the rest are its qualities. */
const PEOPLE = new Set(
  'man woman child boy girl baby infant civilian villager farmer worker student teacher journalist activist member soldier officer policeman servicewoman serviceman guard detainee prisoner refugee migrant protester demonstrator family household lawyer doctor nurse priest monk pilgrim weaver tailor miner fisherman'.split(
    ' ',
  ),
);

/**
 * Compares two wordings of a group. "men" can be "gay and bisexual men aged 16-50"; "women" is not "women and
 * children"; "gay men" is not "bisexual men".
 *
 * @example
 * fitOfGroups('men', 'gay and bisexual men'); // 'within'
 */
export function fitOfGroups(a: string | null, b: string | null): Fit {
  const left = groupOf(a);
  const right = groupOf(b);
  if (left === null || right === null) return 'open';
  if (isMenOnly(left) || isMenOnly(right)) {
    const other = isMenOnly(left) ? right : left;
    if (!sameSet(left.heads, right.heads))
      return [...other.heads].some((head) => OTHER_THAN_MEN.has(head)) ? 'apart' : 'open';
  }
  if (!sameSet(left.heads, right.heads)) return 'apart';
  if (sameSet(left.qualities, right.qualities)) return 'same';
  const [small, large] =
    left.qualities.size <= right.qualities.size
      ? [left.qualities, right.qualities]
      : [right.qualities, left.qualities];
  return [...small].every((word) => large.has(word)) ? 'within' : 'apart';
}

/**
 * Compares two wordings of a place. "Chechnya" fits within "Grozny, Chechnya".
 *
 * @example
 * fitOfPlaces('Chechnya', 'Grozny, Chechnya'); // 'within'
 */
export function fitOfPlaces(a: string | null, b: string | null): Fit {
  return fitOfWords(a, b);
}

/**
 * Compares two wordings of an alleged perpetrator or an answering actor. "US" fits "United States" by its
 * initials; "authorities" fits within "Chechen authorities".
 *
 * @example
 * fitOfActors('the US', 'United States'); // 'same'
 */
export function fitOfActors(a: string | null, b: string | null): Fit {
  if (a !== null && b !== null && (isAcronym(a, b) || isAcronym(b, a))) return 'same';
  return fitOfWords(a, b);
}

/**
 * The words by which a place is compared with another: two places exclude each other unless one holds all words of the other.
 *
 * @returns none for a place that is not said
 * @example
 * placeWords('Grozny, Chechnya'); // Set { 'grozny', 'chechnya' }
 */
export function placeWords(place: string | null): ReadonlySet<string> {
  return place === null ? NO_WORDS : wordsOf(place);
}

const NO_WORDS: ReadonlySet<string> = new Set();

/** How two scopes fit, part by part. */
export interface ScopeFit {
  readonly group: Fit;
  readonly place: Fit;
  readonly by: Fit;
  readonly actor: Fit;
}

/**
 * Compares two scopes part by part.
 *
 * @example
 * fitOfScopes(a.scope, b.scope).place; // 'open'
 */
export function fitOfScopes(a: Scope, b: Scope): ScopeFit {
  return {
    group: fitOfGroups(a.group, b.group),
    place: fitOfPlaces(a.place, b.place),
    by: fitOfActors(a.by, b.by),
    actor: fitOfActors(a.actor, b.actor),
  };
}

function isMenOnly(group: Group): boolean {
  return group.qualities.size === 0 && group.heads.size === 1 && group.heads.has('man');
}

interface Group {
  readonly heads: ReadonlySet<string>;
  readonly qualities: ReadonlySet<string>;
}

const GROUPS = new Map<string, Group | null>();
const WORDS = new Map<string, ReadonlySet<string>>();
const KEPT = 20_000;

/** "weavers'" in "the weavers' union": whose it is, not who is meant. */
const POSSESSIVE = /\p{L}+(?:[’']s|s[’'])(?=\s)/gu;

/** Null: not said, or nobody in particular. */
function groupOf(wording: string | null): Group | null {
  if (wording === null) return null;
  const kept = GROUPS.get(wording);
  if (kept !== undefined) return kept;
  const words = foldWords(wording.replace(/\btrade(?=[ -]union)/gi, ''))
    .flatMap((word) => REWORDED[word] ?? [word])
    .filter((word) => !ANYBODY.has(word) && !/\d/.test(word) && word !== 'aged');
  const owners = new Set((wording.match(POSSESSIVE) ?? []).flatMap((word) => foldWords(word)));
  const named = words.filter((word) => PEOPLE.has(word) && !owners.has(word));
  const heads = new Set(named.length > 0 ? named : words.slice(-1));
  const group =
    words.length === 0 ? null : { heads, qualities: new Set(words.filter((word) => !heads.has(word))) };
  if (GROUPS.size >= KEPT) GROUPS.clear();
  GROUPS.set(wording, group);
  return group;
}

function fitOfWords(a: string | null, b: string | null): Fit {
  if (a === null || b === null) return 'open';
  if (a === b) return 'same';
  const left = wordsOf(a);
  const right = wordsOf(b);
  if (left.size === 0 || right.size === 0) return 'open';
  const [small, large] = left.size <= right.size ? [left, right] : [right, left];
  for (const word of small) if (!large.has(word)) return 'apart';
  return small.size === large.size ? 'same' : 'within';
}

function wordsOf(wording: string): ReadonlySet<string> {
  const kept = WORDS.get(wording);
  if (kept !== undefined) return kept;
  const words = new Set(foldWords(wording));
  if (WORDS.size >= KEPT) WORDS.clear();
  WORDS.set(wording, words);
  return words;
}

function isAcronym(short: string, long: string): boolean {
  const letters = short.replace(/^the\s+/i, '').replaceAll('.', '');
  if (!/^\p{Lu}{2,6}$/u.test(letters)) return false;
  const initials = long
    .split(/[\s-]+/)
    .filter((word) => /^\p{Lu}/u.test(word) && !/^the$/i.test(word))
    .map((word) => word.slice(0, 1))
    .join('');
  return initials.length === letters.length && initials === letters;
}

function sameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((word) => b.has(word));
}
