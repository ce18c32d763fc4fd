/** What a reading needs of an engine: somebody who answers its questions. */

import type { QueryBuilder } from '../queries/dialect.ts';
import type { KeptQueries } from '../queries/kept-queries.ts';
import type { KeptReads } from '../queries/kept-reads.ts';
import type { KeptWrites } from '../queries/kept-writes.ts';
import type { Steps } from '../queries/steps.ts';

/** What a reading writes its questions with. */
export interface RecordQueries {
  readonly build: QueryBuilder;
  readonly kept: KeptQueries & KeptReads & KeptWrites;
}

/** One engine, as far as reading goes. */
export interface ReadingPort {
  /**
   * Runs a reading.
   *
   * @param moments `one`: all its questions are answered as of one moment, whoever writes meanwhile
   * @throws OnRecordError for every fault of the engine that has a code
   */
  run<T>(reading: (queries: RecordQueries) => Steps<T>, moments: 'one' | 'any'): Promise<T>;
}
