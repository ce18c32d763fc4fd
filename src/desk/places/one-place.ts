/** One place with what is around it: what it is a part of, who is said to run it and who says so, incidents there. */
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { ClaimView } from '../claim-view.ts';
import type { Desk } from '../desk.ts';
import { type HeldIncident, heldIncidents } from '../incidents/held-incidents.ts';
import { openLookup } from '../lookup.ts';
import { openClaims } from '../said/said-by-day.ts';
import { wordingKey } from './held-places.ts';
import type { PlaceRow } from './list-places.ts';

export interface OnePlace {
  readonly place: PlaceRow;
  readonly partOf: { readonly key: string; readonly name: string } | null;
  /** Whoever a claim says runs it. A claim that was erased since is left out. */
  readonly runBy: readonly {
    readonly actor: { readonly id: string; readonly name: string };
    readonly claim: ClaimView;
  }[];
  readonly incidents: readonly HeldIncident[];
}

/**
 * Opens a place.
 *
 * @param key the id of a recorded place, or words of sources for any
 * @throws OnRecordError `not-found`
 * @example
 * const { runBy } = await onePlace(desk, await listPlaces(desk, options), 'plc_7d2');
 */
export async function onePlace(desk: Desk, rows: readonly PlaceRow[], key: string): Promise<OnePlace> {
  const place =
    rows.find((row) => row.key === key) ??
    rows.find(({ wordings }) => wordings.some((one) => wordingKey(one) === wordingKey(key)));
  if (place === undefined)
    throw new OnRecordError('not-found', 'The record holds no place under this address.');
  const recorded = place.recorded?.place ?? null;
  const holder = rows.find((row) => recorded?.partOf != null && row.key === recorded.partOf);
  const lookup = openLookup(desk.store);
  const runBy: OnePlace['runBy'][number][] = [];
  for (const { actor, claim } of recorded?.runBy ?? []) {
    const [opened] = await openClaims(desk, [claim]);
    const name = await lookup.nameOf(actor);
    if (opened !== undefined && name !== null) runBy.push({ actor: { id: actor, name }, claim: opened });
  }
  const incidents = recorded === null ? [] : await heldIncidents(desk);
  return {
    place,
    partOf: holder === undefined ? null : { key: holder.key, name: holder.name },
    runBy,
    incidents: incidents.filter(({ incident }) => incident.place === recorded?.id),
  };
}
