/** Finds the actor that a person means by a name or an id. Refuses a name that several actors bear. */
import { shownName } from '../record/actor.ts';
import type { ActorId } from '../record/id.ts';
import { OnRecordError } from '../record/onrecord-error.ts';
import { findOne } from './find-by-id.ts';
import type { RecordStore } from './ports/record-store.ts';

/**
 * The actor of a name in any spelling, or of an id.
 *
 * @throws OnRecordError `not-found`, `bad-usage`
 * @example
 * const speaker = await resolveSpeaker(desk.store, 'the valley post');
 */
export async function resolveSpeaker(store: RecordStore, text: string): Promise<ActorId> {
  if (text.startsWith('act_')) return findOne(store, text, 'act');
  const found = await store.actorsNamed(text);
  const [only, second] = found;
  if (only === undefined) {
    throw new OnRecordError(
      'not-found',
      'No actor of the record bears that name. See who is in it: onrecord show --actors',
    );
  }
  if (second !== undefined) {
    const list = found
      .map((actor) => `${shownName(actor)} (${actor.kind}, ${actor.id.slice(0, 12)})`)
      .join('; ');
    throw new OnRecordError('bad-usage', `Several actors bear that name: ${list}. Give the id.`);
  }
  return only.id;
}
