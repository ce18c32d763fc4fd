/**
 * Which of the places that bear a name is meant: by the area that the words beside it give, else by the countries that the
 * text speaks of, else only a very large place that no other rivals. Where that leaves two, none is taken.
 */
import { sayReason } from '../../record/reason.ts';
import { PLACE_REASONS } from '../../record/reasons/place-reasons.ts';
import type { Container } from './container.ts';
import type { Gazetteer, Meanings, WorldPlace } from './place-file.ts';
import type { StatedCountries } from './stated-areas.ts';

/** A place and the reason; or no place, the reason, and what it might have been. */
export type Choice =
  | { readonly place: WorldPlace; readonly because: string; readonly twin: boolean }
  | { readonly place: null; readonly because: string; readonly rivals: readonly WorldPlace[] };

/** What is known around a name. */
export interface Surroundings {
  readonly container: Container | null;
  readonly stated: StatedCountries;
  /** The kind of place that the text says it is; null when it does not. */
  readonly type: string | null;
  /** The preposition says that it is a place. */
  readonly sure: boolean;
  /** The country in which the project's own list of places has the name; null when it has it not, or in none. */
  readonly listed: string | null;
}

/** A place rivals another unless it has less than a tenth of its people. */
const RIVAL = 10;
/** Persons: a place as large as this is meant when a report names it without its country, if it has no rival. */
const WORLD_CITY = 1_000_000;
/** Persons: smaller towns of that name in the same country do not rival a place as large as this. */
const TOWN_PROOF = 100_000;

const REGION =
  /^(?:province|region|oblast|krai|governorate|prefecture|department|republic|state|county|district)$/;
const TOWN = /^(?:city|town|village|suburb|port|settlement|hamlet|capital|municipality|camp)$/;

function fits(place: WorldPlace, main: boolean, type: string | null): boolean {
  if (type !== null && REGION.test(type))
    return place.rank === 'region' || (type === 'republic' && place.rank === 'country');
  if (type !== null && TOWN.test(type)) return place.rank === 'city';
  return place.rank !== 'region' || main;
}

function size(place: WorldPlace): number {
  return place.population ?? 0;
}

/** Largest first; other spellings of one place count less than main names of another. */
function ranked(meanings: Meanings, type: string | null): WorldPlace[] {
  const fitting = meanings.places.filter(({ place, main }) => fits(place, main, type));
  const regions = fitting
    .filter(({ place, main }) => place.rank === 'region' && main)
    .map(({ place }) => place.country);
  const largest = Math.max(0, ...fitting.filter(({ main }) => main).map(({ place }) => size(place)));
  return fitting
    .filter(
      ({ place, main }) =>
        main || ((size(place) > largest || largest === 0) && !regions.includes(place.country)),
    )
    .map(({ place }) => place)
    .sort((a, b) => size(b) - size(a));
}

/** A city and the region around it that bears its name are one answer: the city, known as exactly as the region. */
function withoutTwins(places: readonly WorldPlace[]): {
  readonly places: WorldPlace[];
  readonly twins: Set<WorldPlace>;
} {
  const twins = new Set<WorldPlace>();
  const kept = places.filter((place) => {
    if (place.rank !== 'region') return true;
    const city = places.find(
      (other) =>
        other.rank === 'city' &&
        (other.region === place.region || (other.capital && other.country === place.country)),
    );
    if (city !== undefined) twins.add(city);
    return city === undefined;
  });
  return { places: kept, twins };
}

/** Degrees: the gazetteer has some towns twice. */
const SAME_SPOT = 0.5;

function sameSpot(a: WorldPlace, b: WorldPlace): boolean {
  if (a.country !== b.country || a.latitude === null || b.latitude === null) return false;
  const east = Math.abs((a.longitude ?? 0) - (b.longitude ?? 0));
  return Math.abs(a.latitude - b.latitude) < SAME_SPOT && east < SAME_SPOT;
}

function decide(places: readonly WorldPlace[], smaller: boolean, because: string): Choice {
  const { places: kept, twins } = withoutTwins(places);
  const country = kept.find(({ rank }) => rank === 'country');
  if (country !== undefined) return { place: country, because, twin: false };
  const [first] = kept;
  const second = kept.find((place) => first !== undefined && place !== first && !sameSpot(place, first));
  if (first === undefined) return { place: null, because: PLACE_REASONS.noneFits, rivals: [] };
  if (
    second !== undefined &&
    (first.rank === 'region' || second.rank === 'region' || size(first) < RIVAL * size(second))
  )
    return { place: null, because: PLACE_REASONS.several, rivals: kept };
  if (smaller && first.rank === 'city' && size(first) < TOWN_PROOF)
    return { place: null, because: PLACE_REASONS.smallerTowns, rivals: kept };
  return { place: first, because, twin: twins.has(first) };
}

