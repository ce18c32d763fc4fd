/**
 * Places that a person put on record and that a published proposition or claim names: where they lie, how exactly that is known,
 * and by which published words. Who runs a site, and every word that only the vault has, stays there.
 */
import type { Coded } from '../record/coded.ts';
import type { PlaceId } from '../record/id.ts';
import type { Place, PlaceKind } from '../record/place.ts';
import type { RecordSnapshot } from '../record/snapshot.ts';
import { wordingKey } from './wording-key.ts';

/** A place on record with the words of sources that mean it. */
export interface RecordedPlace {
  readonly place: Place;
  readonly wordings: readonly string[];
}

export interface PublishedPlace {
  readonly id: PlaceId;
  readonly kind: PlaceKind;
  /** WGS 84 degrees; null when not known, and always for a point or a site. */
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly precision: Coded | null;
  /** ISO 3166-1 alpha-2, of a country alone: its shape is drawn. Null for all else. */
  readonly country: string | null;
  /** The place that it lies in; null when not said or not published. */
  readonly partOf: PlaceId | null;
  /** As published propositions and claims word it; never empty. */
  readonly wordings: readonly string[];
}

/** The key of a place's ids for a country. */
const COUNTRY_ID = 'iso-3166-1';

/** A prison, a house, a meeting place: where it lies exactly is for people to tell, never for a publication to carry along. */
const EXACT_SPOTS: ReadonlySet<PlaceKind> = new Set(['point', 'site']);
const NOWHERE = { latitude: null, longitude: null } as const;

/**
 * Takes the places that may be published.
 *
 * @param record the released record: only its words come out
 * @example
 * publishedPlaces(places, view.record)[0]?.wordings; // ['Kessar']
 */
export function publishedPlaces(
  places: readonly RecordedPlace[],
  { propositions, claims }: Pick<RecordSnapshot, 'propositions' | 'claims'>,
): readonly PublishedPlace[] {
  if (places.length === 0) return [];
  const words = new Map<string, Set<string>>();
  const note = (wording: string | null): void => {
    if (wording === null) return;
    const key = wordingKey(wording);
    words.set(key, (words.get(key) ?? new Set()).add(wording));
  };
  for (const { scope } of propositions.values()) note(scope.place);
  for (const { where } of claims.values()) note(where);
  const shown = places.flatMap(({ place, wordings }) => {
    const said = [...new Set(wordings.flatMap((wording) => [...(words.get(wordingKey(wording)) ?? [])]))];
    if (said.length === 0) return [];
    const { id, kind, precision, partOf } = place;
    const { latitude, longitude } = EXACT_SPOTS.has(kind) ? NOWHERE : place;
    const country = kind === 'country' ? (place.ids[COUNTRY_ID] ?? null) : null;
    return [{ id, kind, latitude, longitude, precision, country, partOf, wordings: said }];
  });
  const ids = new Set(shown.map(({ id }) => id));
  return shown.map((one) => (one.partOf === null || ids.has(one.partOf) ? one : { ...one, partOf: null }));
}
