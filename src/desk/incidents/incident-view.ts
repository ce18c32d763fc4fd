/** An incident as it is told in lists. */
import type { Incident } from '../../record/incident.ts';
import type { IncidentRow } from './list-incidents.ts';

export interface IncidentView
  extends Pick<Incident, 'id' | 'title' | 'kind' | 'when' | 'clarity'>,
    Pick<IncidentRow, 'place' | 'measures' | 'claims'> {
  /** How many speak of it. */
  readonly propositions: number;
}

/**
 * Tells an incident.
 *
 * @example
 * (await listIncidents(desk, { includeProposed: true })).map(viewIncident)[0]?.title;
 */
export function viewIncident({ incident, place, measures, propositions, claims }: IncidentRow): IncidentView {
  const { id, title, kind, when, clarity } = incident;
  return { id, title, kind, when, clarity, place, measures, propositions: propositions.length, claims };
}

/**
 * Every kind that occurs, in the order of letters.
 *
 * @example
 * kindsOf(rows); // ['mass roundup', 'raid']
 */
export function kindsOf(rows: readonly IncidentRow[]): readonly string[] {
  return [...new Set(rows.map(({ incident }) => incident.kind))].toSorted();
}
