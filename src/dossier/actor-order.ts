/** Everybody in the record with what each says and passes on, those who say most first. */
import type { Actor } from '../record/actor.ts';
import type { Claim } from '../record/claim.ts';
import type { ActorId } from '../record/id.ts';
import type { RecordSnapshot } from '../record/snapshot.ts';

/** One actor's part in the record. */
export interface ActorPart {
  readonly actor: Actor;
  /** Claims of its own. */
  readonly said: readonly Claim[];
  /** Claims of others that it passes on. */
  readonly relayed: readonly Claim[];
  readonly citedBy: ReadonlySet<ActorId>;
}

interface Draft extends ActorPart {
  readonly said: Claim[];
  readonly relayed: Claim[];
  readonly citedBy: Set<ActorId>;
}

/**
 * All actors in the order in which they are listed.
 *
 * @example
 * actorsInOrder(view.record)[0]?.said.length;
 */
export function actorsInOrder(record: RecordSnapshot): readonly ActorPart[] {
  const parts = new Map<ActorId, Draft>();
  for (const actor of record.actors.values())
    parts.set(actor.id, { actor, said: [], relayed: [], citedBy: new Set() });
  for (const claim of record.claims.values())
    claim.chain.forEach((step, index) => {
      const part = step.speaker === null ? undefined : parts.get(step.speaker);
      if (part === undefined) return;
      (index === claim.chain.length - 1 ? part.said : part.relayed).push(claim);
      const before = claim.chain[index - 1]?.speaker ?? null;
      if (before !== null && before !== step.speaker) part.citedBy.add(before);
    });
  return [...parts.values()].toSorted(
    (a, b) => b.said.length - a.said.length || b.relayed.length - a.relayed.length,
  );
}
