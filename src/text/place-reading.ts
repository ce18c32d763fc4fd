/** Adds to a reading what the gazetteer makes of its place names. A proposal: nothing here moves a claim to another place. */
import { locatePlaces } from './gazetteer/locate.ts';
import type { LocatedName } from './gazetteer/located-place.ts';
import type { Gazetteer } from './gazetteer/place-file.ts';
import { codePointsOf } from './positions.ts';
import type { ReadInput, Reading } from './proposed-claim.ts';

/**
 * Which of the places named in a text lie in which, as the gazetteer has it: only between names that the text itself uses,
 * and the narrowest whole for each part.
 *
 * @example
 * withinNamed([grozny, chechnya, russia]); // [{ name: 'Grozny', within: 'Chechnya' }, { name: 'Chechnya', within: 'Russia' }]
 */
export function withinNamed(
  names: readonly LocatedName[],
): { readonly name: string; readonly within: string }[] {
  const found = new Map<string, string>();
  const wholes = names.filter(({ place }) => place !== null && place.rank !== 'city');
  for (const { named, place } of names) {
    if (place === null || place.rank === 'country' || found.has(named)) continue;
    const region = wholes.find(
      (whole) =>
        whole.place?.rank === 'region' &&
        place.rank === 'city' &&
        whole.place.country === place.country &&
        whole.place.name === place.region,
    );
    const country = wholes.find(
      (whole) => whole.place?.rank === 'country' && whole.place.country === place.country,
    );
    const whole = region ?? country;
    if (whole !== undefined && whole.named !== named) found.set(named, whole.named);
  }
  return [...found].map(([name, within]) => ({ name, within }));
}

/**
 * The reading with its places located. English only: the rules for where a name is a place are English.
 *
 * @example
 * withPlaces(reading, input, gazetteer).located?.[0]?.place?.country; // 'SY'
 */
export function withPlaces(reading: Reading, input: ReadInput, gazetteer: Gazetteer): Reading {
  if (reading.language !== 'en') return reading;
  const names = locatePlaces(gazetteer, input.text, input.outlet);
  if (names.length === 0) return reading;
  const points = codePointsOf(input.text);
  const told = reading.places ?? [];
  const known = withinNamed(names).filter(({ name }) => !told.some((pair) => pair.name === name));
  const places = [...told, ...known];
  return {
    ...reading,
    ...(places.length > 0 ? { places } : {}),
    located: names.map(({ start, end, ...rest }) => ({ ...rest, span: points(start, end) })),
  };
}
