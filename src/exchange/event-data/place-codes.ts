/** How exactly a place is known, as codes of UCDP and ACLED, and its point where one may be drawn. */
import type { Coded } from '../../record/coded.ts';
import type { FiledPlace, RecordIndex } from '../record-file/record-file.ts';

/** UCDP `where_prec` by kind of place, where no person coded it: 1 exact, 3 second level, 4 first level, 6 country. */
const BY_KIND: Readonly<Record<FiledPlace['kind'], string>> = {
  point: '1',
  site: '1',
  settlement: '1',
  adm2: '3',
  adm1: '4',
  country: '6',
};
/** Our reading of both lists (docs/methods/exchange.md): UCDP 1 is ACLED 1; 2 and 3 are 2; 4 is 3; 5 to 7 cannot be coded. */
const TO_ACLED: Readonly<Record<string, string>> = { '1': '1', '2': '2', '3': '2', '4': '3' };

export interface PlaceCodes {
  /** UCDP `where_prec`; null: no place on record has these words. */
  readonly ucdp: string | null;
  /** ACLED `geo_precision`; null: not codable. */
  readonly acled: string | null;
  /** WGS 84 degrees; null when not known or withheld. */
  readonly point: { readonly latitude: number; readonly longitude: number } | null;
}

const UNKNOWN: PlaceCodes = { ucdp: null, acled: null, point: null };

/**
 * The codes of a place as sources word it. Only places that a person put on record have any: nothing is looked up.
 *
 * @example
 * placeCodes('Kessar', index).ucdp; // '4'
 */
export function placeCodes(words: string | null, index: RecordIndex): PlaceCodes {
  const place = words === null ? null : index.placeOf(words);
  if (place === null) return UNKNOWN;
  const { latitude, longitude } = place;
  const ucdp = codeIn(place.precision, 'ucdp-where-prec') ?? BY_KIND[place.kind];
  return {
    ucdp,
    acled: codeIn(place.precision, 'acled-geo-precision') ?? TO_ACLED[ucdp] ?? null,
    point: latitude === null || longitude === null ? null : { latitude, longitude },
  };
}

function codeIn(precision: Coded | null, scheme: string): string | null {
  return precision?.scheme === scheme ? precision.code : null;
}
