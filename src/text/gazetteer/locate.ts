/**
 * Puts the place names of a text to the gazetteer. No guess: a name that may mean several places, that no list has, or that
 * the text also uses for a person stays as written, with the reason.
 */
import { sayReason } from '../../record/reason.ts';
import { PLACE_REASONS } from '../../record/reasons/place-reasons.ts';
import { isAllCapitals, wordsIn } from '../words.ts';
import { type Choice, choosePlace, placeWords } from './choose-place.ts';
import { containerOf } from './container.ts';
import { foldPlace } from './fold-place.ts';
import { ADJECTIVES, type ListedPlace, PLACES } from './lists.ts';
import type { KnownPlace, LocatedName } from './located-place.ts';
import type { Gazetteer, Meanings, WorldPlace } from './place-file.ts';
import { type PlaceUse, placeUses } from './place-mentions.ts';
import { precisionOf } from './precision.ts';
import { countryCode, type StatedCountries, statedCountries } from './stated-areas.ts';

/** Words in capitals behind a place that do not belong to its name. */
const NOT_NAME =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:january|february|march|april|may|june|july|august|september|october|november|december|president|prime|minister|general|mr|mrs|ms|dr|police|army|governor|mayor)$/i;
/** Capitalised words after "in" that are no places, whatever a list says. */
const NO_PLACE =
  /^(?:english|french|german|arabic|spanish|russian|islam|parliament|congress|facebook|twitter|telegram|instagram|central|northern|southern|eastern|western|north|south|east|west|god|general|media|independence|freedom|liberty|mission|union|police|army|court|justice|interior|defen[cs]e|victory|reading|nice|mobile|male|bath|of|may|(?:sun|mon|tues|wednes|thurs|fri|satur)day|january|february|march|april|june|july|august|september|october|november|december|mr|mrs|ms|dr|state|senate|house|republican|democratic|democrats?|republicans|american|african|european|gop|nato)$/;
const PLAIN_START =
  /^(?:the|in|on|at|from|of|near|and|but|although|when|while|after|before|since|as|for|to|with|by|says?|said)$/i;

interface Finding {
  readonly use: PlaceUse;
  readonly meanings: Meanings;
}

/** The place of the project's own list that goes by that name. */
function listedPlace(name: string): ListedPlace | null {
  const low = name.toLowerCase();
  const entries = PLACES.get(low.split(' ')[0] ?? '') ?? [];
  return entries.find(({ spelling }) => spelling.toLowerCase() === low)?.entry ?? null;
}

/** The longest beginning of the name that is listed and behind which only words of no name stand. */
function listed(gazetteer: Gazetteer, use: PlaceUse, capitals: boolean): Finding | null {
  const words = use.name.split(' ');
  for (let count = words.length; count > 0; count -= 1) {
    const next = words[count];
    if (next !== undefined && !capitals && !NOT_NAME.test(next)) return null;
    const name = words.slice(0, count).join(' ');
    const state = listedPlace(name);
    const meanings = gazetteer.find(foldPlace(state?.kind === 'state' ? state.name : name));
    if (meanings === null) continue;
    if (capitals && count < words.length && name.length < 5) continue;
    return { use: { ...use, name, end: use.start + name.length }, meanings };
  }
  return null;
}

