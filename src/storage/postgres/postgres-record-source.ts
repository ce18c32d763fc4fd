/** One moment of a record in PostgreSQL, for backups: everything is read inside the transaction that the caller began. */
import type { Sha256 } from '../../record/id.ts';
import type { SourceErased } from '../../record/log-entry.ts';
import type { Moment, RecordSource } from '../backup/record-source.ts';
import type { LogHeadRow, LogRow } from '../tables.ts';
import type { Connection, Connections } from './connection.ts';
import { ONE_MOMENT } from './transaction.ts';

/** Entries read at once. */
const PAGE = 64;

const TEXT = `
  SELECT texts.sha256, content FROM captures JOIN texts ON texts.sha256 = captures.text_sha256
  WHERE captures.id = $1 AND texts.entry = $2`;

/** With the entry that brought these bytes first. */
const BYTES = `
  SELECT sha256, (SELECT min(entry) FROM captures AS same WHERE same.sha256 = captures.sha256) AS first
  FROM captures WHERE id = $1`;

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
      return work(postgresRecordSource(connection));
    });
}

/**
 * Reads a connection. Begin a transaction on it first.
 *
 * @example
 * await connections.transaction(ONE_MOMENT, (connection) => postgresRecordSource(connection).head());
 */
export function postgresRecordSource(connection: Connection): RecordSource {
  return {
    head: async () => (await connection.rows<LogHeadRow>('SELECT * FROM log_head'))[0] ?? null,
    log: (after) => walkLog(connection, after),
    tombstones: async () => {
      const rows = await connection.rows<{ seq: number; body: string }>(
        "SELECT seq, body FROM log WHERE action = 'source-erased' ORDER BY seq",
      );
      return rows.map(({ seq, body }) => ({ ...(JSON.parse(body) as SourceErased), seq }));
    },
    textOf: async (row) => {
      const capture = captureOf(row);
      if (capture === null) return null;
      const rows = await connection.rows<{ sha256: Sha256; content: string }>(TEXT, [capture, row.seq]);
      return rows[0] ?? null;
    },
    bytesOf: async (row) => {
      const capture = captureOf(row);
      if (capture === null) return null;
      const [found] = await connection.rows<{ sha256: Sha256; first: number }>(BYTES, [capture]);
      return found !== undefined && found.first === row.seq ? found.sha256 : null;
    },
    knows: async (sha256) => {
      const [found] = await connection.rows('SELECT FROM captures WHERE sha256 = $1 LIMIT 1', [sha256]);
      return found !== undefined;
    },
  };
}

async function* walkLog(connection: Connection, after: number): AsyncGenerator<LogRow> {
  for (let last = after; ; ) {
    const page = await connection.rows<LogRow>('SELECT * FROM log WHERE seq > $1 ORDER BY seq LIMIT $2', [
      last,
      PAGE,
    ]);
    yield* page;
    const end = page.at(-1);
    if (end === undefined) return;
    last = end.seq;
  }
}

/** The id of the capture that came in with an entry. */
function captureOf({ action, body }: LogRow): string | null {
  if (body === null || (action !== 'source-captured' && action !== 'copy-stored')) return null;
  const { capture } = JSON.parse(body) as { readonly capture: { readonly id: string } };
  return capture.id;
}
