/** The wrapped keys of blobs as PostgreSQL keeps them. */
import type { Sha256 } from '../../record/id.ts';
import type { LoggedBlobKeys } from '../keys/blob-key-ring.ts';
import type { Connections } from './connection.ts';

/** Hashes read at once. */
const PAGE = 500;

/**
 * Reads the keys of one record.
 *
 * @example
 * await postgresBlobKeys(connections).wrapped(sha256);
 */
export function postgresBlobKeys({ use }: Connections): LoggedBlobKeys {
  return {
    wrapped: async (sha256) => {
      const [row] = await use((connection) =>
        connection.rows<{ wrapped: string }>('SELECT wrapped FROM blob_keys WHERE sha256 = $1', [sha256]),
      );
      return row?.wrapped ?? null;
    },
    all: async function* () {
      let after = '';
      for (;;) {
        const page = await use((connection) =>
          connection.rows<{ sha256: Sha256 }>(
            'SELECT sha256 FROM blob_keys WHERE sha256 > $1 ORDER BY sha256 LIMIT $2',
            [after, PAGE],
          ),
        );
        yield* page.map(({ sha256 }) => sha256);
        const last = page.at(-1);
        if (last === undefined) return;
        after = last.sha256;
      }
    },
  };
}
