/** Asks for every page of a list, where a page of the desk shows all of it. */
import type { Api } from '../../server/api/every-route.ts';
import { type Answer, call, type Question } from './call.ts';

/** Fields of an answer that hold rows. */
export type RowsOf<K extends keyof Api> = {
  [F in keyof Answer<K> & string]: Answer<K>[F] extends readonly unknown[] ? F : never;
}[keyof Answer<K> & string];

/** Rows of one page: the most that the server gives. */
const MOST = 200;

/**
 * Asks until nothing follows, and gives one answer with the rows of all.
 *
 * @throws DeskFault with the server's own words
 * @example
 * (await callWhole('GET /api/people/lists', { question: {}, rows: 'lists' })).lists;
 */
export async function callWhole<K extends keyof Api>(
  key: K,
  asked: { readonly question: Question<K>; readonly rows: RowsOf<K>; readonly signal?: AbortSignal },
  ask: typeof call = call,
): Promise<Answer<K>> {
  const { question, rows, signal } = asked;
  const all: unknown[] = [];
  let cursor: string | undefined;
  for (;;) {
    const told = question as { readonly query?: object };
    const query = { ...told.query, limit: MOST, cursor };
    const page = await ask(key, { ...told, query } as Question<K>, signal === undefined ? {} : { signal });
    const { next } = page as { readonly next: string | null };
    all.push(...(page[rows] as readonly unknown[]));
    if (next === null) return { ...(page as object), [rows]: all } as Answer<K>;
    cursor = next;
  }
}
