/** One moment of a record on SQLite, for backups: everything is read inside the transaction that the caller began. */
import type { Sha256 } from '../../record/id.ts';
import type { SourceErased } from '../../record/log-entry.ts';
import type { RecordSource } from '../backup/record-source.ts';
import type { LogHeadRow, LogRow } from '../tables.ts';
import type { SqliteDatabase } from './engine.ts';

/** Entries read at once. */
const PAGE = 64;

/**
 * Reads a connection. Begin a transaction on it first.
 *
 * @example
 * db.exec('BEGIN');
 * const source = sqliteSource(db);
 */
export function sqliteSource(db: SqliteDatabase): RecordSource {
  const page = db.prepare<unknown[], LogRow>('SELECT * FROM log WHERE seq > ? ORDER BY seq LIMIT ?');
  const head = db.prepare<unknown[], LogHeadRow>('SELECT * FROM log_head');
  const tombstones = db.prepare<unknown[], { seq: number; body: string }>(
    "SELECT seq, body FROM log WHERE action = 'source-erased' ORDER BY seq",
  );
  const text = db.prepare<unknown[], { sha256: Sha256; content: string }>(
    `SELECT texts.sha256, content FROM captures JOIN texts ON texts.sha256 = captures.text_sha256
     WHERE captures.id = ? AND texts.entry = ?`,
  );
  const bytes = db.prepare<unknown[], { sha256: Sha256; first: number }>(
    `SELECT sha256, (SELECT min(entry) FROM captures AS same WHERE same.sha256 = captures.sha256) AS first
     FROM captures WHERE id = ?`,
  );
  const known = db.prepare('SELECT 1 FROM captures WHERE sha256 = ?');
  return {
    knows: async (sha256) => known.get(sha256) !== undefined,
    head: async () => head.get() ?? null,
    log: async function* (after) {
      let last = after;
      for (let rows = page.all(last, PAGE); rows.length > 0; rows = page.all(last, PAGE)) {
        yield* rows;
        last = rows.at(-1)?.seq ?? last;
      }
    },
    tombstones: async () =>
      tombstones.all().map(({ seq, body }) => ({ ...(JSON.parse(body) as SourceErased), seq })),
    textOf: async (row) => {
      const capture = captureOf(row);
      return capture === null ? null : (text.get(capture, row.seq) ?? null);
    },
    bytesOf: async (row) => {
      const capture = captureOf(row);
      const found = capture === null ? undefined : bytes.get(capture);
      return found !== undefined && found.first === row.seq ? found.sha256 : null;
    },
  };
}

/** The id of the capture that came in with an entry. */
function captureOf({ action, body }: LogRow): string | null {
  if (body === null || (action !== 'source-captured' && action !== 'copy-stored')) return null;
  const { capture } = JSON.parse(body) as { readonly capture: { readonly id: string } };
  return capture.id;
}
