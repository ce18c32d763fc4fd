/** What is known of a record, without what somebody does not see. */
import type { Actor } from '../../record/actor.ts';
import type { PropositionId } from '../../record/id.ts';
import type { StatusTally } from '../ports/record-store.ts';
import type { KnownRecord } from './known-record.ts';

/** What is left out. */
export interface LeftOut {
  has(id: string): boolean;
  /** Counts of the claims that are left out, by proposition. */
  readonly tallies: ReadonlyMap<PropositionId, readonly StatusTally[]>;
  /** An actor as it is seen. */
  shown(actor: Actor): Actor;
}

/**
 * The part of the known that is seen.
 *
 * @example
 * seenRecord(await knownRecord(store), leftOut).find('prp_…hidden'); // null
 */
export function seenRecord(known: KnownRecord, out: LeftOut): KnownRecord {
  const isSeen = ({ id }: { readonly id: string }): boolean => !out.has(id);
  let actors: KnownRecord['actors'] | null = null;
  return {
    *propositions() {
      for (const proposition of known.propositions()) if (isSeen(proposition)) yield proposition;
    },
    find: (id) => (out.has(id) ? null : known.find(id)),
    related: (proposition) => known.related(proposition).filter(isSeen),
    ordered: (propositions) => known.ordered(propositions),
    tallies: (id) => without(known.tallies(id), out.tallies.get(id) ?? []),
    claims: (status) => {
      let hidden = 0;
      for (const tallies of out.tallies.values())
        for (const tally of tallies) if (tally.status === status) hidden += tally.claims;
      return known.claims(status) - hidden;
    },
    get actors() {
      actors ??= new Map(
        [...known.actors].flatMap(([id, actor]) => (out.has(id) ? [] : [[id, out.shown(actor)] as const])),
      );
      return actors;
    },
  };
}

function without(all: readonly StatusTally[], hidden: readonly StatusTally[]): readonly StatusTally[] {
  if (hidden.length === 0) return all;
  return all.map((tally) => {
    const less = hidden.find(
      ({ status, stance, numbered }) =>
        status === tally.status && stance === tally.stance && numbered === tally.numbered,
    );
    return less === undefined ? tally : { ...tally, claims: tally.claims - less.claims };
  });
}
