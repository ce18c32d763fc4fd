/** What the page of places is asked for, as it stands in the address. */
import { PLACE_KINDS } from '../../record/place.ts';
import { MEASURES } from '../../record/proposition.ts';
import { PRECISIONS } from './precisions.ts';

/** What may be asked; all absent: everything. */
export interface PlaceAsked {
  readonly q?: string;
  readonly kind?: (typeof PLACE_KINDS)[number] | 'unplaced';
  readonly precision?: string;
  readonly country?: string;
  readonly measure?: (typeof MEASURES)[number];
  readonly from?: string;
  readonly until?: string;
}

/**
 * Reads it from the address; what is empty or unknown is absent.
 *
 * @example
 * placeAsked(new URLSearchParams('kind=site&country=')); // { kind: 'site' }
 */
export function placeAsked(query: URLSearchParams): PlaceAsked {
  const given = (name: string): string | undefined => query.get(name)?.trim() || undefined;
  const day = (name: string): string | undefined =>
    /^\d{4}-\d\d-\d\d$/u.test(given(name) ?? '') ? given(name) : undefined;
  const asked = {
    q: given('q'),
    kind: ([...PLACE_KINDS, 'unplaced'] as const).find((one) => one === given('kind')),
    precision: PRECISIONS.find((one) => one === given('precision')),
    country: /^[A-Z]{2}$/u.test(given('country') ?? '') ? given('country') : undefined,
    measure: MEASURES.find((one) => one === given('measure')),
    from: day('from'),
    until: day('until'),
  };
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
}
