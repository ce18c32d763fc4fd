/**
 * Where a text plays: the place it is about, and which of its places it says to lie in which ("Ostrana's Kessar
 * region", "Dol, a town in Kessar"). A hint for scopes, no location of acts and no map: what the text does not say is
 * not known. The dateline tells where a reporter sat and does not count.
 */
import { ADJECTIVES } from './gazetteer/lists.ts';
import { placesIn } from './gazetteer.ts';

/** One place said to lie in another, in the words of the text. */
export interface PlaceWithin {
  readonly name: string;
  readonly within: string;
}

/** What a text says of its places. */
export interface DocumentPlaces {
  /** The place the text is about; null when it names none. */
  readonly main: string | null;
  readonly within: readonly PlaceWithin[];
}

/** Words of bounded length: one endless word must not be tried from each of its letters. */
const NAME = String.raw`\p{Lu}[\p{L}-]{1,40}(?: \p{Lu}[\p{L}-]{1,40}){0,2}`;
const AREA = 'region|province|district|county|oblast|republic|governorate|prefecture|department|state';
const SPOT = 'town|village|city|district|suburb|port|settlement|hamlet|municipality';
const WITHIN: readonly { readonly pattern: RegExp; readonly part: number; readonly whole: number }[] = [
  { pattern: new RegExp(`(${NAME})['’]s (${NAME}) (?:${AREA})\\b`, 'gu'), part: 2, whole: 1 },
  { pattern: new RegExp(`(${NAME})['’]s (?:\\p{Ll}+ )?(?:${AREA}) of (${NAME})`, 'gu'), part: 2, whole: 1 },
  { pattern: new RegExp(`(${NAME}) (?:${AREA}) of (${NAME})`, 'gu'), part: 1, whole: 2 },
  {
    pattern: new RegExp(
      `(${NAME}), (?:a|an|the) (?:\\p{Ll}+ ){0,2}(?:${SPOT}|${AREA}) (?:in|of) (?:the )?(${NAME})`,
      'gu',
    ),
    part: 1,
    whole: 2,
  },
  { pattern: new RegExp(`(?:${SPOT}) of (${NAME}) in (?:the )?(${NAME})`, 'gu'), part: 1, whole: 2 },
];
const BY_TYPE = new RegExp(`(?:the |in |['’]s )(${NAME}) (?:${AREA})\\b`, 'gu');
const BY_OFFICE = new RegExp(
  `\\b(?:governor|mayor|prosecutor|police|prisons|streets|people|residents|villagers|town|city|region|province) of (${NAME})|\\b(?:fled|fleeing|escaped) (${NAME})`,
  'gu',
);
/** A capitalised word right before, other than one that opens a sentence. */
const PART_OF_NAME =
  /(?<!\p{L})(?!(?:The|In|On|At|From|Of|Near|And|But|Although|When|While) )\p{Lu}[\p{L}-]+ $/u;
const LEADING = /^(?:The|A|An|In|On|At|From|Of|Near|And|But|Although|When|While) /u;
/** "VELIN (Northline) –" at the head of a paragraph. */
const DATELINE =
  /^[ \t]*(?:\p{Lu}[\p{L}.' -]{1,40}(?:, [^\n(–—]{1,30})? )?\([^)\n]{2,40}\) ?[–—-]|^[ \t]*\p{Lu}{3,}[\p{Lu} ,.]*[–—]/gmu;
/** A place counts this often where the text opens, and where it stands as a location. */
const OPENING_WEIGHT = 2;
const OPENING = 240;

function bare(name: string): string {
  return name.replace(LEADING, '');
}

function containments(text: string): PlaceWithin[] {
  const found = new Map<string, PlaceWithin>();
  for (const { pattern, part, whole } of WITHIN) {
    for (const match of text.matchAll(pattern)) {
      const name = bare(match[part] ?? '');
      const within = bare(match[whole] ?? '');
      if (name === '' || within === '' || name === within || found.has(name)) continue;
      found.set(name, { name, within });
    }
  }
  return [...found.values()];
}

/** "Russian" in "the Russian republic": says whose place it is and is no place. */
function isAdjective(name: string): boolean {
  return (ADJECTIVES.get(name.toLowerCase()) ?? []).some(({ words }) => words.length === 1);
}

interface Tally {
  weight: number;
  first: number;
}

function noted(tallies: Map<string, Tally>, name: string, at: number): void {
  const weight = at < OPENING ? OPENING_WEIGHT : 1;
  const tally = tallies.get(name);
  if (tally === undefined) tallies.set(name, { weight, first: at });
  else {
    tally.weight += weight;
    tally.first = Math.min(tally.first, at);
  }
}

/** Names of unlisted places, wherever they stand alone ("Kessar's mills"), not inside a longer name ("Upper Kessar"). */
function countNames(text: string, names: ReadonlySet<string>, tallies: Map<string, Tally>): void {
  for (const name of names) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      const before = text.slice(Math.max(0, at - 24), at);
      const after = text.slice(at + name.length, at + name.length + 2);
      if (/[\p{L}-]$/u.test(before) || /^[\p{L}-]/u.test(after) || /^ \p{Lu}/u.test(after)) continue;
      if (PART_OF_NAME.test(before)) continue;
      noted(tallies, name, at);
    }
  }
}

function tallyOf(text: string, within: readonly PlaceWithin[]): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  const unlisted = new Set<string>();
  for (const place of placesIn(text)) {
    if (place.kind === 'wide') continue;
    if (place.kind === 'unlisted') unlisted.add(place.name);
    else noted(tallies, place.name, place.start);
  }
  for (const pattern of [BY_TYPE, BY_OFFICE])
    for (const match of text.matchAll(pattern)) unlisted.add(bare(match[1] ?? match[2] ?? ''));
  for (const { name, within: whole } of within) {
    unlisted.add(name);
    unlisted.add(whole);
  }
  for (const name of unlisted) {
    if (name === '' || tallies.has(name) || isAdjective(name)) unlisted.delete(name);
  }
  countNames(text, unlisted, tallies);
  return tallies;
}

/** A whole comes behind its part unless the text speaks of it far more often. */
const FAR_MORE = 4;

/**
 * Reads which places a text names and how they lie to each other.
 *
 * @example
 * documentPlacesOf("Three died in Ostrana's Kessar region."); // { main: 'Kessar', within: [{ name: 'Kessar', within: 'Ostrana' }] }
 */
export function documentPlacesOf(text: string): DocumentPlaces {
  const within = containments(text);
  const tallies = tallyOf(
    text.replace(DATELINE, (line) => ' '.repeat(line.length)),
    within,
  );
  let best: string | null = null;
  const beats = (name: string, tally: Tally, other: string): boolean => {
    const rival = tallies.get(other);
    if (rival === undefined) return true;
    if (within.some((pair) => pair.name === name && pair.within === other))
      return tally.weight * FAR_MORE >= rival.weight;
    if (within.some((pair) => pair.name === other && pair.within === name))
      return rival.weight * FAR_MORE < tally.weight;
    return tally.weight > rival.weight || (tally.weight === rival.weight && tally.first < rival.first);
  };
  for (const [name, tally] of tallies) if (best === null || beats(name, tally, best)) best = name;
  return { main: best, within };
}
