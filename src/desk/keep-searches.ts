/** Searches that people keep under a name: an address of the desk with all its filters. Kept in the vault and in no log. */
import { OnRecordError } from '../record/onrecord-error.ts';
import type { Desk } from './desk.ts';
import { notesOf } from './keep-drafts.ts';

export interface KeptSearch {
  readonly name: string;
  /** Path and question of a page of the desk, such as "/responses?answer=refused". */
  readonly address: string;
  /** When it was kept: ISO 8601 instant, UTC. */
  readonly at: string;
}

type NotedDesk = Pick<Desk, 'clock' | 'notes'>;

/** A page of the desk and nothing else: no other host, no script, no part of a page. */
const ADDRESS = /^\/[a-z]+(?:\/[a-z]+)?(?:\?[^#\s]*)?$/u;
const MOST_NAME = 120;
const MOST_ADDRESS = 4_000;
const MOST_SEARCHES = 200;

/**
 * Keeps a search, in the place of the one of the same name.
 *
 * @throws OnRecordError `bad-usage`, `read-only`, `disk-full`
 * @example
 * await keepSearch(desk, { name: 'Refused visas', address: '/responses?answer=refused&measure=visa' });
 */
export async function keepSearch(
  desk: NotedDesk,
  { name: given, address }: Pick<KeptSearch, 'name' | 'address'>,
): Promise<KeptSearch> {
  const name = given.trim().normalize('NFC');
  if (name === '' || name.length > MOST_NAME || /\p{Cc}/u.test(name))
    throw new OnRecordError('bad-usage', `Give the search a name: one line of at most ${MOST_NAME} letters.`);
  if (!ADDRESS.test(address) || address.length > MOST_ADDRESS || address.startsWith('/api'))
    throw new OnRecordError('bad-usage', 'Only a page of the desk can be kept as a search.');
  const others = (await listSearches(desk)).filter((one) => one.name !== name);
  if (others.length >= MOST_SEARCHES)
    throw new OnRecordError('bad-usage', `${MOST_SEARCHES} searches are kept already: drop one first.`);
  const at = desk.clock().toISOString();
  await notesOf(desk).put({ kind: 'search', name, source: null, body: address, at });
  return { name, address, at };
}

/**
 * All kept searches by name.
 *
 * @example
 * (await listSearches(desk)).map(({ name }) => name);
 */
export async function listSearches(desk: Pick<Desk, 'notes'>): Promise<readonly KeptSearch[]> {
  const notes = await notesOf(desk).all('search');
  return notes
    .map(({ name, body, at }) => ({ name, address: body, at }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
}

/**
 * Drops a search; nothing happens when there is none.
 *
 * @example
 * await dropSearch(desk, 'Refused visas');
 */
export async function dropSearch(desk: Pick<Desk, 'notes'>, name: string): Promise<void> {
  await notesOf(desk).drop('search', name);
}
