/** Who did what to whom: the smallest unit of a human rights record (HURIDOCS Act and Involvement). */
import type { Coded } from './coded.ts';
import type { ActId, ActorId, ClaimId, IncidentId, PlaceId, VictimId } from './id.ts';
import type { When } from './when.ts';

/** Somebody's alleged part in an act. Either a known actor or a description. */
export interface Involvement {
  readonly actor: ActorId | null;
  readonly description: string | null;
  /** HURIDOCS list 18. */
  readonly degree: Coded;
  /** HURIDOCS list 24; null when not known. */
  readonly type: Coded | null;
}

export interface Act {
  readonly id: ActId;
  /** HURIDOCS list 4. */
  readonly type: Coded;
  /** HURIDOCS list 5. */
  readonly methods: readonly Coded[];
  readonly when: When | null;
  /** HURIDOCS list 25; null when not known. */
  readonly victimStatus: Coded | null;
  readonly involvements: readonly Involvement[];
  readonly incident: IncidentId | null;
  readonly victim: VictimId | null;
  readonly place: PlaceId | null;
  /** The claims it rests on; never empty. */
  readonly basis: readonly ClaimId[];
}
