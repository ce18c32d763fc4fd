/**
 * The record as it was after some of its entries: they are played again, in order, into tables that nobody else sees, which go when
 * it is closed. What was erased since is missing from it. It is read like any record and can never be written.
 */
import { canonicalJson } from '../../crypto/canonical-json.ts';
import { EMPTY_PEAKS, pushLeaf, rootOfPeaks } from '../../crypto/tree-peaks.ts';
import type { LogIdentity, PastRecord, RecordStore } from '../../desk/ports/record-store.ts';
import type { Sha256 } from '../../record/id.ts';
import type { LogEntry } from '../../record/log-entry.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import { erasuresOf, replayRow } from '../append/rebuild.ts';
import { openScratch } from '../check/scratch.ts';
import type { GroupKey } from '../projection/projection.ts';
import { type RecordReadings, recordReadings } from '../reading/record-readings.ts';
import type { LogRow } from '../tables.ts';

export interface PastOptions {
  /** The record as it is now. */
  readonly live: RecordReadings;
  readonly identity: LogIdentity;
  readonly groupKey: GroupKey;
  /** A folder in which a file can be made and removed again. */
  readonly scratchDir: string;
}

/**
 * Opens the record of an earlier moment. Close it.
 *
 * @param position entries, 1 or more
 * @throws OnRecordError `not-found` when the log has fewer, `damaged` when an entry cannot be played again
 * @example
 * const past = await openPast(options, 412);
 * await past.store.snapshot();
 * await past.store.close();
 */
export async function openPast(options: PastOptions, position: number): Promise<PastRecord> {
  const { live } = options;
  const scratch = await openScratch(options.scratchDir);
  try {
    const { root, asOf } = await play(options, scratch, position);
    await scratch.finish();
    const store: RecordStore = {
      ...recordReadings(scratch.port),
      // Whatever is not erased lies where it always lay.
      text: (sha256) => live.text(sha256),
      identity: options.identity,
      append: async () => {
        throw new OnRecordError('read-only', 'An earlier state of the record is read, never written.');
      },
      past: async () => {
        throw new TypeError('The past is asked of the record as it is now.');
      },
      check: async () => [],
      close: () => scratch.close(),
    };
    return { store, root, asOf };
  } catch (error) {
    await scratch.close();
    throw error;
  }
}

async function play(
  { live, groupKey }: PastOptions,
  scratch: Awaited<ReturnType<typeof openScratch>>,
  position: number,
): Promise<Pick<PastRecord, 'root' | 'asOf'>> {
  const erasures = erasuresOf(
    [...(await live.entriesWith('source-erased')), ...(await live.entriesWith('record-erased'))].flatMap(
      ({ body }) => (body?.action === 'source-erased' || body?.action === 'record-erased' ? [body] : []),
    ),
  );
  let tree = EMPTY_PEAKS;
  let asOf = '';
  for await (const entry of live.log(1, position)) {
    const row = rowOf(entry);
    const needed = scratch.neededText(row);
    const content = needed === null ? null : await live.text(needed as Sha256);
    const textOf = (sha256: string): string | null => (sha256 === needed ? content : null);
    const rows = replayRow({ row, lookup: scratch.lookup, groupKey, erasures, textOf });
    if (typeof rows === 'string') throw new OnRecordError('damaged', `${rows} Run: onrecord verify`);
    scratch.write(row, rows);
    tree = pushLeaf(tree, Buffer.from(entry.leaf, 'hex')).peaks;
    asOf = entry.at;
  }
  if (tree.size !== position || position < 1)
    throw new OnRecordError(
      'not-found',
      `The log has ${tree.size} entries: there is no position ${position}.`,
    );
  return { root: Buffer.from(rootOfPeaks(tree)).toString('hex') as Sha256, asOf };
}

function rowOf(entry: LogEntry): LogRow {
  const { bytesCommitment, body, ...head } = entry;
  return { ...head, bytes_commitment: bytesCommitment, body: body === null ? null : canonicalJson(body) };
}
