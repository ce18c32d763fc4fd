/** What a page is asked for, as it stands in the address: it can be kept, sent, and named as a search. */
import { go } from './location.ts';

/**
 * Reads fields from the address; what is empty is ''.
 *
 * @example
 * askedFrom(new URLSearchParams('q=kess'), ['q', 'kind']); // { q: 'kess', kind: '' }
 */
export function askedFrom<F extends string>(
  query: URLSearchParams,
  fields: readonly F[],
): Readonly<Record<F, string>> {
  return Object.fromEntries(fields.map((field) => [field, query.get(field) ?? ''])) as Record<F, string>;
}

/**
 * The address of a page with what it is asked for; what is empty is left out.
 *
 * @example
 * addressWith('/tolls', { place: 'Kessar', by: '' }); // '/tolls?place=Kessar'
 */
export function addressWith(path: string, asked: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(asked).filter((one): one is [string, string] => (one[1] ?? '') !== '');
  const search = new URLSearchParams(given).toString();
  return search === '' ? path : `${path}?${search}`;
}

/**
 * Asks the page for something else: the address changes, and nothing is added to the history.
 *
 * @example
 * ask('/actors', { q: 'guard', kind: '' });
 */
export function ask(path: string, asked: Readonly<Record<string, string | undefined>>): void {
  go(addressWith(path, asked), { replace: true });
}
