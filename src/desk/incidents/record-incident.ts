/** A person puts an incident on record, changes it, or takes it back; always with a reason. */
import type { IncidentId } from '../../record/id.ts';
import { createIncident, type Incident } from '../../record/incident.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import { changedMeanwhile, onDay } from '../changed-meanwhile.ts';
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
  /** Number of the log entry of the version that one looked at; absent: as it stands when this begins. */
  readonly seen?: number | undefined;
}

/**
 * Puts it on record.
 *
 * @throws OnRecordError `bad-usage`, `not-found`, `invalid-record` with every fault, `changed-meanwhile` when somebody else changed it
 *   since it was looked at
 * @example
 * await recordIncident(desk, { id: null, fields, propositions: ['prp_9ab'], by: 'A. Archivist', reason: 'one raid' });
 */
export function recordIncident(desk: Desk, order: IncidentOrder): Promise<IncidentId> {
  return onHeadAgain(() => recordOnce(desk, order));
}

/** Others write all the time: what was read is read again, and the step tried on that. */
async function onHeadAgain<T>(step: () => Promise<T>): Promise<T> {
  for (let turn = 1; ; turn += 1)
    try {
      return await step();
    } catch (error) {
      if (turn === PATIENCE || !(error instanceof OnRecordError) || error.code !== 'vault-busy') throw error;
    }
}

const PATIENCE = 5;

function refuseChanged({ incident, history }: HeldIncident, seen: number | undefined): void {
  const last = history.at(-1);
  if (seen === undefined || last === undefined || last.seq === seen) return;
  throw changedMeanwhile(incident.id, `${last.by} changed this incident on ${onDay(last.at)}.`);
}

async function recordOnce(desk: Desk, order: IncidentOrder): Promise<IncidentId> {
  const { store } = desk;
  const by = reviewerName(order.by);
  const reason = reasonOf(order.reason);
  const head = (await store.head())?.seq ?? 0;
  const all = await heldIncidents(desk);
  const held = order.id === null ? null : incidentNamed(all, order.id);
  if (held !== null) refuseChanged(held, order.seen);
  const id = held?.incident.id ?? desk.newId('incident');
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
 * @throws OnRecordError `bad-usage`, `not-found`, `changed-meanwhile` as `recordIncident`
 * @example
 * await withdrawIncident(desk, { id: 'inc_7d2', by: 'A. Archivist', reason: 'two raids' });
 */
export function withdrawIncident(desk: Desk, order: WithdrawOrder): Promise<IncidentId> {
  return onHeadAgain(() => withdrawOnce(desk, order));
}

type WithdrawOrder = Pick<IncidentOrder, 'by' | 'reason' | 'seen'> & { readonly id: string };

async function withdrawOnce(desk: Desk, order: WithdrawOrder): Promise<IncidentId> {
  const by = reviewerName(order.by);
  const reason = reasonOf(order.reason);
  const head = (await desk.store.head())?.seq ?? 0;
  const held = incidentNamed(await heldIncidents(desk), order.id);
  refuseChanged(held, order.seen);
  const { incident, propositions } = held;
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
