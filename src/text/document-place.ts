/** The place a text is about: the one it names most often, the earlier on a tie. A hint for scopes, no location of acts. */
import { placesIn } from './gazetteer.ts';

/**
 * The place named most often, countries behind their regions; null when none is named.
 *
 * @example
 * documentPlaceOf('Chechnya … Chechnya … Russia'); // 'Chechnya'
 */
export function documentPlaceOf(text: string): string | null {
  const counts = new Map<string, number>();
  for (const place of placesIn(text)) {
    if (place.kind === 'wide') continue;
    counts.set(place.name, (counts.get(place.name) ?? 0) + 1);
  }
  let best: string | null = null;
  for (const [name, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = name;
  return best;
}
