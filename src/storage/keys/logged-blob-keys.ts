/** The wrapped keys of blobs as a record store keeps them. */
import type { Sha256 } from '../../record/id.ts';
import type { AskConnection } from '../queries/ask-kept.ts';
import type { LoggedBlobKeys } from './blob-key-ring.ts';

/**
 * Reads the keys of one record.
 *
 * @example
 * await loggedBlobKeys(askSqlite(db)).wrapped(sha256);
 */
export function loggedBlobKeys(ask: AskConnection): LoggedBlobKeys {
  return {
    wrapped: async (sha256) => {
      const [row] = await ask(({ wrappedKey }) => wrappedKey, sha256);
      return row?.wrapped ?? null;
    },
    all: async function* () {
      let after = '';
      for (;;) {
        const page = await ask(({ keyedBytes }) => keyedBytes, after);
        for (const { sha256 } of page) yield sha256 as Sha256;
        const last = page.at(-1);
        if (last === undefined) return;
        after = last.sha256;
      }
    },
  };
}
