/** A person puts an incident on record, changes it, or takes it back; always with a reason. */
import type { IncidentId } from '../../record/id.ts';
import { createIncident, type Incident } from '../../record/incident.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import { reasonOf } from '../decide-link.ts';
import type { Desk } from '../desk.ts';
import { findOne } from '../find-by-id.ts';
import { heldPlaces } from '../places/held-places.ts';
import { placeNamed } from '../places/record-place.ts';
import { reviewerName } from '../reviewer.ts';
import { type HeldIncident, heldIncidents, incidentNamed } from './held-incidents.ts';

/** What a person says of an incident. */
export interface IncidentOrder {
  /** Of the one that is changed; null: a new one. */
  readonly id: string | null;
  readonly fields: Omit<Incident, 'id' | 'place' | 'chain'>;
  /** Id of a recorded place or its beginning; null: not known. */
  readonly place: string | null;
  /** Incidents that it follows from: ids or their beginnings. */
  readonly chain: readonly string[];
  /** Ids or their beginnings. */
  readonly propositions: readonly string[];
  /** Null when not given. */
  readonly by: string | null;
  readonly reason: string | null;
}

/**
 * Puts it on record.
 *
 * @throws OnRecordError `bad-usage`, `not-found`, `invalid-record` with every fault
 * @example
 * await recordIncident(desk, { id: null, fields, propositions: ['prp_9ab'], by: 'A. Archivist', reason: 'one raid' });
 */
export async function recordIncident(desk: Desk, order: IncidentOrder): Promise<IncidentId> {
  const { store } = desk;
  const by = reviewerName(order.by);
  const reason = reasonOf(order.reason);
  const head = (await store.head())?.seq ?? 0;
  const all = await heldIncidents(desk);
  const id = order.id === null ? desk.newId('incident') : incidentNamed(all, order.id).incident.id;
  const incident = createIncident({
    ...order.fields,
    title: order.fields.title.trim(),
    id,
    place: order.place === null ? null : placeNamed(await heldPlaces(desk), order.place).place.id,
    chain: [...new Set(order.chain.map((one) => incidentNamed(all, one).incident.id))],
  });
  refuseCircle(incident, all);
  const propositions = new Set<HeldIncident['propositions'][number]>();
  for (const one of order.propositions) propositions.add(await findOne(store, one, 'prp'));
  await store.append([
    {
      at: desk.clock().toISOString(),
      agent: by,
      subject: id,
      body: {
        action: 'incident-recorded',
        incident,
        propositions: [...propositions],
        reason,
        withdrawn: false,
      },
      // What it names was looked up before: nothing may have come between.
      onHead: head,
    },
  ]);
  return id;
}

/** The chain must not lead back. */
function refuseCircle(incident: Incident, all: readonly HeldIncident[]): void {
  const chains = new Map(all.map((one) => [one.incident.id, one.incident.chain]));
  const open = [...incident.chain];
  const seen = new Set<IncidentId>();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === incident.id)
      throw new OnRecordError('bad-usage', 'An incident cannot follow from itself: the chain leads back.', {
        subject: incident.id,
      });
    if (!seen.has(next)) open.push(...(chains.get(next) ?? []));
    seen.add(next);
  }
}

/**
 * Takes an incident back. Its propositions stay, and so does the entry that recorded it.
 *
 * @throws OnRecordError `bad-usage`, `not-found`
 * @example
 * await withdrawIncident(desk, { id: 'inc_7d2', by: 'A. Archivist', reason: 'two raids' });
 */
export async function withdrawIncident(
  desk: Desk,
  order: { readonly id: string; readonly by: string | null; readonly reason: string | null },
): Promise<IncidentId> {
  const by = reviewerName(order.by);
  const reason = reasonOf(order.reason);
  const head = (await desk.store.head())?.seq ?? 0;
  const { incident, propositions } = incidentNamed(await heldIncidents(desk), order.id);
  const known = new Set((await desk.store.propositions()).map(({ id }) => id));
  await desk.store.append([
    {
      at: desk.clock().toISOString(),
      agent: by,
      subject: incident.id,
      body: {
        action: 'incident-recorded',
        incident,
        propositions: propositions.filter((id) => known.has(id)),
        reason,
        withdrawn: true,
      },
      onHead: head,
    },
  ]);
  return incident.id;
}
