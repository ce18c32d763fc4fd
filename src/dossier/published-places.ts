/**
 * Places that a person put on record and that a published proposition or claim names: where they lie, how exactly that is known,
 * and by which published words. Who runs a site, and every word that only the vault has, stays there.
 */
import { foldWords } from '../reckon/fold-words.ts';
import type { Coded } from '../record/coded.ts';
import type { PlaceId } from '../record/id.ts';
import type { Place, PlaceKind } from '../record/place.ts';
import type { RecordSnapshot } from '../record/snapshot.ts';

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
  /** As published propositions and claims word it; never empty. */
  readonly wordings: readonly string[];
}

/** A prison, a house, a meeting place: where it lies exactly is for people to tell, never for a publication to carry along. */
const EXACT_SPOTS: ReadonlySet<PlaceKind> = new Set(['point', 'site']);
const NOWHERE = { latitude: null, longitude: null } as const;

/** What makes two wordings one: their words without case, accents and articles, area by area. */
function wordingKey(wording: string): string {
  return wording
    .split(',')
    .map((part) => foldWords(part).join(' '))
    .filter((part) => part !== '')
    .join(', ');
}

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
  return places.flatMap(({ place, wordings }) => {
    const said = [...new Set(wordings.flatMap((wording) => [...(words.get(wordingKey(wording)) ?? [])]))];
    if (said.length === 0) return [];
    const { id, kind, precision } = place;
    const { latitude, longitude } = EXACT_SPOTS.has(kind) ? NOWHERE : place;
    return [{ id, kind, latitude, longitude, precision, wordings: said }];
  });
}
