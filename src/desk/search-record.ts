/** Finds words in all stored texts. Refuses an empty question. */
import { OnRecordError } from '../record/onrecord-error.ts';
import type { Desk } from './desk.ts';
import { openLookup } from './lookup.ts';
import type { SearchHit } from './ports/record-store.ts';

/** A hit with what is known about its source. */
export interface SearchResult extends SearchHit {
  readonly publisher: string | null;
  readonly publishedAt: string | null;
}

export interface SearchResults {
  /** Best first. */
  readonly hits: readonly SearchResult[];
  /** False: the words stand together in so many texts that the latest alone were weighed; a further word narrows it. */
  readonly whole: boolean;
}

/**
 * Searches; words must all stand in the text, "quoted words" one after the other.
 *
 * @param limit hits
 * @throws OnRecordError `bad-usage` for a question without a word
 * @example
 * const { hits } = await searchRecord(desk, '"grain depot" detained', 20);
 */
export async function searchRecord(desk: Desk, query: string, limit: number): Promise<SearchResults> {
  if (!/[\p{L}\p{N}]/u.test(query))
    throw new OnRecordError('bad-usage', 'Give at least one word to search for.');
  const lookup = openLookup(desk.store);
  const results: SearchResult[] = [];
  const { hits, whole } = await desk.store.search(query, limit);
  for (const hit of hits) {
    const source = await lookup.source(hit.source);
    const publisher = await lookup.nameOf(source?.publisher ?? null);
    results.push({ ...hit, publisher, publishedAt: source?.publishedAt ?? null });
  }
  return { hits: results, whole };
}
