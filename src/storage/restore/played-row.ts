/** What an entry that is played into a new vault brings with it: bytes, and the key of a sealed record. */
import { broughtBytes } from '../../record/brought-bytes.ts';
import type { Sha256 } from '../../record/id.ts';
import type { Change } from '../../record/log-entry.ts';
import type { WrappedKey } from '../../record/sealed/sealed-record.ts';
import type { LogRow, RecordKeyRow } from '../tables.ts';

const BRINGING: ReadonlySet<string> = new Set(['source-captured', 'copy-stored', 'record-sealed']);

/**
 * Hashes of the bytes that an entry brings; none for most.
 *
 * @example
 * for (const sha256 of bytesIn(row)) ring.settled(sha256);
 */
export function bytesIn({ action, body }: LogRow): readonly Sha256[] {
  if (body === null || !BRINGING.has(action)) return [];
  const sha256 = broughtBytes(JSON.parse(body) as Change);
  return sha256 === null ? [] : [sha256];
}

/**
 * The row of the key that an entry brings; null: it brings none, or the backup has none for it, which the check will tell.
 *
 * @example
 * recordKeyIn(row, recordKeys)?.sealed === row.seq;
 */
export function recordKeyIn(row: LogRow, recordKeys: ReadonlyMap<number, WrappedKey>): RecordKeyRow | null {
  const key = recordKeys.get(row.seq);
  if (key === undefined || row.body === null || row.action !== 'record-sealed') return null;
  const change = JSON.parse(row.body) as Change;
  if (change.action !== 'record-sealed') return null;
  const { compartment, record, version } = change;
  const { epoch, wrapped } = key;
  return { sealed: row.seq, compartment, record, version, epoch, wrapped, entry: row.seq };
}
