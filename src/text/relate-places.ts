/**
 * How two wordings of a place lie to each other by the gazetteer, where that is certain. A wording may mean several places
 * ("Aleppo" the town and the province, "Tripoli" of two countries, a small town that is not listed); an answer is given only
 * when it is the same for all of them. "Tripoli, Lebanon" means those in Lebanon.
 */
import { foldPlace } from './gazetteer/fold-place.ts';
import { type Gazetteer, openGazetteer, type WorldPlace } from './gazetteer/place-file.ts';

/** `inside`: the first lies in the second; `holds`: the other way; `apart`: they share no ground; `unknown`: not certain. */
export type PlaceRelation = 'same' | 'inside' | 'holds' | 'apart' | 'unknown';

/** What matters of a place that a wording may mean. */
type Meant = Pick<WorldPlace, 'rank' | 'country' | 'region' | 'latitude' | 'longitude'>;

/**
 * Relates wordings by the gazetteer.
 *
 * @param bytes of models/places-1.bin
 * @example
 * const relate = relatePlaces(bytes);
 * relate('Aleppo', 'Syria'); // 'inside'
 */
export function relatePlaces(bytes: Uint8Array): (a: string, b: string) => PlaceRelation {
  const gazetteer = openGazetteer(bytes);
  const known = new Map<string, readonly Meant[]>();
  const find = (wording: string): readonly Meant[] => {
    const found = known.get(wording) ?? meantBy(gazetteer, wording);
    known.set(wording, found);
    return found;
  };
  return (a, b) => agreed(find(a), find(b));
}

/** The one relation of all places that one wording may mean to all that the other may. */
function agreed(left: readonly Meant[], right: readonly Meant[]): PlaceRelation {
  const found = new Set(left.flatMap((a) => right.map((b) => relationOf(a, b))));
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : 'unknown';
}

/** Every place that a wording can mean; empty when it is not listed, or when an area that it names is not certain. */
function meantBy(gazetteer: Gazetteer, wording: string): readonly Meant[] {
  const [name = '', ...areas] = wording.split(',').map((part) => part.trim());
  const meanings = gazetteer.find(foldPlace(name));
  if (meanings === null) return [];
  const isCountry = meanings.places.some(({ place }) => place.rank === 'country');
  // Whoever writes "Russia" does not mean a village of that name; a region or a town of it is listed.
  const smaller = (isCountry ? [] : [...meanings.smaller]).map(
    (country): Meant => ({ rank: 'city', country, region: null, latitude: null, longitude: null }),
  );
  let meant: readonly Meant[] = [...meanings.places.map(({ place }) => place), ...smaller];
  if (areas.length === 0) return meant;
  const holders = meantBy(gazetteer, areas.join(', '));
  if (holders.length === 0) return [];
  meant = meant.filter((place) => holders.some((holder) => relationOf(place, holder) !== 'apart'));
  return meant.filter((place) => holders.every((holder) => relationOf(place, holder) !== 'holds'));
}

function relationOf(a: Meant, b: Meant): PlaceRelation {
  if (a.country !== b.country) return 'apart';
  if (a.rank === 'country' || b.rank === 'country') {
    if (a.rank === b.rank) return 'same';
    return a.rank === 'country' ? 'holds' : 'inside';
  }
  if (a.region === null || b.region === null) return 'unknown';
  if (a.region !== b.region) return 'apart';
  if (a.rank !== b.rank) return a.rank === 'region' ? 'holds' : 'inside';
  return a.rank === 'region' || (a.latitude === b.latitude && a.longitude === b.longitude) ? 'same' : 'apart';
}