function inContainer(meanings: Meanings, places: readonly WorldPlace[], container: Container): Choice {
  const { kind, words } = container;
  if (kind === 'unknown')
    return { place: null, because: sayReason(PLACE_REASONS.containerUnknown, { words }), rivals: [] };
  const inside = places.filter((place) =>
    kind === 'country'
      ? place.country === container.code && place.rank !== 'country'
      : place.region === container.code && place.rank === 'city',
  );
  if (inside.length === 0)
    return {
      place: null,
      because: sayReason(PLACE_REASONS.notInContainer, { words }),
      rivals: [],
    };
  return decide(
    inside,
    kind === 'country' && meanings.smaller.has(container.code),
    sayReason(PLACE_REASONS.inContainer, { words }),
  );
}

function byStated(meanings: Meanings, places: readonly WorldPlace[], stated: StatedCountries): Choice | null {
  const inside = places.filter(({ country }) => stated.has(country));
  if (inside.length === 0) return null;
  const outside = places.filter(({ country }) => !stated.has(country));
  const [top, rival] = [inside[0], outside[0]];
  if (top !== undefined && rival !== undefined && size(rival) > Math.max(RIVAL * size(top), WORLD_CITY))
    return {
      place: null,
      because: PLACE_REASONS.largerElsewhere,
      rivals: places,
    };
  const smaller = [...meanings.smaller].some((code) => stated.has(code));
  const words = stated.get(inside[0]?.country ?? '')?.words ?? '';
  return decide(inside, smaller, sayReason(PLACE_REASONS.speaksOfCountry, { words }));
}

function byFame(meanings: Meanings, places: readonly WorldPlace[], { stated, listed }: Surroundings): Choice {
  const [first, second] = places.filter(({ rank }) => rank === 'city');
  const famous =
    first !== undefined &&
    (listed === null ? size(first) >= WORLD_CITY : listed === first.country) &&
    (second === undefined || size(first) >= RIVAL * size(second));
  if (!famous || [...meanings.smaller].some((code) => stated.has(code) && code !== first.country))
    return { place: null, because: PLACE_REASONS.noCountry, rivals: places };
  return decide(places, false, PLACE_REASONS.onlyLarge);
}

/**
 * Chooses the place that a name means.
 *
 * @example
 * choosePlace(meanings, { container: null, stated: new Map(), type: null, sure: true, listed: null }).place; // null for "Tripoli"
 */
export function choosePlace(meanings: Meanings, around: Surroundings): Choice {
  const { container, stated, type, sure } = around;
  const places = ranked(meanings, type);
  if (places.length === 0) return { place: null, because: PLACE_REASONS.noneFitsWord, rivals: [] };
  if (container !== null) return inContainer(meanings, places, container);
  const country = places.find(({ rank }) => rank === 'country');
  if (country !== undefined) return ofCountry(country, places, stated);
  return (
    byStated(meanings, places, stated) ??
    (sure
      ? byFame(meanings, places, around)
      : { place: null, because: PLACE_REASONS.nothingSays, rivals: places })
  );
}

/** "Georgia" in a text about the United States may be either. */
function ofCountry(country: WorldPlace, places: readonly WorldPlace[], stated: StatedCountries): Choice {
  const rivals = places.filter((place) => place.country !== country.country && stated.has(place.country));
  return rivals.length > 0
    ? {
        place: null,
        because: PLACE_REASONS.countryOrPlace,
        rivals: [country, ...rivals],
      }
    : { place: country, because: PLACE_REASONS.country, twin: false };
}

/**
 * A place in words: "Tripoli, Lebanon".
 *
 * @example
 * placeWords(gazetteer, place); // 'Aleppo, Syria'
 */
export function placeWords(gazetteer: Gazetteer, place: WorldPlace): string {
  const country = gazetteer.countryName(place.country) ?? place.country;
  const region = place.region === null || place.rank === 'region' ? null : gazetteer.regionName(place.region);
  if (place.rank === 'country') return place.name;
  return region === null || region === place.name
    ? `${place.name}, ${country}`
    : `${place.name}, ${region}, ${country}`;
}
