/**
 * Places that persons put on record: for each what its last entry says. The log holds them and no table does; persons make
 * them one by one, so there are few.
 */
import { foldWords } from '../../reckon/fold-words.ts';
import type { PlaceId } from '../../record/id.ts';
import type { Place } from '../../record/place.ts';
import type { Desk } from '../desk.ts';

export interface HeldPlace {
  readonly place: Place;
  /** As sources word it. A wording that a later place took over is left out. */
  readonly wordings: readonly string[];
  readonly reason: string;
  readonly by: string;
  /** ISO 8601 instant, UTC. */
  readonly at: string;
}

/**
 * What makes two wordings one: their words without case, accents, "the" and the like, area by area. Empty for no words.
 *
 * @example
 * wordingKey('Velt, the Kessar region'); // 'velt, kessar region'
 */
export function wordingKey(wording: string): string {
  return wording
    .split(',')
    .map((part) => foldWords(part).join(' '))
    .filter((part) => part !== '')
    .join(', ');
}

/**
 * Reads them, oldest first; none that was taken back.
 *
 * @example
 * (await heldPlaces(desk))[0]?.place.kind; // 'settlement'
 */
export async function heldPlaces({ store }: Pick<Desk, 'store'>): Promise<readonly HeldPlace[]> {
  const held = new Map<PlaceId, HeldPlace>();
  const owners = new Map<string, PlaceId>();
  for (const { body, agent, at } of await store.entriesWith('place-recorded')) {
    if (body?.action !== 'place-recorded') continue;
    const { place, wordings, reason, withdrawn } = body;
    if (withdrawn) held.delete(place.id);
    else held.set(place.id, { place, wordings, reason, by: agent, at });
    for (const [key, owner] of owners) if (owner === place.id) owners.delete(key);
    if (!withdrawn) for (const one of wordings) owners.set(wordingKey(one), place.id);
  }
  return [...held.values()].map((one) => ({
    ...one,
    wordings: one.wordings.filter((wording) => owners.get(wordingKey(wording)) === one.place.id),
  }));
}
