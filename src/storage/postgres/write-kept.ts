/** Runs the kept statements on a connection to PostgreSQL. */
import type { AskConnection } from '../queries/ask-kept.ts';
import type { KeptQuery } from '../queries/kept-query.ts';
import type { RecordQueries } from '../reading/reading-port.ts';
import type { Connection, Connections } from './connection.ts';
import { postgresQueries } from './postgres-reading.ts';

/** Values that a kept query is asked with. */
type Cells = readonly (string | number | null)[];

/** Names one of the kept queries. */
type Which<A extends Cells, R> = (kept: RecordQueries['kept']) => KeptQuery<A, R>;

/**
 * Runs a statement that writes.
 *
 * @returns how many rows it wrote
 * @example
 * await writeKept(connection, ({ openFor }) => openFor, 12);
 */
export async function writeKept<A extends Cells, R>(
  connection: Connection,
  which: Which<A, R>,
  ...values: A
): Promise<number> {
  const query = which((await postgresQueries()).kept);
  return connection.write(query.sql, query.parameters(...values));
}

/**
 * Asks a kept query for all its rows.
 *
 * @example
 * const [head] = await readKept(connection, ({ head }) => head);
 */
export async function readKept<A extends Cells, R>(
  connection: Connection,
  which: Which<A, R>,
  ...values: A
): Promise<readonly R[]> {
  const query = which((await postgresQueries()).kept);
  return connection.rows<R>(query.sql, query.parameters(...values));
}

/**
 * Asks the kept queries on a connection to PostgreSQL.
 *
 * @example
 * const source = momentOfRecord(askPostgres(connection));
 */
export function askPostgres(connection: Connection): AskConnection {
  return (which, ...values) => readKept(connection, which, ...values);
}

/**
 * Asks the kept queries of a record, each question on whichever connection is free.
 *
 * @example
 * await loggedBlobKeys(askRecord(connections)).wrapped(sha256);
 */
export function askRecord({ use }: Connections): AskConnection {
  return (which, ...values) => use((connection) => readKept(connection, which, ...values));
}
