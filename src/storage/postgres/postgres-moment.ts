/** One moment of a record in PostgreSQL, for backups. */
import { momentOfRecord } from '../backup/moment-of-record.ts';
import type { Moment } from '../backup/record-source.ts';
import type { Connections } from './connection.ts';
import { ONE_MOMENT } from './transaction.ts';
import { askPostgres } from './write-kept.ts';

/**
 * Reads one moment of a record on a connection of its own, while others go on writing. The server does not end it
 * however long a slow stick takes.
 *
 * @example
 * const head = await postgresMoment(connections)((source) => source.head());
 */
export function postgresMoment(connections: Connections): Moment {
  return (work) =>
    connections.transaction(ONE_MOMENT, async (connection) => {
      await connection.rows("SELECT set_config('idle_in_transaction_session_timeout', '0', true)");
      return work(momentOfRecord(askPostgres(connection)));
    });
}
