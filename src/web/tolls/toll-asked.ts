/** What the page of tolls is asked for, as it stands in the address: a link to a scope can be kept and sent. */

export const SCOPE_FIELDS = ['measure', 'place', 'from', 'until', 'by', 'group', 'asOf', 'preset'] as const;
export type ScopeField = (typeof SCOPE_FIELDS)[number];
export type TollAsked = Readonly<Partial<Record<ScopeField, string>>>;

/**
 * Reads it from the address; what is empty is absent.
 *
 * @example
 * tollAsked(new URLSearchParams('place=Kessar&by=')); // { place: 'Kessar' }
 */
export function tollAsked(query: URLSearchParams): TollAsked {
  const given = SCOPE_FIELDS.map((field) => [field, query.get(field)?.trim() ?? ''] as const);
  return Object.fromEntries(given.filter(([, value]) => value !== ''));
}

/**
 * The address of a page with it.
 *
 * @example
 * addressWith('/tolls', { place: 'Kessar', by: '' }); // '/tolls?place=Kessar'
 */
export function addressWith(path: string, asked: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(asked).filter((one): one is [string, string] => (one[1] ?? '') !== '');
  const search = new URLSearchParams(given).toString();
  return search === '' ? path : `${path}?${search}`;
}
