/** Names for voices. Somebody unnamed is shown with the words by which the source speaks of them. */
import { type ActorId, type ClaimId, isId } from '../record/id.ts';
import type { Voice } from '../record/utterance.ts';
import type { Lookup } from './lookup.ts';
import type { RecordStore } from './ports/record-store.ts';

/** A voice with the name to show. */
export interface VoiceView {
  /** Null: unnamed, or an actor that the record no longer holds. */
  readonly actor: ActorId | null;
  readonly name: string;
}

/**
 * The name of a voice.
 *
 * @example
 * await viewVoice(voice, { store: desk.store, lookup }); // { actor: null, name: 'unnamed ("officials")' }
 */
export async function viewVoice(
  voice: Voice,
  { store, lookup }: { readonly store: RecordStore; readonly lookup: Lookup },
): Promise<VoiceView> {
  if (!voice.startsWith('anonymous:')) {
    const actor = voice as ActorId;
    return { actor, name: (await lookup.nameOf(actor)) ?? 'unknown actor' };
  }
  const [, thing = '', said] = voice.split(':');
  if (said === undefined) return { actor: null, name: await nameOfThing(thing, store) };
  const claim = await store.claim(said as ClaimId);
  const named = claim?.chain.findLast((step) => step.speaker === null)?.named;
  return { actor: null, name: named === undefined ? 'unnamed' : `unnamed ("${named}")` };
}

/** A cited text by the words of the link that names it; a report of which nobody knows the outlet by its title. */
async function nameOfThing(id: string, store: RecordStore): Promise<string> {
  if (isId('link', id)) {
    const to = (await store.link(id))?.to;
    return to?.kind === 'not-held' ? to.name : 'a cited text';
  }
  const source = isId('source', id) ? await store.source(id) : null;
  return source?.title ?? 'unknown outlet';
}
