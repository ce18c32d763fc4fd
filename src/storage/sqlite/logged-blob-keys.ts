/** The wrapped keys of blobs as SQLite keeps them. */
import type { Sha256 } from '../../record/id.ts';
import type { LoggedBlobKeys } from '../keys/blob-key-ring.ts';
import type { SqliteDatabase } from './engine.ts';

/** Hashes read at once. */
const PAGE = 500;

/**
 * Reads the keys of one connection.
 *
 * @example
 * await loggedBlobKeys(db).wrapped(sha256);
 */
export function loggedBlobKeys(db: SqliteDatabase): LoggedBlobKeys {
  const one = db.prepare<unknown[], string>('SELECT wrapped FROM blob_keys WHERE sha256 = ?').pluck(true);
  const page = db
    .prepare<unknown[], Sha256>('SELECT sha256 FROM blob_keys WHERE sha256 > ? ORDER BY sha256 LIMIT ?')
    .pluck(true);
  return {
    wrapped: async (sha256) => one.get(sha256) ?? null,
    all: async function* () {
      let after = '';
      for (let found = page.all(after, PAGE); found.length > 0; found = page.all(after, PAGE)) {
        yield* found;
        after = found.at(-1) ?? after;
      }
    },
  };
}
