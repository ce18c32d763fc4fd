/** A thing of the record as somebody of a clearance sees it: what to call it, where its page is, and from which sources it is known. */
import type { ClaimId, LinkId, ListingId, PropositionId, SourceId } from '../../../record/id.ts';
import { sourcesOfLink } from '../../../record/link.ts';
import { OnRecordError } from '../../../record/onrecord-error.ts';
import { partsOf, type ThingKind, thingKind } from '../../../record/team/thing.ts';
import { heldIncidents } from '../../incidents/held-incidents.ts';
import type { RecordStore } from '../../ports/record-store.ts';

export interface SeenThing {
  readonly thing: string;
  readonly kind: ThingKind;
  /** Null: it has none. */
  readonly title: string | null;
  /** Path of its page in the desk. */
  readonly page: string;
  readonly sources: readonly SourceId[];
}

/**
 * Looks for it.
 *
 * @param store as they see the record
 * @returns null: they do not see it, or there is none
 * @example
 * await seenThing(store, 'src_…'); // { kind: 'source', title: 'A report', … }
 */
export async function seenThing(store: RecordStore, thing: string): Promise<SeenThing | null> {
  const kind = thingKind(thing);
  if (kind === null) return null;
  const found = await FIND[kind](store, thing);
  return found === null ? null : { thing, kind, ...found };
}

/**
 * The same; what they do not see is not there.
 *
 * @throws OnRecordError `not-found`
 * @example
 * const { sources } = await thingOrNone(store, 'prp_…');
 */
export async function thingOrNone(store: RecordStore, thing: string): Promise<SeenThing> {
  const seen = await seenThing(store, thing);
  if (seen === null) throw new OnRecordError('not-found', 'The record holds nothing under this id.');
  return seen;
}

type Found = Omit<SeenThing, 'thing' | 'kind'> | null;

const FIND: Readonly<Record<ThingKind, (store: RecordStore, thing: string) => Promise<Found>>> = {
  source: async (store, thing) => {
    const source = await store.source(thing as SourceId);
    return source && { title: source.title, page: `/read/${source.id}`, sources: [source.id] };
  },
  proposition: async (store, thing) => {
    const proposition = await store.proposition(thing as PropositionId);
    if (proposition === null) return null;
    const { id, text } = proposition;
    return { title: text, page: `/propositions/${id}`, sources: await sourcesOf(store, [id]) };
  },
  incident: async (store, thing) => {
    const held = (await heldIncidents({ store })).find(({ incident }) => incident.id === thing);
    if (held === undefined) return null;
    const { id, title } = held.incident;
    return { title, page: `/incidents/${id}`, sources: await sourcesOf(store, held.propositions) };
  },
  claim: async (store, thing) => {
    const claim = await store.claim(thing as ClaimId);
    if (claim === null) return null;
    const title = (await store.proposition(claim.proposition))?.text ?? null;
    return { title, page: `/read/${claim.source}?claim=${claim.id}`, sources: [claim.source] };
  },
  link: async (store, thing) => {
    const link = await store.link(thing as LinkId);
    if (link === null) return null;
    const about = link.proposition === null ? null : await store.proposition(link.proposition);
    const page = about === null ? `/read/${link.from.source}` : `/propositions/${about.id}/origins`;
    return { title: about?.text ?? null, page, sources: sourcesOfLink(link) };
  },
  pair: async (store, thing) => {
    const sources = new Set<SourceId>();
    for (const id of partsOf(thing)) {
      const listing = await store.listing(id as ListingId);
      const capture = listing === null ? null : await store.capture(listing.capture);
      if (listing === null || capture === null) return null;
      sources.add(capture.of);
    }
    return { title: null, page: '/people', sources: [...sources] };
  },
};

async function sourcesOf(
  store: RecordStore,
  propositions: readonly PropositionId[],
): Promise<readonly SourceId[]> {
  const sources = new Set<SourceId>();
  for (const proposition of propositions)
    for (const { source } of await store.utterances({ proposition })) sources.add(source);
  return [...sources].sort();
}
