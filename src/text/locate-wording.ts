/**
 * What the gazetteer proposes for the words in which sources name a place. It is a proposal for a person, with its reason: the
 * same words may mean another place. A name that may mean several is not chosen between.
 */

import type { Coded } from '../record/coded.ts';
import { sayReason } from '../record/reason.ts';
import { PLACE_REASONS } from '../record/reasons/place-reasons.ts';
import { circleAround } from './gazetteer/area-of-towns.ts';
import { foldPlace } from './gazetteer/fold-place.ts';
import { locatePlaces } from './gazetteer/locate.ts';
import type { KnownPlace } from './gazetteer/located-place.ts';
import { type Gazetteer, openGazetteer } from './gazetteer/place-file.ts';
import { precisionOf } from './gazetteer/precision.ts';

/** A listed place that words may mean. */
export interface ProposedPlace {
  /** The gazetteer's main name, which may be spelt otherwise than in the source. */
  readonly name: string;
  readonly kind: 'country' | 'adm1' | 'settlement';
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** WGS 84 degrees: of the town, or the middle of the area's listed towns; null when none is listed. */
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** Kilometres around the listed towns of an area; null for a town. */
  readonly radiusKm: number | null;
  /** UCDP where_prec. */
  readonly precision: Coded;
}

/** What was found for words. */
export interface LocatedWording {
  /** Null: not listed, or the words may mean several places. */
  readonly place: ProposedPlace | null;
  /** A sentence for the reviewer. */
  readonly because: string;
  /** Places the words may mean, "Tripoli, Libya"; each can be asked for in its turn. */
  readonly candidates: readonly string[];
}

/** Looks words up; the same words get the same answer. */
export type LocateWording = (wording: string) => LocatedWording;

const LEAD = 'in ';
/** What may stand behind the name without making it another place. */
const AFTER =
  /^(?:[ -](?:city|town|village|province|region|oblast|krai|governorate|county|prefecture|department|republic|state|district|municipality|suburb))?(?:,.*)?$/iu;

/**
 * Opens the gazetteer for that.
 *
 * @param bytes of models/places-1.bin
 * @example
 * locateWordings(bytes)('Tripoli, Lebanon').place?.country; // 'LB'
 */
export function locateWordings(bytes: Uint8Array): LocateWording {
  const gazetteer = openGazetteer(bytes);
  const known = new Map<string, LocatedWording>();
  return (wording) => {
    const found = known.get(wording) ?? locate(gazetteer, wording);
    known.set(wording, found);
    return found;
  };
}

function locate(gazetteer: Gazetteer, wording: string): LocatedWording {
  const found = ask(gazetteer, wording);
  const [only, second] = found.candidates;
  // Words that put it somewhere themselves are not answered with another place.
  if (found.place !== null || only === undefined || second !== undefined || wording.includes(','))
    return found;
  const { place } = ask(gazetteer, only);
  return place === null
    ? found
    : {
        place,
        because: sayReason(PLACE_REASONS.onlyOfName, { name: only, because: found.because }),
        candidates: [],
      };
}

function ask(gazetteer: Gazetteer, wording: string): LocatedWording {
  const text = `${LEAD}${wording.trim().replace(/^the /iu, '')}`;
  const [found] = locatePlaces(gazetteer, text, null);
  if (found === undefined || found.start !== LEAD.length || !AFTER.test(text.slice(found.end)))
    return { place: null, because: PLACE_REASONS.notListed, candidates: [] };
  const { place, because, candidates, precision } = found;
  if (place === null || precision === null) return { place: null, because, candidates };
  return { place: proposed(gazetteer, place, precision), because, candidates };
}

/** A town and the region of its name are not told apart by the words: then the region is proposed, which holds the town. */
function proposed(gazetteer: Gazetteer, place: KnownPlace, precision: Coded): ProposedPlace {
  const { name, country, rank } = place;
  if (rank === 'city' && precision.code !== '4')
    return {
      name,
      kind: 'settlement',
      country,
      latitude: place.latitude,
      longitude: place.longitude,
      radiusKm: null,
      precision,
    };
  const code = rank === 'country' ? country : regionCode(gazetteer, place);
  const circle = code === null ? null : circleAround(gazetteer.townsOf(code));
  return {
    name,
    kind: rank === 'country' ? 'country' : 'adm1',
    country,
    latitude: circle?.latitude ?? null,
    longitude: circle?.longitude ?? null,
    radiusKm: circle?.radiusKm ?? null,
    precision: rank === 'country' ? precision : precisionOf('region', ''),
  };
}

/** The region of that name, or in which a town of that name lies. */
function regionCode(gazetteer: Gazetteer, { name, country }: KnownPlace): string | null {
  const inside = (gazetteer.find(foldPlace(name))?.places ?? [])
    .map(({ place }) => place)
    .filter((place) => place.country === country && place.region !== null);
  return (inside.find(({ rank }) => rank === 'region') ?? inside[0])?.region ?? null;
}
