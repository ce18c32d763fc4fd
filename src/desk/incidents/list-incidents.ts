/** Incidents with where and when, what they follow from, and how much is claimed of them. */
import type { IncidentId, PropositionId } from '../../record/id.ts';
import type { Incident } from '../../record/incident.ts';
import type { Measure, Proposition } from '../../record/proposition.ts';
import { parseEdtf } from '../../record/when.ts';
import type { Desk } from '../desk.ts';
import { countedStatuses } from '../list-claims.ts';
import { heldPlaces } from '../places/held-places.ts';
import { nameOfPlace } from '../places/list-places.ts';
import { type HeldIncident, heldIncidents } from './held-incidents.ts';

export interface IncidentRow {
  readonly incident: Incident;
  readonly place: { readonly key: string; readonly name: string } | null;
  /** Those that the record holds. */
  readonly propositions: readonly PropositionId[];
  readonly measures: readonly Measure[];
  /** Claims counted on them. */
  readonly claims: number;
  readonly history: HeldIncident['history'];
}

/**
 * Lists them, the earliest first; those of no known day last.
 *
 * @example
 * (await listIncidents(desk, { includeProposed: true }))[0]?.incident.title;
 */
export async function listIncidents(
  desk: Pick<Desk, 'store'>,
  { includeProposed }: { readonly includeProposed: boolean },
): Promise<readonly IncidentRow[]> {
  const held = await heldIncidents(desk);
  if (held.length === 0) return [];
  const [places, propositions, tallies] = await Promise.all([
    heldPlaces(desk),
    desk.store.propositions(),
    desk.store.tallies(countedStatuses(includeProposed)),
  ]);
  const known = new Map<PropositionId, Proposition>(propositions.map((one) => [one.id, one]));
  const claims = new Map<PropositionId, number>();
  for (const { proposition, claims: some } of tallies)
    claims.set(proposition, (claims.get(proposition) ?? 0) + some);
  const names = new Map(places.map(({ place }) => [place.id, nameOfPlace(place) ?? place.id]));
  return held
    .map(({ incident, propositions: named, history }) => {
      const own = named.flatMap((id) => known.get(id) ?? []);
      const name = incident.place === null ? undefined : names.get(incident.place);
      return {
        incident,
        place: incident.place === null || name === undefined ? null : { key: incident.place, name },
        propositions: own.map(({ id }) => id),
        measures: [...new Set(own.flatMap(({ measure }) => measure ?? []))],
        claims: own.reduce((sum, { id }) => sum + (claims.get(id) ?? 0), 0),
        history,
      };
    })
    .toSorted((a, b) => {
      const [first, second] = [beginOf(a.incident), beginOf(b.incident)];
      return first === second ? 0 : first < second ? -1 : 1;
    });
}

/** Sorts what has no known beginning behind all that has one. */
function beginOf({ when }: Incident): string {
  return daysOf(when)?.earliest ?? '~';
}

function daysOf(
  when: Incident['when'],
): { readonly earliest: string | null; readonly latest: string | null } | null {
  const days = when === null ? null : parseEdtf(when.edtf);
  return days === null || 'message' in days ? null : days;
}

/** All given conditions hold together; an absent one does not filter. */
export interface IncidentFilter {
  /** Part of its title. */
  readonly q?: string;
  readonly kind?: string;
  /** Id of a recorded place. */
  readonly place?: string;
  readonly measure?: Measure;
  /** ISO days, both inclusive: it may have happened on or between them. */
  readonly from?: string;
  readonly until?: string;
}

/**
 * Those that fit, in their order.
 *
 * @example
 * filterIncidents(rows, { kind: 'raid', from: '2031-04-01' });
 */
export function filterIncidents(
  rows: readonly IncidentRow[],
  filter: IncidentFilter,
): readonly IncidentRow[] {
  const { kind, place, measure, from, until } = filter;
  const q = filter.q?.trim().toLowerCase() ?? '';
  return rows.filter(({ incident, measures }) => {
    const days = daysOf(incident.when);
    return (
      incident.title.toLowerCase().includes(q) &&
      (kind === undefined || incident.kind === kind) &&
      (place === undefined || incident.place === place) &&
      (measure === undefined || measures.includes(measure)) &&
      (from === undefined || (days !== null && (days.latest === null || days.latest >= from))) &&
      (until === undefined || (days !== null && (days.earliest === null || days.earliest <= until)))
    );
  });
}

/**
 * What an incident follows from, and what follows from it.
 *
 * @example
 * chainAround(rows, id).after.map(({ title }) => title);
 */
export function chainAround(
  rows: readonly IncidentRow[],
  id: IncidentId,
): { readonly before: readonly Incident[]; readonly after: readonly Incident[] } {
  const all = rows.map(({ incident }) => incident);
  const own = all.find((one) => one.id === id);
  return {
    before: all.filter((one) => own?.chain.includes(one.id) === true),
    after: all.filter((one) => one.chain.includes(id)),
  };
}
