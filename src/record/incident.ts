/** Something that happened, or is said to have happened, at a time and a place. */
import { construct, idOf, list, object, oneOf, orNull, text } from './fields.ts';
import type { IncidentId, PlaceId } from './id.ts';
import { type When, whenField } from './when.ts';

export interface Incident {
  readonly id: IncidentId;
  readonly title: string;
  readonly kind: string;
  readonly when: When | null;
  /** UCDP event_clarity: 1 identifiable, 2 not. */
  readonly clarity: 1 | 2;
  readonly place: PlaceId | null;
  readonly chain: readonly IncidentId[];
}

const incidentField = object<Incident>(
  {
    id: idOf('incident'),
    title: text,
    kind: text,
    when: orNull(whenField),
    clarity: oneOf([1, 2]),
    place: orNull(idOf('place')),
    chain: list(idOf('incident')),
  },
  (incident, fault) => {
    if (incident.chain.includes(incident.id)) fault('chain', 'must not name the incident itself');
  },
);

/**
 * Checks an incident's fields and freezes a copy.
 *
 * @throws OnRecordError `invalid-record` with every fault
 * @example
 * createIncident({ id, title: 'Raid on Orsa', kind: 'mass roundup', when: null, clarity: 1, place: null, chain: [] });
 */
export function createIncident(fields: Incident): Incident {
  return construct('incident', incidentField, fields);
}
