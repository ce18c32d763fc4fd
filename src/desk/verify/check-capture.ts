/**
 * Checks one capture: that its bytes are there and have their hash, that its text has its hash, and that the same bytes read
 * with the same normaliser give that text again. Bytes are fetched once for all of it: the port gives none that have
 * another hash.
 */
import { sha256Hex } from '../../crypto/sha256.ts';
import type { Capture } from '../../record/capture.ts';
import type { Sha256 } from '../../record/id.ts';
import { type Desk, OnRecordError } from '../desk.ts';
import type { DocumentReader, ReadDocument } from '../ports/document-reader.ts';
import type { VerifyFault } from './verify-fault.ts';

/** Bytes with their hash, or why there are none. */
type FetchedBytes = Uint8Array | 'missing' | 'changed';

/** A check that is under way. */
export interface CaptureChecking {
  readonly desk: Pick<Desk, 'store' | 'blobs'>;
  readonly reader: DocumentReader;
  readonly faults: VerifyFault[];
  readonly state: {
    /** Texts looked at. */
    texts: number;
    /** Texts that this version's reader reads with a newer normaliser: not compared. */
    newer: number;
    /** Hashes of all bytes that were fetched. */
    readonly fetched: Set<Sha256>;
    /** The bytes fetched last. */
    last: { readonly sha256: Sha256; readonly bytes: FetchedBytes } | null;
    /** What was read last, by hash of the whole file: archives hold many sources. */
    readonly read: Map<string, readonly ReadDocument[]>;
  };
}

/**
 * Begins a check.
 *
 * @example
 * const checking = captureChecking(desk, reader);
 */
export function captureChecking(
  desk: Pick<Desk, 'store' | 'blobs'>,
  reader: DocumentReader,
): CaptureChecking {
  const state = { texts: 0, newer: 0, fetched: new Set<Sha256>(), last: null, read: new Map() };
  return { desk, reader, faults: [], state };
}

/**
 * Checks a capture.
 *
 * @param whole the file it was taken out of; the capture itself when it is a file of its own
 * @returns `changed` when its bytes are no longer those with its hash; whoever asks tells it
 * @example
 * await checkCapture(checking, capture, capture);
 */
export async function checkCapture(
  checking: CaptureChecking,
  capture: Capture,
  whole: Capture,
): Promise<'changed' | 'as told'> {
  const { desk, faults, state } = checking;
  const bytes = await fetched(checking, capture);
  if (bytes === 'missing') {
    faults.push({
      check: 'bytes',
      item: capture.sha256,
      message: `The bytes of ${capture.fileName ?? 'a capture'} are missing. Restore them from a backup.`,
    });
    return 'as told';
  }
  const found = bytes === 'changed' ? 'changed' : 'as told';
  if (capture.text === null) return found;
  state.texts += 1;
  const text = await desk.store.text(capture.text.sha256);
  if (text === null || sha256Hex(text) !== capture.text.sha256) {
    faults.push({
      check: 'text',
      item: capture.id,
      message: `The stored text of ${capture.fileName ?? 'a capture'} is missing or has changed.`,
    });
  }
  const again = await readAgain(checking, capture, whole);
  if (again === null) return found;
  if (again.text?.normaliser !== capture.text.normaliser) state.newer += 1;
  else if (again.text.content !== text && sha256Hex(again.text.content) !== capture.text.sha256) {
    faults.push({
      check: 'reading',
      item: capture.id,
      message: 'The same bytes read with the same normaliser give another text.',
    });
  }
  return found;
}

async function readAgain(
  checking: CaptureChecking,
  capture: Capture,
  whole: Capture,
): Promise<ReadDocument | null> {
  const { reader, state } = checking;
  let documents = state.read.get(whole.sha256);
  if (documents === undefined) {
    const bytes = await fetched(checking, whole);
    if (typeof bytes === 'string') return null;
    documents = await reader.read(bytes, whole.fileName);
    state.read.clear();
    state.read.set(whole.sha256, documents);
  }
  if (capture.id === whole.id) return documents[0] ?? null;
  const inside = documents.slice(1);
  const byRecord = inside.find(({ warc }) => warc !== null && warc.recordId === capture.warc?.recordId);
  return byRecord ?? inside.find(({ bytes }) => sha256Hex(bytes) === capture.sha256) ?? null;
}

async function fetched({ desk, state }: CaptureChecking, { sha256 }: Capture): Promise<FetchedBytes> {
  if (state.last?.sha256 === sha256) return state.last.bytes;
  state.fetched.add(sha256);
  const bytes = await unharmedBytes(desk, sha256);
  state.last = { sha256, bytes };
  return bytes;
}

async function unharmedBytes(desk: Pick<Desk, 'blobs'>, sha256: Sha256): Promise<FetchedBytes> {
  try {
    return (await desk.blobs.get(sha256)) ?? 'missing';
  } catch (error) {
    if (error instanceof OnRecordError && error.code === 'damaged') return 'changed';
    throw error;
  }
}