/** "Maria Salem" somewhere in the text: "Salem" names a person there. */
function alsoPerson(text: string, name: string): boolean {
  if (name.includes(' ')) return false;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    if (/^[\p{L}-]/u.test(text.slice(at + name.length, at + name.length + 1))) continue;
    const before = /(\p{Lu}[\p{L}.’'-]*) $/u.exec(text.slice(Math.max(0, at - 20), at))?.[1];
    if (
      before !== undefined &&
      !PLAIN_START.test(before) &&
      !/-\p{Ll}/u.test(before) &&
      !ADJECTIVES.has(before.toLowerCase()) &&
      !/^(?:North|South|East|West|New|Old|Upper|Lower|Greater|Port|Fort|Lake|Mount|City|Province|Region)$/.test(
        before,
      )
    )
      return true;
  }
  return false;
}

/** "bank" somewhere in the text: "Bank" may be no town there. */
function alsoWord(text: string, name: string): boolean {
  const low = name.toLowerCase();
  if (low === name) return false;
  for (let at = text.indexOf(low); at >= 0; at = text.indexOf(low, at + low.length))
    if (
      !/[\p{L}-]/u.test(text.slice(Math.max(0, at - 1), at)) &&
      !/^[\p{L}-]/u.test(text.slice(at + low.length, at + low.length + 1))
    )
      return true;
  return false;
}

function known(gazetteer: Gazetteer, place: WorldPlace): KnownPlace {
  const { name, rank, country, latitude, longitude } = place;
  const region = place.region === null || rank === 'region' ? null : gazetteer.regionName(place.region);
  return { name, rank, country, region, latitude, longitude };
}

interface Reading {
  readonly gazetteer: Gazetteer;
  readonly text: string;
  readonly stated: StatedCountries;
  readonly capitals: boolean;
}

/** A town does not say by its own name in which country it lies. */
function elsewhere(stated: StatedCountries, name: string): StatedCountries {
  const folded = foldPlace(name);
  return new Map([...stated].filter(([, { words, itself }]) => itself || foldPlace(words) !== folded));
}

function choiceFor({ gazetteer, text, stated }: Reading, { use, meanings }: Finding): Choice {
  const liesIn = (code: string): boolean =>
    meanings.places.some(({ place }) => place.rank === 'city' && place.region === code);
  const container = containerOf(gazetteer, text, { start: use.start, end: use.end, liesIn });
  const state = listedPlace(use.name)?.state ?? null;
  const around = {
    container,
    stated: elsewhere(stated, use.name),
    type: use.type,
    sure: use.sure,
    listed: state === null ? null : countryCode(gazetteer, state),
  };
  const choice = choosePlace(meanings, around);
  const told = use.type !== null || container !== null || choice.place?.rank === 'country';
  if (choice.place === null || told) return choice;
  if (alsoWord(text, use.name))
    return { place: null, because: PLACE_REASONS.alsoWord, rivals: [choice.place] };
  if (!alsoPerson(text, use.name)) return choice;
  return { place: null, because: PLACE_REASONS.alsoPerson, rivals: [choice.place] };
}

function located(reading: Reading, finding: Finding): LocatedName {
  const { gazetteer } = reading;
  const { name, start, end, lead } = finding.use;
  const choice = choiceFor(reading, finding);
  if (choice.place === null)
    return {
      named: name,
      start,
      end,
      place: null,
      precision: null,
      because: choice.because,
      candidates: choice.rivals.slice(0, 8).map((place) => placeWords(gazetteer, place)),
    };
  const region = choice.twin && !/^(?:near|outside|around)$/.test(lead);
  return {
    named: name,
    start,
    end,
    place: known(gazetteer, choice.place),
    precision: precisionOf(region ? 'region' : choice.place.rank, lead),
    because: region ? sayReason(PLACE_REASONS.regionToo, choice) : choice.because,
    candidates: [],
  };
}

function unlisted({ name, start, end }: PlaceUse): LocatedName {
  return {
    named: name,
    start,
    end,
    place: null,
    precision: null,
    because: PLACE_REASONS.notListed,
    candidates: [],
  };
}

/** A name that no list has is worth a line where the words leave no doubt that a place is meant. */
function tellsPlace({ name, lead, type }: PlaceUse): boolean {
  const place = type !== null || /^(?:in|near|outside|around|inside)$/.test(lead);
  return place && name.length > 2 && !/^[\p{Lu}.]+$/u.test(name) && !ADJECTIVES.has(name.toLowerCase());
}

function wide(use: PlaceUse): LocatedName {
  return {
    ...unlisted(use),
    precision: { scheme: 'ucdp-where-prec', code: '5' },
    because: PLACE_REASONS.wide,
  };
}

function nameOf(reading: Reading, use: PlaceUse): LocatedName | null {
  const own = listedPlace(use.name);
  if (own?.kind === 'wide') return wide(use);
  if (own === null && NO_PLACE.test(use.name.toLowerCase())) return null;
  const finding = listed(reading.gazetteer, use, reading.capitals);
  const place = finding === null ? unlisted(use) : located(reading, finding);
  if (place.place !== null) return place;
  if (reading.capitals || !use.sure) return null;
  return finding !== null || tellsPlace(use) ? place : null;
}

/**
 * The place names of a text with what they mean, in order. A name after "to" or "of" comes in only when it is known.
 *
 * @param outlet who publishes, whose name may state a country; null when unknown
 * @example
 * locatePlaces(gazetteer, 'Two died in Tripoli, Lebanon.', null)[0]?.place?.country; // 'LB'
 */
export function locatePlaces(gazetteer: Gazetteer, text: string, outlet: string | null): LocatedName[] {
  const capitals = isAllCapitals(text);
  const stated = statedCountries(gazetteer, text, wordsIn(text), outlet);
  const reading = { gazetteer, text, stated, capitals };
  const found: LocatedName[] = [];
  for (const use of placeUses(text, capitals)) {
    if ((found.at(-1)?.end ?? 0) > use.start) continue;
    const name = nameOf(reading, use);
    if (name !== null) found.push(name);
  }
  return found;
}
