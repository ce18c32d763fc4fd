/**
 * In which country or region the words right around a place name put it: "Tripoli, Lebanon", "Homs in central Syria",
 * "the Syrian city of Hama", "Nigeria's Kano". Only what is written there; "Russian-held Kherson" puts nothing in Russia.
 */
import { foldPlace } from './fold-place.ts';
import { ADJECTIVES, PLACES } from './lists.ts';
import type { Gazetteer } from './place-file.ts';
import { countryCode } from './stated-areas.ts';

/** An area that the words name; `unknown`: they name one that no list has. */
export type Container =
  | { readonly kind: 'country' | 'region'; readonly code: string; readonly words: string }
  | { readonly kind: 'unknown'; readonly words: string };

const NAME = String.raw`\p{Lu}[\p{L}\p{M}'’]*(?:(?:[ -]|-(?:\p{Ll}+)-| (?:de|del|la|al|el|and|of) )\p{Lu}[\p{L}\p{M}'’]*){0,3}`;
const SETTING = String.raw`(?:(?:the|an?|\p{Ll}+|south|north|east|west)(?:-\p{Ll}+)?[ -]){0,3}`;
const AREA = 'region|province|district|county|oblast|republic|governorate|prefecture|department|state';
const SPOT = 'town|village|city|district|suburb|port|settlement|hamlet|municipality|capital|camp|island';
const BEHIND = new RegExp(
  `(?:,? (?:in|of) ${SETTING}|, (?:an?|the) (?:[\\p{Ll}-]+ ){0,3}(?:${SPOT}|${AREA}) (?:in|of|on) ${SETTING}| \\(|, (?:in )?(?:the )?)(${NAME})(?: (${AREA})\\b)?`,
  'uy',
);
const BEFORE_OWNER = new RegExp(
  `(${NAME})['’]s (?:[\\p{Ll}-]+ ){0,3}(?:(?:${SPOT}|${AREA}) of (?:the )?)?$`,
  'u',
);
const BEFORE_ADJECTIVE = new RegExp(`(${NAME}) (?:[\\p{Ll}-]+ ){0,3}(?:${SPOT}|${AREA}) of (?:the )?$`, 'u');

/** Whether a place that the name may mean lies in a region. */
type LiesIn = (region: string) => boolean;

function areaOf(gazetteer: Gazetteer, name: string, typed: boolean, liesIn: LiesIn): Container | null {
  const low = name.toLowerCase();
  const listed = PLACES.get(low.split(' ')[0] ?? '')?.find(
    ({ spelling }) => spelling.toLowerCase() === low,
  )?.entry;
  if (listed?.kind === 'state') {
    const code = countryCode(gazetteer, listed.name);
    return code === null ? null : { kind: 'country', code, words: name };
  }
  const meanings = gazetteer.find(foldPlace(name))?.places ?? [];
  const country = meanings.find(({ place }) => place.rank === 'country');
  if (country !== undefined) return { kind: 'country', code: country.place.country, words: name };
  const city = meanings.some(({ place, main }) => place.rank === 'city' && main);
  const regions = meanings
    .filter(({ place, main }) => place.rank === 'region' && (main || typed))
    .flatMap(({ place }) => place.region ?? []);
  const holding = regions.filter(liesIn);
  const [code] = holding.length > 0 ? holding : regions;
  if (code === undefined || (holding.length !== 1 && (regions.length > 1 || (city && !typed)))) return null;
  return { kind: 'region', code, words: name };
}

function adjectiveOf(gazetteer: Gazetteer, name: string): Container | null {
  const word = name.split(' ').at(-1) ?? '';
  const entry = (ADJECTIVES.get(word.toLowerCase()) ?? []).find(({ words }) => words.length === 1)?.entry;
  const code = entry === undefined || entry.kind !== 'state' ? null : countryCode(gazetteer, entry.name);
  return code === null ? null : { kind: 'country', code, words: word };
}

/** "Aleppo, Homs and Idlib" is a list; "Aleppo, Syria." is a place in another. */
function behind(gazetteer: Gazetteer, text: string, end: number, liesIn: LiesIn): Container | null {
  BEHIND.lastIndex = end;
  const match = BEHIND.exec(text);
  const name = match?.[1];
  if (match === null || name === undefined) return null;
  const area = areaOf(gazetteer, name, match[2] !== undefined, liesIn);
  if (area !== null) return area;
  const apposed = new RegExp(`, (?:an?|the) .*(?:${SPOT}|${AREA}) (?:in|of) `, 'u').test(match[0]);
  return apposed ? { kind: 'unknown', words: name } : null;
}

/**
 * The area in which the words around a place name put it; null when they put it nowhere.
 *
 * @param start UTF-16 code units of the name, 0-based
 * @param end exclusive
 * @param liesIn whether a place of that name lies in a region of that code
 * @example
 * containerOf(gazetteer, 'in Tripoli, Lebanon.', { start: 3, end: 10, liesIn: () => false })?.words; // 'Lebanon'
 */
export function containerOf(
  gazetteer: Gazetteer,
  text: string,
  { start, end, liesIn }: { readonly start: number; readonly end: number; readonly liesIn: LiesIn },
): Container | null {
  const after = behind(gazetteer, text, end, liesIn);
  if (after !== null) return after;
  const before = text.slice(Math.max(0, start - 70), start);
  const owner = BEFORE_OWNER.exec(before)?.[1];
  if (owner !== undefined) {
    const area =
      areaOf(gazetteer, owner.split(' ').at(-1) ?? '', true, liesIn) ??
      areaOf(gazetteer, owner, true, liesIn);
    return area ?? { kind: 'unknown', words: owner };
  }
  const adjective = BEFORE_ADJECTIVE.exec(before)?.[1];
  return adjective === undefined ? null : adjectiveOf(gazetteer, adjective);
}
