/** Runs the kept statements on a connection to PostgreSQL. */
import type { KeptQuery } from '../queries/kept-query.ts';
import type { RecordQueries } from '../reading/reading-port.ts';
import type { Connection } from './connection.ts';
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
