/**
 * Checks one copy: that its bytes are there, that its text has its hash, and that the same bytes read with the same
 * normaliser give that text again. Whether the bytes have their hash is told by whoever reads all of them.
 */
import { sha256Hex } from '../../crypto/sha256.ts';
import type { Capture } from '../../record/capture.ts';
import { type Desk, OnRecordError } from '../desk.ts';
import type { DocumentReader, ReadDocument } from '../ports/document-reader.ts';
import type { VerifyFault } from './verify-fault.ts';

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
  return { desk, reader, faults: [], state: { texts: 0, newer: 0, read: new Map() } };
}

/**
 * Checks a copy.
 *
 * @param whole the file it was taken out of; the capture itself when it is a file of its own
 * @example
 * await checkCapture(checking, capture, capture);
 */
export async function checkCapture(
  checking: CaptureChecking,
  capture: Capture,
  whole: Capture,
): Promise<void> {
  const { desk, faults, state } = checking;
  if (!(await desk.blobs.has(capture.sha256))) {
    faults.push({
      check: 'bytes',
      item: capture.sha256,
      message: `The bytes of ${capture.fileName ?? 'a capture'} are missing. Restore them from a backup.`,
    });
    return;
  }
  if (capture.text === null) return;
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
  if (again === null) return;
  if (again.text?.normaliser !== capture.text.normaliser) {
    state.newer += 1;
  } else if (sha256Hex(again.text.content) !== capture.text.sha256) {
    faults.push({
      check: 'reading',
      item: capture.id,
      message: 'The same bytes read with the same normaliser give another text.',
    });
  }
}

async function readAgain(
  { desk, reader, state }: CaptureChecking,
  capture: Capture,
  whole: Capture,
): Promise<ReadDocument | null> {
  let documents = state.read.get(whole.sha256);
  if (documents === undefined) {
    const bytes = await unharmedBytes(desk, whole);
    if (bytes === null) return null;
    documents = await reader.read(bytes, whole.fileName);
    state.read.clear();
    state.read.set(whole.sha256, documents);
  }
  if (capture.id === whole.id) return documents[0] ?? null;
  const inside = documents.slice(1);
  const byRecord = inside.find(({ warc }) => warc !== null && warc.recordId === capture.warc?.recordId);
  return byRecord ?? inside.find(({ bytes }) => sha256Hex(bytes) === capture.sha256) ?? null;
}

/** Null when missing or changed: who reads all bytes has told that. */
async function unharmedBytes(desk: Pick<Desk, 'blobs'>, { sha256 }: Capture): Promise<Uint8Array | null> {
  try {
    return await desk.blobs.get(sha256);
  } catch (error) {
    if (error instanceof OnRecordError && error.code === 'damaged') return null;
    throw error;
  }
}
