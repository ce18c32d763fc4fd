/** Names for voices. Somebody unnamed is shown with the words by which the source speaks of them. */
import type { Claim } from '../record/claim.ts';
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

/** Where names come from. */
export interface Naming {
  readonly store: RecordStore;
  readonly lookup: Lookup;
  /**
   * Words by which claims that were read already speak of somebody unnamed; others are opened. Null: they are so many that none
   * is opened, and who is unnamed is called so.
   */
  readonly unnamed?: ReadonlyMap<ClaimId, string> | null;
}

/**
 * The words by which a claim speaks of somebody unnamed; null: of nobody.
 *
 * @example
 * unnamedWords(claim); // 'officials'
 */
export function unnamedWords({ chain }: Pick<Claim, 'chain'>): string | null {
  return chain.findLast((step) => step.speaker === null)?.named ?? null;
}

/**
 * The claim in which somebody unnamed speaks; null: the voice has a name, or is a text.
 *
 * @example
 * claimOfUnnamed('anonymous:src_…:clm_…'); // 'clm_…'
 */
export function claimOfUnnamed(voice: Voice): ClaimId | null {
  return voice.startsWith('anonymous:') ? ((voice.split(':')[2] as ClaimId | undefined) ?? null) : null;
}

/**
 * The name of a voice.
 *
 * @example
 * await viewVoice(voice, { store: desk.store, lookup }); // { actor: null, name: 'unnamed ("officials")' }
 */
export async function viewVoice(voice: Voice, { store, lookup, unnamed }: Naming): Promise<VoiceView> {
  if (!voice.startsWith('anonymous:')) {
    const actor = voice as ActorId;
    return { actor, name: (await lookup.nameOf(actor)) ?? 'unknown actor' };
  }
  const [, thing = '', said] = voice.split(':');
  if (said === undefined) return { actor: null, name: await nameOfThing(thing, store) };
  const id = said as ClaimId;
  const named = unnamed === null ? null : (unnamed?.get(id) ?? (await wordsIn(store, id)));
  return { actor: null, name: named === null ? 'unnamed' : `unnamed ("${named}")` };
}

async function wordsIn(store: RecordStore, id: ClaimId): Promise<string | null> {
  const claim = await store.claim(id);
  return claim === null ? null : unnamedWords(claim);
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
