/**
 * Incidents that persons put on record and that published propositions speak of. What a person wrote of an incident about which a
 * sealed source speaks too may have come from that source: then only the published propositions are shown, without title, kind,
 * day and place.
 */
import type { IncidentId, PlaceId, PropositionId } from '../record/id.ts';
import type { Incident } from '../record/incident.ts';
import type { RecordSnapshot } from '../record/snapshot.ts';
import type { When } from '../record/when.ts';

/** An incident on record with the propositions that speak of it. */
export interface RecordedIncident {
  readonly incident: Incident;
  readonly propositions: readonly PropositionId[];
}

export interface PublishedIncident {
  readonly id: IncidentId;
  /** Null: not published. */
  readonly title: string | null;
  readonly kind: string | null;
  readonly when: When | null;
  /** UCDP event_clarity: 1 identifiable, 2 not. */
  readonly clarity: 1 | 2;
  /** A published place. */
  readonly place: PlaceId | null;
  /** Published ones that speak of it; never empty. */
  readonly propositions: readonly PropositionId[];
  /** Published incidents that it follows from. */
  readonly chain: readonly IncidentId[];
}

/**
 * Takes the incidents that may be published. Names in their titles are not covered yet.
 *
 * @param whole the record with its sealed sources: to see what these speak of
 * @param open the published part
 * @param places ids of published places
 * @example
 * publishedIncidents(incidents, { whole: snapshot, open: published.record, places: new Set() })[0]?.title;
 */
export function publishedIncidents(
  incidents: readonly RecordedIncident[],
  {
    whole,
    open,
    places,
  }: {
    readonly whole: RecordSnapshot;
    readonly open: Pick<RecordSnapshot, 'propositions' | 'sources'>;
    readonly places: ReadonlySet<PlaceId>;
  },
): readonly PublishedIncident[] {
  if (incidents.length === 0) return [];
  const sealed = new Set<PropositionId>();
  for (const claim of whole.claims.values())
    if (!open.sources.has(claim.source)) sealed.add(claim.proposition);
  const shown = incidents.flatMap(({ incident, propositions }): readonly PublishedIncident[] => {
    const own = propositions.filter((id) => open.propositions.has(id));
    if (own.length === 0) return [];
    const { id, title, kind, when, clarity, place, chain } = incident;
    const bare = { id, clarity, propositions: own, chain };
    if (propositions.some((one) => sealed.has(one)))
      return [{ ...bare, title: null, kind: null, when: null, place: null, chain: [] }];
    return [{ ...bare, title, kind, when, place: place !== null && places.has(place) ? place : null }];
  });
  const ids = new Set(shown.filter(({ title }) => title !== null).map(({ id }) => id));
  return shown.map((one) => ({ ...one, chain: one.chain.filter((id) => ids.has(id)) }));
}
