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
