/** A record as the check reads it, on a connection that sees one moment. */
import type { AskConnection } from '../queries/ask-kept.ts';
import { walkLog } from '../queries/walk-log.ts';
import type { RecordKeyRow } from '../tables.ts';
import type { CheckSource } from './check-record.ts';

/**
 * Reads a connection. Begin a transaction on it first.
 *
 * @param rows how the engine walks a table in the order of its key without holding it whole
 * @example
 * const source = checkedSource(askSqlite(db), (table) => rowsInKeyOrder(db, table));
 */
export function checkedSource(ask: AskConnection, rows: CheckSource['rows']): CheckSource {
  return {
    log: () => walkLog(ask),
    rows,
    tiles: () => ask((kept) => kept.tiles),
    head: async () => (await ask(({ head }) => head))[0] ?? null,
    text: async (sha256) => (await ask(({ text }) => text, sha256))[0]?.content ?? null,
    entriesWith: (action) => ask(({ entriesOf }) => entriesOf, action),
    recordKeys: () => walkKeys(ask),
  };
}

async function* walkKeys(ask: AskConnection): AsyncGenerator<RecordKeyRow> {
  for (let after = 0; ; ) {
    const page = await ask(({ recordKeysAfter }) => recordKeysAfter, after);
    yield* page;
    const last = page.at(-1);
    if (last === undefined) return;
    after = last.sealed;
  }
}
