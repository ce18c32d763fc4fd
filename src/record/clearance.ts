/**
 * A person may be named in what is published, or no longer: somebody's decision, always with a reason. Nobody is cleared from the start;
 * a later decision on the same person stands. A person who is no actor is known by a keyed hash of their name,
 * so that the log does not hold the name.
 */
import type { ActorId, Sha256 } from './id.ts';

/** Who is meant: an actor, or a name that stands in propositions and lists alone. */
export type ClearedPerson =
  | { readonly kind: 'actor'; readonly actor: ActorId }
  | { readonly kind: 'name'; readonly hash: Sha256 };

/**
 * Persons who are cleared after some decisions.
 *
 * @param decisions oldest first
 * @example
 * clearedNow([{ person: { kind: 'actor', actor }, cleared: true }]).actors.has(actor); // true
 */
export function clearedNow(
  decisions: Iterable<{ readonly person: ClearedPerson; readonly cleared: boolean }>,
): { readonly actors: ReadonlySet<ActorId>; readonly names: ReadonlySet<Sha256> } {
  const actors = new Set<ActorId>();
  const names = new Set<Sha256>();
  for (const { person, cleared } of decisions) {
    if (person.kind === 'actor') {
      if (cleared) actors.add(person.actor);
      else actors.delete(person.actor);
    } else if (cleared) names.add(person.hash);
    else names.delete(person.hash);
  }
  return { actors, names };
}
