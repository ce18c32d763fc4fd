/** A record in PostgreSQL as the check reads it: one moment, in the order of keys, in pages. */
import type { CheckSource } from '../check/check-record.ts';
import { checkedSource } from '../check/checked-source.ts';
import type { Row } from '../check/compare-rows.ts';
import type { ViewTable } from '../tables.ts';
import type { Connection } from './connection.ts';
import { postgresQueries } from './postgres-reading.ts';
import { askPostgres } from './write-kept.ts';

/** Rows fetched at once; a row may hold a long text. */
const PAGE = 200;

/**
 * Reads a record on one connection, which must be in a transaction.
 *
 * @example
 * const { log, rows } = postgresSource(connection);
 */
export function postgresSource(connection: Connection): CheckSource {
  return checkedSource(askPostgres(connection), (table) => rowsInKeyOrder(connection, table));
}

/** Numbers by value, text by its UTF-8 bytes, as SQLite orders them. A cursor is PostgreSQL's own way to read in pages. */
async function* rowsInKeyOrder(connection: Connection, table: ViewTable): AsyncGenerator<Row> {
  const { kept } = await postgresQueries();
  const cursor = `rows_of_${table}`;
  await connection.rows(`DECLARE ${cursor} NO SCROLL CURSOR FOR ${kept.inKeyOrder[table].sql}`);
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
