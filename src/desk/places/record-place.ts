/** A person says what place words of sources mean, changes it, or takes it back; always with a reason. */
import type { ActorId, ClaimId, PlaceId } from '../../record/id.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import { createPlace, type Place } from '../../record/place.ts';
import { reasonOf } from '../decide-link.ts';
import type { Desk } from '../desk.ts';
import { findOne } from '../find-by-id.ts';
import { reviewerName } from '../reviewer.ts';
import { type HeldPlace, heldPlaces, wordingKey } from './held-places.ts';

/** What a person says of a place. */
export interface PlaceOrder {
  /** Of the one that is changed; null: a new one. */
  readonly id: string | null;
  readonly fields: Omit<Place, 'id' | 'runBy' | 'partOf'>;
  /** Id of a recorded place or its beginning; null: not known. */
  readonly partOf: string | null;
  /** Who runs it and which claim says so: ids or their beginnings. */
  readonly runBy: readonly { readonly actor: string; readonly claim: string }[];
  /** As sources word it. */
  readonly wordings: readonly string[];
  /** Null when not given. */
  readonly by: string | null;
  readonly reason: string | null;
}

/**
 * One of the places on record by its id or the beginning of it.
 *
 * @throws OnRecordError `not-found`; `bad-usage` when it fits several
 * @example
 * placeNamed(await heldPlaces(desk), 'plc_7d2');
 */
export function placeNamed(all: readonly HeldPlace[], id: string): HeldPlace {
  const asked = id.trim().toLowerCase();
  const [only, second] = all.filter(({ place }) => asked !== '' && place.id.startsWith(asked));
  if (second !== undefined)
    throw new OnRecordError('bad-usage', 'Several places have an id that begins so: give more letters.');
  if (only === undefined)
    throw new OnRecordError(
      'not-found',
      'The record holds no place under this id. See which there are: onrecord place list',
      { subject: asked },
    );
  return only;
}

/**
 * Puts it on record.
 *
 * @throws OnRecordError `bad-usage`, `not-found`, `invalid-record` with every fault
 * @example
 * await recordPlace(desk, { id: null, fields, runBy: [], wordings: ['Orsa'], by: 'A. Archivist', reason: 'the village' });
 */
export async function recordPlace(desk: Desk, order: PlaceOrder): Promise<PlaceId> {
  const { store } = desk;
  const by = reviewerName(order.by);
  const reason = reasonOf(order.reason);
  const head = (await store.head())?.seq ?? 0;
  const all = await heldPlaces(desk);
  const id = order.id === null ? desk.newId('place') : placeNamed(all, order.id).place.id;
  const wordings = [...new Set(order.wordings.map((one) => one.trim()))].filter(
    (one) => wordingKey(one) !== '',
  );
  if (wordings.length === 0)
    throw new OnRecordError('bad-usage', 'Say which words of sources mean this place: one at least.');
  const runBy: { actor: ActorId; claim: ClaimId }[] = [];
  for (const { actor, claim } of order.runBy)
    runBy.push({ actor: await findOne(store, actor, 'act'), claim: await findOne(store, claim, 'clm') });
  const partOf = order.partOf === null ? null : placeNamed(all, order.partOf).place.id;
  const place = createPlace({ ...order.fields, id, partOf, runBy });
  refuseCircle(place, all);
  await store.append([
    {
      at: desk.clock().toISOString(),
      agent: by,
      subject: id,
      body: { action: 'place-recorded', place, wordings, reason, withdrawn: false },
      // What it names was looked up before: nothing may have come between.
      onHead: head,
    },
  ]);
  return id;
}

/** The place that it is a part of must not be a part of it. */
function refuseCircle(place: Place, all: readonly HeldPlace[]): void {
  const holders = new Map(all.map((one) => [one.place.id, one.place.partOf]));
  const seen = new Set<PlaceId>();
  for (
    let holder = place.partOf;
    holder !== null && !seen.has(holder);
    holder = holders.get(holder) ?? null
  ) {
    seen.add(holder);
    if (holders.get(holder) === place.id)
      throw new OnRecordError(
        'bad-usage',
        'The place that it is a part of is itself a part of it. Name another one, or leave it out.',
        {
          subject: place.id,
        },
      );
  }
}

/**
 * Takes a place back: its words mean no recorded place any more. The entries stay.
 *
 * @throws OnRecordError `bad-usage`, `not-found`
 * @example
 * await withdrawPlace(desk, { id: 'plc_7d2', by: 'A. Archivist', reason: 'another Orsa' });
 */
export async function withdrawPlace(
  desk: Desk,
  order: { readonly id: string; readonly by: string | null; readonly reason: string | null },
): Promise<PlaceId> {
  const by = reviewerName(order.by);
  const reason = reasonOf(order.reason);
  const head = (await desk.store.head())?.seq ?? 0;
  const { place, wordings } = placeNamed(await heldPlaces(desk), order.id);
  await desk.store.append([
    {
      at: desk.clock().toISOString(),
      agent: by,
      subject: place.id,
      body: {
        action: 'place-recorded',
        place: { ...place, runBy: [] },
        wordings,
        reason,
        withdrawn: true,
      },
      onHead: head,
    },
  ]);
  return place.id;
}
