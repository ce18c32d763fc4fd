/** A record in PostgreSQL as the check reads it: one moment, in the order of keys, in pages. */
import type { CheckSource } from '../check/check-record.ts';
import type { Row } from '../check/compare-rows.ts';
import { type LogHeadRow, type LogRow, type LogTileRow, VIEW_TABLES, type ViewTable } from '../tables.ts';
import type { Connection } from './connection.ts';

/** Rows fetched at once; a row may hold a long text. */
const PAGE = 200;

/**
 * Reads a record on one connection, which must be in a transaction.
 *
 * @example
 * const { log, rows } = postgresSource(connection);
 */
export function postgresSource(connection: Connection): CheckSource {
  return {
    log: () => walkLog(connection),
    rows: (table) => rowsInKeyOrder(connection, table),
    tiles: () => connection.rows<LogTileRow>('SELECT * FROM log_tiles ORDER BY level, place'),
    head: async () => (await connection.rows<LogHeadRow>('SELECT * FROM log_head'))[0] ?? null,
    text: async (sha256) =>
      (await connection.rows<{ content: string }>('SELECT content FROM texts WHERE sha256 = $1', [sha256]))[0]
        ?.content ?? null,
    entriesWith: (action) =>
      connection.rows<LogRow>('SELECT * FROM log WHERE action = $1 ORDER BY seq', [action]),
  };
}

async function* walkLog(connection: Connection): AsyncGenerator<LogRow> {
  let after = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const page = await connection.rows<LogRow>('SELECT * FROM log WHERE seq > $1 ORDER BY seq LIMIT 64', [
      after,
    ]);
    yield* page;
    const last = page.at(-1);
    if (last === undefined) return;
    after = last.seq;
  }
}

/**
 * Rows of a table in the order of its key: numbers by value, text by its UTF-8 bytes, as SQLite orders them.
 *
 * @example
 * for await (const row of rowsInKeyOrder(connection, 'claims')) count += 1;
 */
export async function* rowsInKeyOrder(connection: Connection, table: ViewTable): AsyncGenerator<Row> {
  const cursor = `rows_of_${table}`;
  const order = VIEW_TABLES[table].join(', ');
  await connection.rows(`DECLARE ${cursor} NO SCROLL CURSOR FOR SELECT * FROM ${table} ORDER BY ${order}`);
  try {
    for (;;) {
      const page = await connection.rows<Row>(`FETCH ${PAGE} FROM ${cursor}`);
      yield* page;
      if (page.length < PAGE) return;
    }
  } finally {
    await connection.rows(`CLOSE ${cursor}`);
  }
}
