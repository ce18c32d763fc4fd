/** What the page of incidents is asked for, as it stands in the address. */
import { MEASURES } from '../../record/proposition.ts';

/** What may be asked; all absent: everything. */
export interface IncidentAsked {
  readonly q?: string;
  readonly kind?: string;
  readonly place?: string;
  readonly measure?: (typeof MEASURES)[number];
  readonly from?: string;
  readonly until?: string;
}

/**
 * Reads it from the address; what is empty or unknown is absent.
 *
 * @example
 * incidentAsked(new URLSearchParams('kind=raid&from=')); // { kind: 'raid' }
 */
export function incidentAsked(query: URLSearchParams): IncidentAsked {
  const given = (name: string): string | undefined => query.get(name)?.trim() || undefined;
  const day = (name: string): string | undefined =>
    /^\d{4}-\d\d-\d\d$/u.test(given(name) ?? '') ? given(name) : undefined;
  const asked = {
    q: given('q'),
    kind: given('kind'),
    place: given('place'),
    measure: MEASURES.find((one) => one === given('measure')),
    from: day('from'),
    until: day('until'),
  };
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
}
