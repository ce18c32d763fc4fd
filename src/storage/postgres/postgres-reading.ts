/** Answers the questions of a reading on PostgreSQL. */
import { keptQueries } from '../queries/kept-queries.ts';
import { keptReads } from '../queries/kept-reads.ts';
import { keptWrites } from '../queries/kept-writes.ts';
import { postgresQueryBuilder } from '../queries/query-builder.ts';
import { runLater } from '../queries/steps.ts';
import type { ReadingPort, RecordQueries } from '../reading/reading-port.ts';
import { answerOn } from './answer-question.ts';
import type { Connection, Connections } from './connection.ts';
import { ONE_MOMENT } from './transaction.ts';

/** The builder is connected to nothing: one serves all connections. */
let loading: Promise<RecordQueries> | null = null;

/**
 * Loads the query builder of PostgreSQL with the kept queries.
 *
 * @example
 * const queries = await postgresQueries();
 */
export function postgresQueries(): Promise<RecordQueries> {
  loading ??= postgresQueryBuilder().then((build) => ({
    build,
    kept: { ...keptQueries(build), ...keptReads(build), ...keptWrites(build) },
  }));
  return loading;
}

/**
 * The reading side of a record.
 *
 * @example
 * const port = postgresReading(connections, await postgresQueries());
 */
export function postgresReading(connections: Connections, queries: RecordQueries): ReadingPort {
  return {
    run: (reading, moments) => {
      const read = (connection: Connection) =>
        runLater(reading(queries), (question) => answerOn(connection, question));
      return moments === 'one' ? connections.transaction(ONE_MOMENT, read) : connections.use(read);
    },
  };
}
