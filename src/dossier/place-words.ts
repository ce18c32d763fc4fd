/** Kinds of places and how exactly one is known, in words. */
import acled from '../../vocab/acled-geo-precision.json' with { type: 'json' };
import airwars from '../../vocab/airwars-accuracy.json' with { type: 'json' };
import ucdp from '../../vocab/ucdp-where-prec.json' with { type: 'json' };
import type { Coded } from '../record/coded.ts';
import type { PlaceKind } from '../record/place.ts';

const KINDS: Readonly<Record<PlaceKind, string>> = {
  point: 'point',
  settlement: 'town or village',
  adm2: 'district',
  adm1: 'region',
  country: 'country',
  site: 'site',
};

const LISTS: Readonly<Record<string, readonly { readonly code: string; readonly label: string }[]>> = {
  'ucdp-where-prec': ucdp.codes,
  'acled-geo-precision': acled.codes,
  'airwars-accuracy': airwars.codes,
};

/**
 * The kind of a place.
 *
 * @example
 * placeKindWords('adm1'); // 'region'
 */
export function placeKindWords(kind: PlaceKind): string {
  return KINDS[kind];
}

/**
 * How exactly a place is known.
 *
 * @example
 * precisionWords({ scheme: 'ucdp-where-prec', code: '1' }); // 'exact place'
 */
export function precisionWords(precision: Coded | null): string {
  if (precision === null) return 'how exactly is not said';
  const found = LISTS[precision.scheme]?.find(({ code }) => code === precision.code);
  return found?.label ?? `${precision.scheme} ${precision.code}`;
}
