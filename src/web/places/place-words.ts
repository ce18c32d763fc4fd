/** Words for what is known of a place. */
import type { Answer } from '../api/call.ts';
import type { WordKey } from '../words/en.ts';
import { words } from '../words/language.ts';
import { PRECISIONS } from './precisions.ts';

export type PlaceShape = Answer<'GET /api/places'>['places'][number];
type Coded = { readonly scheme: string; readonly code: string };

/** HURIDOCS lists 17 and 5, as this program has them. */
export const SITE_TYPES = [
  'huridocs-17.0304',
  'huridocs-17.0305',
  'huridocs-17.0306',
  'huridocs-17.0904',
  'huridocs-17.0905',
  'huridocs-5.0202',
  'huridocs-5.0203',
  'huridocs-5.0205',
  'huridocs-5.0206',
  'huridocs-5.0207',
] as const;

/**
 * How exactly a place is known.
 *
 * @example
 * precisionWords({ scheme: 'ucdp-where-prec', code: '4' }); // 'a region'
 */
export function precisionWords(precision: Coded | null): string {
  if (precision === null) return words('places.exact.none');
  const known = PRECISIONS.find((code) => precision.scheme === 'ucdp-where-prec' && code === precision.code);
  return known === undefined
    ? `${precision.scheme} ${precision.code}`
    : words(`places.exact.${known}` satisfies WordKey);
}

/**
 * The type of a site; the code where it has no words here.
 *
 * @example
 * siteTypeWords({ scheme: 'huridocs-17', code: '0305' }); // 'police station'
 */
export function siteTypeWords({ scheme, code }: Coded): string {
  const known = SITE_TYPES.find((one) => one === `${scheme}.${code}`);
  return known === undefined ? `${scheme} ${code}` : words(`site.${known}`);
}

/**
 * The address of a place.
 *
 * @example
 * placeAddress('velt, kessar'); // '/places/velt%2C%20kessar'
 */
export function placeAddress(key: string): string {
  return `/places/${encodeURIComponent(key)}`;
}
