/**
 * What a process knows by heart of a record: its propositions with the counts of their claims, and its actors. Read once, then kept
 * up by what new entries of the log wrote, whoever wrote them: any number of processes may stand over one record. A page asks it for
 * what the page shows, and the store for the claims.
 */
import { type RelatedPropositions, relatedPropositions } from '../../reckon/related-propositions.ts';
import type { Actor } from '../../record/actor.ts';
import type { ClaimStatus } from '../../record/claim.ts';
import type { ActorId, PropositionId } from '../../record/id.ts';
import type { Proposition } from '../../record/proposition.ts';
import type { RecordStore, StatusTally } from '../ports/record-store.ts';

/** The record as far as it is known by heart, at one moment. */
export interface KnownRecord {
  /** In log order. */
  propositions(): Iterable<Proposition>;
  find(id: PropositionId): Proposition | null;
  /** Those that bear on one (`related-propositions.ts`), in log order. */
  related(proposition: Proposition): readonly Proposition[];
  /** The given ones in log order. */
  ordered(propositions: Iterable<Proposition>): readonly Proposition[];
  /** Counts of the claims on one; none where nobody speaks of it. */
  tallies(id: PropositionId): readonly StatusTally[];
  /** Claims of a status. */
  claims(status: ClaimStatus): number;
  /** Actors as they are shown. */
  readonly actors: ReadonlyMap<ActorId, Actor>;
}

/** Opens what is known of the record behind a store. */
export type OpenKnown = () => Promise<KnownRecord>;

const opened = new WeakMap<RecordStore, OpenKnown>();

/**
 * What is known of a record, up to the last entry of its log.
 *
 * @example
 * const known = await knownRecord(desk.store);
 * known.tallies('prp_…');
 */
export function knownRecord(store: RecordStore): Promise<KnownRecord> {
  let open = opened.get(store);
  if (open === undefined) {
    open = openKnown(store);
    opened.set(store, open);
  }
  return open();
}

/**
 * Says how a store that shows a part of another's record is known.
 *
 * @example
 * knownAs(clearedStore, async () => seenOf(await knownRecord(whole), await hidden()));
 */
export function knownAs(store: RecordStore, open: OpenKnown): void {
  opened.set(store, open);
}

/** One after the other asks; who comes while another waits is given the same answer. */
function openKnown(store: RecordStore): OpenKnown {
  let at = 0;
  let held = new HeldRecord();
  let last: Promise<unknown> = Promise.resolve();
  let waiting: Promise<KnownRecord> | null = null;
  const catchUp = async (): Promise<KnownRecord> => {
    waiting = null;
    let next = held;
    const known = at;
    // What fails halfway is read anew from the beginning.
    at = 0;
    at = await store.changedSince(known, {
      clear: () => {
        next = new HeldRecord();
      },
      proposition: (proposition) => next.take(proposition),
      tally: (tally) => next.count(tally),
      actor: (shown, absorbed) => next.meet(shown, absorbed),
    });
    held = next;
    return held;
  };
  return () => {
    if (waiting !== null) return waiting;
    waiting = last.then(catchUp);
    last = waiting.catch(() => undefined);
    return waiting;
  };
}

class HeldRecord implements KnownRecord {
  readonly actors = new Map<ActorId, Actor>();
  readonly #propositions = new Map<PropositionId, Proposition>();
  readonly #tallies = new Map<PropositionId, readonly StatusTally[]>();
  readonly #claims: Partial<Record<ClaimStatus, number>> = {};
  readonly #related: RelatedPropositions = relatedPropositions();

  take(proposition: Proposition): void {
    this.#propositions.set(proposition.id, proposition);
    this.#related.add(proposition);
  }

  count(tally: StatusTally): void {
    const { proposition, status, claims } = tally;
    const before = this.tallies(proposition);
    const isSame = (one: StatusTally): boolean =>
      one.status === status && one.stance === tally.stance && one.numbered === tally.numbered;
    const old = before.find(isSame)?.claims ?? 0;
    this.#claims[status] = this.claims(status) + claims - old;
    this.#tallies.set(proposition, [...before.filter((one) => !isSame(one)), tally]);
  }

  meet(shown: Actor, absorbed: readonly ActorId[]): void {
    this.actors.set(shown.id, shown);
    for (const id of absorbed) this.actors.delete(id);
  }

  propositions(): Iterable<Proposition> {
    return this.#propositions.values();
  }

  find(id: PropositionId): Proposition | null {
    return this.#propositions.get(id) ?? null;
  }

  related(proposition: Proposition): readonly Proposition[] {
    return this.#related.of(proposition);
  }

  ordered(propositions: Iterable<Proposition>): readonly Proposition[] {
    return this.#related.ordered(propositions);
  }

  tallies(id: PropositionId): readonly StatusTally[] {
    return this.#tallies.get(id) ?? NONE;
  }

  claims(status: ClaimStatus): number {
    return this.#claims[status] ?? 0;
  }
}

const NONE: readonly StatusTally[] = Object.freeze([]);
