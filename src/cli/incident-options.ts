/** The flags of `onrecord incident`, as the desk takes them. */
import type { Desk } from '../desk/desk.ts';
import { heldIncidents, incidentNamed } from '../desk/incidents/held-incidents.ts';
import type { IncidentFilter } from '../desk/incidents/list-incidents.ts';
import type { IncidentOrder } from '../desk/incidents/record-incident.ts';
import { heldPlaces } from '../desk/places/held-places.ts';
import { placeNamed } from '../desk/places/record-place.ts';
import { MEASURES } from '../desk/vocabulary.ts';
import { type Options, usageError } from './command.ts';
import { dayGiven, wordsOf } from './figure-options.ts';
import { givenOrStays, manyOrStay } from './given-or-stays.ts';

/**
 * What `list` is narrowed to.
 *
 * @throws OnRecordError `bad-usage`, `not-found` for a place that is not on record
 * @example
 * await incidentFilter(desk, { kind: 'raid' }); // { kind: 'raid' }
 */
export async function incidentFilter(desk: Desk, options: Options): Promise<IncidentFilter> {
  const place = wordsOf(options, 'place');
  const given = {
    q: wordsOf(options, 'words') ?? undefined,
    kind: wordsOf(options, 'kind') ?? undefined,
    place: place === null ? undefined : placeNamed(await heldPlaces(desk), place).place.id,
    measure: MEASURES.find((one) => one === options.measure),
    from: dayGiven(options, 'from', 'incident') ?? undefined,
    until: dayGiven(options, 'until', 'incident') ?? undefined,
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/**
 * What `record` puts on record, but for who and why.
 *
 * @param id of the one that is changed or its beginning; null: a new one
 * @throws OnRecordError `bad-usage`, `not-found`
 * @example
 * await recordIncident(desk, { ...(await incidentOrder(desk, options, null)), by, reason });
 */
export async function incidentOrder(
  desk: Desk,
  options: Options,
  id: string | null,
): Promise<Omit<IncidentOrder, 'by' | 'reason'>> {
  const [all, places] = [await heldIncidents(desk), await heldPlaces(desk)];
  const held = id === null ? null : incidentNamed(all, id);
  const stands = held?.incident ?? null;
  const title = wordsOf(options, 'title') ?? stands?.title;
  const kind = wordsOf(options, 'kind') ?? stands?.kind;
  if (title === undefined || kind === undefined)
    throw usageError(
      'An incident needs a title and a kind: --title "Arrests in Kessar" --kind "mass roundup"',
      'incident',
    );
  const edtf = givenOrStays(options, 'when', stands?.when?.edtf ?? null, (words) => words);
  const extent = options.throughout === true ? 'throughout' : (stands?.when?.extent ?? 'within');
  if (edtf === null && options.throughout === true)
    throw usageError('--throughout says how long it went on: add --when', 'incident');
  // What was erased or taken back since does not stay.
  const onRecord = new Set<string>([
    ...all.map(({ incident }) => incident.id),
    ...places.map(({ place }) => place.id),
    ...(held === null ? [] : (await desk.store.propositions()).map((one) => one.id)),
  ]);
  const staying = (ids: readonly string[]): readonly string[] => ids.filter((one) => onRecord.has(one));
  const [place = null] = staying(stands?.place == null ? [] : [stands.place]);
  const clarity = wordsOf(options, 'clarity');
  return {
    id: stands?.id ?? null,
    fields: {
      title,
      kind: kind.trim(),
      when: edtf === null ? null : { edtf, extent },
      clarity: clarity === null ? (stands?.clarity ?? 1) : clarity === '2' ? 2 : 1,
    },
    place: givenOrStays(options, 'place', place, (words) => words),
    chain: manyOrStay(options, 'follows', staying(stands?.chain ?? [])),
    propositions: manyOrStay(options, 'proposition', staying(held?.propositions ?? [])),
  };
}
