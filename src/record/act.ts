/** Who did what to whom: the smallest unit of a human rights record (HURIDOCS Act and Involvement). */
import type { Coded } from './coded.ts';
import { codedIn, construct, idOf, list, object, orNull, text } from './fields.ts';
import type { ActId, ActorId, ClaimId, IncidentId, PlaceId, VictimId } from './id.ts';
import { type When, whenField } from './when.ts';

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

const involvementField = object<Involvement>(
  {
    actor: orNull(idOf('actor')),
    description: orNull(text),
    degree: codedIn('huridocs-18'),
    type: orNull(codedIn('huridocs-24')),
  },
  (involvement, fault) => {
    if (involvement.actor === null && involvement.description === null) {
      fault('description', 'must say who, when no actor is named');
    }
  },
);

const actField = object<Act>({
  id: idOf('act'),
  type: codedIn('huridocs-4'),
  methods: list(codedIn('huridocs-5')),
  when: orNull(whenField),
  victimStatus: orNull(codedIn('huridocs-25')),
  involvements: list(involvementField),
  incident: orNull(idOf('incident')),
  victim: orNull(idOf('victim')),
  place: orNull(idOf('place')),
  basis: list(idOf('claim'), 1),
});

/**
 * Checks an act's fields and freezes a copy.
 *
 * @throws OnRecordError `invalid-record` with every fault
 * @example
 * createAct({ id, type: { scheme: 'huridocs-4', code: '030102' }, methods: [], when: null, victimStatus: null, involvements: [], incident: null, victim: null, place: null, basis: [claimId] });
 */
export function createAct(fields: Act): Act {
  return construct('act', actField, fields);
}
