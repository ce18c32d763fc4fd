/** A place, which may be secret: ids and coordinates may be absent, and half a coordinate is refused. */
import { type Name, nameField } from './actor.ts';
import type { Coded } from './coded.ts';
import { codedIn, construct, idOf, list, object, oneOf, orNull, textByKey, within } from './fields.ts';
import type { ActorId, ClaimId, PlaceId } from './id.ts';

export const PLACE_KINDS = ['point', 'settlement', 'adm2', 'adm1', 'country', 'site'] as const;

export type PlaceKind = (typeof PLACE_KINDS)[number];

/** Who runs a site, and the claim that says so. */
export interface RunBy {
  readonly actor: ActorId;
  readonly claim: ClaimId;
}

export interface Place {
  readonly id: PlaceId;
  readonly kind: PlaceKind;
  readonly names: readonly Name[];
  readonly ids: Readonly<Record<string, string>>;
  /** WGS 84 degrees; null when unknown or withheld. */
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly precision: Coded | null;
  /** HURIDOCS list 17 or 5:02xx for detention sites. */
  readonly siteType: Coded | null;
  /** HURIDOCS list 30. */
  readonly whereabouts: Coded | null;
  readonly partOf: PlaceId | null;
  readonly runBy: readonly RunBy[];
}

/** Lists that say how exactly a place is known. They count in opposite directions: the scheme is never left out. */
const PRECISIONS = ['ucdp-where-prec', 'acled-geo-precision', 'airwars-accuracy'] as const;

const placeField = object<Place>(
  {
    id: idOf('place'),
    kind: oneOf(PLACE_KINDS),
    names: list(nameField),
    ids: textByKey,
    latitude: orNull(within(-90, 90)),
    longitude: orNull(within(-180, 180)),
    precision: orNull(codedIn(...PRECISIONS)),
    siteType: orNull(codedIn('huridocs-17', 'huridocs-5')),
    whereabouts: orNull(codedIn('huridocs-30')),
    partOf: orNull(idOf('place')),
    runBy: list(object<RunBy>({ actor: idOf('actor'), claim: idOf('claim') })),
  },
  (place, fault) => {
    if ((place.latitude === null) !== (place.longitude === null))
      fault('longitude', 'must be given together with latitude');
    if (place.partOf === place.id) fault('partOf', 'must name another place');
  },
);

/**
 * Checks a place's fields and freezes a copy.
 *
 * @throws OnRecordError `invalid-record` with every fault
 * @example
 * createPlace({ id, kind: 'site', names: [], ids: {}, latitude: null, longitude: null, precision: null, siteType: null, whereabouts: null, partOf: null, runBy: [] });
 */
export function createPlace(fields: Place): Place {
  return construct('place', placeField, fields);
}
