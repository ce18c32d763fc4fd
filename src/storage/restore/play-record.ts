/** Plays a record into an empty store, in batches that fit memory. */
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { WrappedKey } from '../../record/sealed/sealed-record.ts';
import type { Erasures } from '../append/rebuild.ts';
import type { RecordItem } from '../backup/record-source.ts';
import type { BlobKeyRow, LogRow } from '../tables.ts';
import type { RestoreTarget } from './restore-target.ts';

/** Entries, and characters of bodies and texts, that go in together. */
const BATCH_ENTRIES = 1000;
const BATCH_CHARACTERS = 16_000_000;

/** What is played: of a move the bytes stay as they lie, and only their keys come. */
export type PlayedItem = RecordItem | { readonly kind: 'blob-key'; readonly row: BlobKeyRow };

export interface PlayOptions {
  readonly erasures: Erasures;
  /** Entries written, blobs of them kept. */
  readonly onProgress: (entries: number) => void;
  readonly signal: AbortSignal | undefined;
  /** The error of somebody who pressed Ctrl-C; that of a restore when absent. */
  readonly stopped?: () => OnRecordError;
}

/**
 * Plays items in order.
 *
 * @throws OnRecordError `damaged`, `bad-usage` when it was interrupted
 * @example
 * await playRecord(items, target, { erasures, onProgress: () => undefined, signal: undefined });
 */
export async function playRecord(
  items: AsyncIterable<PlayedItem>,
  target: Pick<RestoreTarget, 'putBytes' | 'write'>,
  { erasures, onProgress, signal, stopped: atStop = stopped }: PlayOptions,
): Promise<void> {
  let rows: LogRow[] = [];
  let texts = new Map<string, string>();
  let recordKeys = new Map<number, WrappedKey>();
  let blobKeys: BlobKeyRow[] = [];
  let held = 0;
  const write = async (): Promise<void> => {
    if (rows.length === 0) return;
    await target.write({ rows, texts, recordKeys, erasures, blobKeys });
    onProgress(rows.at(-1)?.seq ?? 0);
    rows = [];
    texts = new Map();
    recordKeys = new Map();
    blobKeys = [];
    held = 0;
  };
  for await (const item of items) {
    if (signal?.aborted === true) throw atStop();
    if (item.kind === 'blob') await target.putBytes(item.bytes);
    else if (item.kind === 'blob-key') blobKeys.push(item.row);
    else if (item.kind === 'record-key') recordKeys.set(item.seq, item.key);
    else if (item.kind === 'text') {
      texts.set(item.sha256, item.content);
      held += item.content.length;
    } else {
      rows.push(item.row);
      held += item.row.body?.length ?? 0;
      if (rows.length >= BATCH_ENTRIES || held >= BATCH_CHARACTERS) await write();
    }
  }
  await write();
}

/**
 * The error of somebody who pressed Ctrl-C.
 *
 * @example
 * if (signal.aborted) throw stopped();
 */
export function stopped(): OnRecordError {
  return new OnRecordError(
    'bad-usage',
    'Stopped before the end: nothing was changed and no vault was made. The same command begins anew.',
  );
}
