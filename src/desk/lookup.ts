/** Looks up sources, captures, actors and propositions once each, for the length of one command. */
import { type Actor, shownName } from '../record/actor.ts';
import type { Capture } from '../record/capture.ts';
import type { Claim } from '../record/claim.ts';
import type { ActorId, CaptureId, ClaimId, PropositionId, SourceId } from '../record/id.ts';
import type { Proposition } from '../record/proposition.ts';
import type { Source } from '../record/source.ts';
import type { KnownRecord } from './known/known-record.ts';
import type { RecordStore } from './ports/record-store.ts';

/** Each answer is kept; null when the record does not hold it. */
export interface Lookup {
  source(id: SourceId): Promise<Source | null>;
  capture(id: CaptureId): Promise<Capture | null>;
  actor(id: ActorId): Promise<Actor | null>;
  proposition(id: PropositionId): Promise<Proposition | null>;
  claim(id: ClaimId): Promise<Claim | null>;
  /** The shown name; null when there is none. */
  nameOf(id: ActorId | null): Promise<string | null>;
  /** All actors, for reckoning. */
  actors(): Promise<ReadonlyMap<ActorId, Actor>>;
}

/**
 * Opens a lookup over a store.
 *
 * @param known what is known of the record by heart; absent: the store is asked for all
 *
 * @example
 * const name = await openLookup(desk.store).nameOf(source.publisher);
 */
export function openLookup(store: RecordStore, known?: Pick<KnownRecord, 'actors' | 'find'>): Lookup {
  // One that was joined to another is known as the other, whom the store finds.
  const actor = kept(async (id: ActorId) => known?.actors.get(id) ?? store.actor(id));
  let all: Promise<ReadonlyMap<ActorId, Actor>> | null = null;
  return {
    source: kept((id: SourceId) => store.source(id)),
    capture: kept((id: CaptureId) => store.capture(id)),
    actor,
    claim: kept((id: ClaimId) => store.claim(id)),
    proposition: kept(async (id: PropositionId) => known?.find(id) ?? store.proposition(id)),
    async nameOf(id) {
      const found = id === null ? null : await actor(id);
      return found === null ? null : shownName(found);
    },
    actors() {
      all ??=
        known !== undefined
          ? Promise.resolve(known.actors)
          : store.actors().then((list) => new Map(list.map((one) => [one.id, one])));
      return all;
    },
  };
}

function kept<K, V>(ask: (key: K) => Promise<V>): (key: K) => Promise<V> {
  const answers = new Map<K, Promise<V>>();
  return (key) => {
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = ask(key);
    answers.set(key, answer);
    return answer;
  };
}
