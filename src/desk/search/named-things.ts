/** Who can be found by a name: an actor in all spellings, a person as a list writes them. */
import type { ActorKind } from '../../record/actor.ts';
import type { ActorId, ListingId } from '../../record/id.ts';

export interface FoundActor {
  readonly id: ActorId;
  readonly kind: ActorKind;
  readonly name: string;
  /** All spellings. */
  readonly names: readonly string[];
}

export interface FoundPerson {
  readonly id: ListingId;
  /** As the list writes it. */
  readonly name: string;
  /** What the list is called. */
  readonly list: string;
  readonly row: number;
  /** The newest file of the list no longer has it. */
  readonly gone: boolean;
}
