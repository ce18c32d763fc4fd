/** Searches under a name, as the vault keeps them: for every page and for the palette. */
import { signal } from '@preact/signals';
import { type Answer, call } from '../api/call.ts';

export type KeptSearch = Answer<'GET /api/searches'>['searches'][number];

/** By name; empty until they are known. */
export const keptSearches = signal<readonly KeptSearch[]>([]);

/**
 * Reads them anew; what cannot be read leaves them as they were.
 *
 * @example
 * await readKeptSearches();
 */
export async function readKeptSearches(): Promise<void> {
  await call('GET /api/searches', {}).then(
    ({ searches }) => {
      keptSearches.value = searches;
    },
    () => undefined,
  );
}

/**
 * Keeps a page with its filters under a name.
 *
 * @throws DeskFault
 * @example
 * await keepSearch('Refused visas', '/responses?answer=refused');
 */
export async function keepSearch(name: string, address: string): Promise<void> {
  await call('POST /api/searches', { body: { name, address } });
  await readKeptSearches();
}

/**
 * Keeps a search no longer.
 *
 * @throws DeskFault
 * @example
 * await dropSearch('Refused visas');
 */
export async function dropSearch(name: string): Promise<void> {
  await call('POST /api/searches/drops', { body: { name } });
  await readKeptSearches();
}
