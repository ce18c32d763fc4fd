/** How a kept query is asked on one connection, whichever engine it belongs to. */
import type { KeptQueries } from './kept-queries.ts';
import type { KeptQuery } from './kept-query.ts';
import type { KeptReads } from './kept-reads.ts';
import type { KeptWrites } from './kept-writes.ts';

/** Asks one of the kept queries for all its rows. */
export type AskConnection = <A extends readonly (string | number | null)[], R>(
  which: (kept: KeptQueries & KeptReads & KeptWrites) => KeptQuery<A, R>,
  ...values: A
) => Promise<readonly R[]>;
