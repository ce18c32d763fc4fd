/** Answers the questions of a reading on one connection. */
import type { Question, Value } from '../queries/steps.ts';
import type { Connection } from './connection.ts';

/**
 * Answers one question of a reading. Rows to be handed over one by one come through a cursor, so that a large table is
 * never held whole; that needs a transaction.
 *
 * @example
 * await runLater(reading, (question) => answerOn(connection, question));
 */
export async function answerOn(
  connection: Connection,
  { sql, parameters, each }: Question,
): Promise<readonly unknown[]> {
  if (each === null) return connection.rows(sql, parameters);
  for await (const page of pagesOf(connection, sql, parameters)) for (const row of page) each(row);
  return [];
}

/** Rows fetched at once. */
const PAGE = 2000;

async function* pagesOf(
  connection: Connection,
  sql: string,
  parameters: readonly unknown[],
): AsyncGenerator<readonly (readonly Value[])[]> {
  await connection.rows(`DECLARE reading NO SCROLL CURSOR FOR ${sql}`, parameters);
  for (;;) {
    const page = await connection.lists(`FETCH ${PAGE} FROM reading`);
    yield page;
    if (page.length < PAGE) break;
  }
  await connection.rows('CLOSE reading');
}
