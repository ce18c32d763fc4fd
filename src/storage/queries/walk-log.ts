/** A log from one end to the other, in pages: other questions may be asked between two entries. */
import type { LogRow } from '../tables.ts';
import type { AskConnection } from './ask-kept.ts';

/**
 * Entries after a number, in order.
 *
 * @param after without it, every row there is, however it is numbered
 * @example
 * for await (const row of walkLog(ask, 0)) count += 1;
 */
export async function* walkLog(
  ask: AskConnection,
  after: number = Number.MIN_SAFE_INTEGER,
): AsyncGenerator<LogRow> {
  for (let last = after; ; ) {
    const page = await ask(({ logAfter }) => logAfter, last);
    yield* page;
    const end = page.at(-1);
    if (end === undefined) return;
    last = end.seq;
  }
}
