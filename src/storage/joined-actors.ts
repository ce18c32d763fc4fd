/**
 * Actors found to be one are shown as the kept one wherever they stand; what was logged stays as it was. The kept actor
 * bears all names, identifiers and ties of those it absorbed. Pure: works on what the store read.
 */
import type { Actor, ActorTie, Name } from '../record/actor.ts';
import type { Claim } from '../record/claim.ts';
import type { ActorId } from '../record/id.ts';
import type { Source } from '../record/source.ts';

/** Which actor an actor is shown as. */
export interface JoinedActors {
  readonly isEmpty: boolean;
  /** The actor shown: the id itself when it was not absorbed. */
  shown(id: ActorId): ActorId;
  /** All actors shown as the one that this one is shown as, itself included. */
  together(id: ActorId): readonly ActorId[];
}

/**
 * Follows joins to their end.
 *
 * @param joins each absorbed actor with the one it was joined to
 * @example
 * joinedActors([{ absorbed: 'act_b', kept: 'act_a' }]).shown('act_b'); // 'act_a'
 */
export function joinedActors(
  joins: readonly { readonly absorbed: ActorId; readonly kept: ActorId }[],
): JoinedActors {
  const to = new Map(joins.map(({ absorbed, kept }) => [absorbed, kept]));
  const shown = (id: ActorId): ActorId => {
    let at = id;
    for (let next = to.get(at); next !== undefined; next = to.get(at)) at = next;
    return at;
  };
  const groups = new Map<ActorId, ActorId[]>();
  for (const { absorbed } of joins) {
    const root = shown(absorbed);
    groups.set(root, [...(groups.get(root) ?? [root]), absorbed]);
  }
  return { isEmpty: joins.length === 0, shown, together: (id) => groups.get(shown(id)) ?? [shown(id)] };
}

/**
 * The kept actor with everything of those it absorbed.
 *
 * @example
 * mergeActors(kept, [absorbed], joins).names; // names of both, the kept one's first
 */
export function mergeActors(kept: Actor, absorbed: readonly Actor[], joins: JoinedActors): Actor {
  const all = [kept, ...absorbed];
  const ids: Record<string, string> = {};
  for (const actor of all) {
    for (const [scheme, id] of Object.entries(actor.ids)) ids[scheme] ??= id;
  }
  return {
    ...kept,
    names: distinct(all.flatMap((actor): readonly Name[] => actor.names)),
    ids,
    partOf: ties(
      all.flatMap((actor) => actor.partOf),
      kept.id,
      joins,
    ),
    spokenForBy: ties(
      all.flatMap((actor) => actor.spokenForBy),
      kept.id,
      joins,
    ),
  };
}

function ties(all: readonly ActorTie[], self: ActorId, joins: JoinedActors): readonly ActorTie[] {
  return distinct(all.map((tie) => ({ ...tie, to: joins.shown(tie.to) }))).filter((tie) => tie.to !== self);
}

function distinct<T>(all: readonly T[]): readonly T[] {
  return [...new Map(all.map((each) => [JSON.stringify(each), each])).values()];
}

/**
 * A source with its publisher and authors as shown.
 *
 * @example
 * shownSource(source, joins).publisher;
 */
export function shownSource(source: Source, joins: JoinedActors): Source {
  if (joins.isEmpty) return source;
  const publisher = source.publisher === null ? null : joins.shown(source.publisher);
  return { ...source, publisher, authors: [...new Set(source.authors.map(joins.shown))] };
}

/**
 * A claim with its speakers as shown.
 *
 * @example
 * shownClaim(claim, joins).chain[0]?.speaker;
 */
export function shownClaim(claim: Claim, joins: JoinedActors): Claim {
  if (joins.isEmpty) return claim;
  const chain = claim.chain.map((step) => ({
    ...step,
    speaker: step.speaker === null ? null : joins.shown(step.speaker),
  }));
  return { ...claim, chain };
}
