/** One moment of a record, for backups: everything is read inside the transaction that the caller began. */

import { broughtBytes } from '../../record/brought-bytes.ts';
import type { Sha256 } from '../../record/id.ts';
import type { Change } from '../../record/log-entry.ts';
import type { Tombstone } from '../append/rebuild.ts';
import type { AskConnection } from '../queries/ask-kept.ts';
import { walkLog } from '../queries/walk-log.ts';
import type { LogRow } from '../tables.ts';
import type { RecordSource } from './record-source.ts';

/**
 * Reads a connection. Begin a transaction on it first.
 *
 * @example
 * db.exec('BEGIN');
 * const source = momentOfRecord(askSqlite(db));
 */
export function momentOfRecord(ask: AskConnection): RecordSource {
  return {
    head: async () => (await ask(({ head }) => head))[0] ?? null,
    log: (after) => walkLog(ask, after),
    tombstones: async () => {
      const rows = await ask(({ tombstones }) => tombstones);
      return rows.flatMap(({ seq, body }) =>
        body === null ? [] : [{ ...(JSON.parse(body) as Tombstone), seq }],
      );
    },
    textOf: async (row) => {
      const capture = captureOf(row);
      if (capture === null) return null;
      const [text] = await ask(({ textBrought }) => textBrought, capture, row.seq);
      return text === undefined ? null : { sha256: text.sha256 as Sha256, content: text.content };
    },
    bytesOf: async (row) => {
      const capture = captureOf(row);
      if (capture === null) return sealedBytes(row);
      const [found] = await ask(({ bytesOf }) => bytesOf, capture);
      return found !== undefined && found.first === row.seq ? (found.sha256 as Sha256) : null;
    },
    recordKeyOf: async ({ seq, action, body }) => {
      if (action !== 'record-sealed' || body === null) return null;
      const [key] = await ask(({ recordKey }) => recordKey, seq);
      return key === undefined ? null : { epoch: key.epoch, wrapped: key.wrapped };
    },
    rewrapped: async (covered) => (await ask(({ rewrapped }) => rewrapped, covered, covered)).length > 0,
    knows: async (sha256) => (await ask(({ captureWith }) => captureWith, sha256, sha256)).length > 0,
  };
}

/** Ciphertext is brought once: no two sealed documents have the same. */
function sealedBytes({ action, body }: LogRow): Sha256 | null {
  return action === 'record-sealed' && body !== null ? broughtBytes(JSON.parse(body) as Change) : null;
}

/** The id of the capture that came in with an entry. */
function captureOf({ action, body }: LogRow): string | null {
  if (body === null || (action !== 'source-captured' && action !== 'copy-stored')) return null;
  const { capture } = JSON.parse(body) as { readonly capture: { readonly id: string } };
  return capture.id;
}
