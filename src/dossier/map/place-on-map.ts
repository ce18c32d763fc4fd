/**
 * How a place is drawn: a town or a point with coordinates as a dot in the ring of its uncertainty; all else as an area as
 * wide as it is known exactly. A country is its shape. A place without coordinates is not drawn, and nothing is guessed for it.
 */
import type { Coded } from '../../record/coded.ts';
import type { PlaceKind } from '../../record/place.ts';

/** What is known of where a place lies. */
export interface Whereabouts {
  readonly kind: PlaceKind;
  /** WGS 84 degrees; null: unknown or withheld. */
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** Kilometres that the area reaches; null: only its precision is known. */
  readonly radiusKm: number | null;
  /** UCDP where_prec or another list; null: not said. */
  readonly precision: Coded | null;
  /** ISO 3166-1 alpha-2, where it is a country or is known to lie in one. */
  readonly country: string | null;
}

/** `dot`: exact enough for one. `area`: a circle. `country`: the shape of it. */
export type MapForm =
  | {
      readonly form: 'dot' | 'area';
      readonly latitude: number;
      readonly longitude: number;
      readonly radiusKm: number;
    }
  | { readonly form: 'country'; readonly country: string };

/** Kilometres by UCDP where_prec. Ours: the code says what kind of area it is, not how wide. */
const REACH_KM: Readonly<Record<string, number>> = { 1: 3, 2: 25, 3: 40, 4: 100, 5: 300, 6: 300, 7: 100 };
/** The least that an area of a kind is drawn with: its listed towns may lie close together. */
const LEAST_KM: Readonly<Record<PlaceKind, number>> = {
  point: 1,
  settlement: 3,
  site: 1,
  adm2: 20,
  adm1: 50,
  country: 150,
};
/** Codes of UCDP under which a dot is honest. */
const DOT = new Set(['1', '2']);
const POINTED: ReadonlySet<PlaceKind> = new Set(['point', 'settlement', 'site']);

/**
 * The form of a place; null: it is not drawn.
 *
 * @example
 * formOf({ kind: 'adm1', latitude: 43.2, longitude: 45.8, radiusKm: 45, precision: null, country: 'RU' })?.form; // 'area'
 */
export function formOf(where: Whereabouts): MapForm | null {
  const { kind, latitude, longitude, country } = where;
  if (kind === 'country' && country !== null) return { form: 'country', country };
  if (latitude === null || longitude === null) return null;
  const code = where.precision?.scheme === 'ucdp-where-prec' ? where.precision.code : null;
  const exact = POINTED.has(kind) && (code === null || DOT.has(code));
  const reach = Math.max(
    LEAST_KM[kind],
    where.radiusKm ?? (code === null ? 0 : (REACH_KM[code] ?? 0)),
    kind === 'adm1' && where.radiusKm === null ? 100 : 0,
    // A town about which it is not said how exactly it is meant.
    POINTED.has(kind) && code === null ? 10 : 0,
  );
  return { form: exact ? 'dot' : 'area', latitude, longitude, radiusKm: reach };
}
