/** Everything of a record that is moved, in the order in which it is played; bytes lie there already. */
import type { PlayedItem } from '../restore/play-record.ts';
import type { RecordToMove } from './held-record.ts';

/**
 * Gives entries with what they need before them.
 *
 * @param after the number of the entry after which to begin
 * @param until the number of the last entry
 * @example
 * await playRecord(movedItems(record, 0, 812), target, options);
 */
export async function* movedItems(
  { source, blobKeys }: RecordToMove,
  after: number,
  until: number,
): AsyncGenerator<PlayedItem> {
  if (until <= after) return;
  for await (const row of source.log(after)) {
    const text = await source.textOf(row);
    if (text !== null) yield { kind: 'text', ...text };
    const sha256 = await source.bytesOf(row);
    const wrapped = sha256 === null ? null : await blobKeys.wrapped(sha256);
    if (sha256 !== null && wrapped !== null)
      yield { kind: 'blob-key', row: { sha256, wrapped, entry: row.seq } };
    const key = await source.recordKeyOf(row);
    if (key !== null) yield { kind: 'record-key', seq: row.seq, key };
    yield { kind: 'entry', row };
    if (row.seq >= until) return;
  }
}
