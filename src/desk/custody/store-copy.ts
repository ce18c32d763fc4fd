/**
 * Takes in a working copy of a source: redacted by a person, or converted by a tool. Its bytes are kept beside the original's,
 * its text is read, and the log says what it was made from, how and why. The evidentiary copy is never touched.
 * Refuses bytes that are the original's, and bytes that are in the vault already.
 */
import { sha256Hex } from '../../crypto/sha256.ts';
import { type Capture, createCapture } from '../../record/capture.ts';
import { codePointLength } from '../../record/code-points.ts';
import { type CustodyTool, createCustodyEvent } from '../../record/custody.ts';
import type { LogEntry } from '../../record/log-entry.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { Desk } from '../desk.ts';
import { findOne } from '../find-by-id.ts';
import type { DocumentReader, ReadDocument } from '../ports/document-reader.ts';
import { reviewerName } from '../reviewer.ts';
import { evidentiaryCopy } from './evidentiary-copy.ts';
import { NO_EVENT } from './record-custody.ts';

export interface CopyOrder {
  /** Id or its beginning. */
  readonly source: string;
  readonly kind: 'redacted' | 'derived';
  readonly bytes: Uint8Array;
  /** Base name. */
  readonly fileName: string;
  /** What made it; null only for a redaction by hand. */
  readonly tool: CustodyTool | null;
  readonly reason: string | null;
  /** Null when not given. */
  readonly by: string | null;
}

export interface StoredCopy {
  readonly capture: Capture;
  readonly logged: LogEntry;
  /** Things a person should know. */
  readonly notes: readonly string[];
}

/**
 * Stores a working copy.
 *
 * @throws OnRecordError `bad-usage`, `not-found`, `unreadable-file`, `disk-full`, `read-only`
 * @example
 * await storeCopy(desk, { source: 'src_7d2', kind: 'redacted', bytes, fileName: 'letter-cut.pdf', tool: null, reason: 'names of witnesses', by: 'A. Archivist' }, reader);
 */
export async function storeCopy(desk: Desk, order: CopyOrder, reader: DocumentReader): Promise<StoredCopy> {
  const by = reviewerName(order.by);
  const reason = (order.reason ?? '').trim().normalize('NFC');
  if (reason === '')
    throw new OnRecordError('bad-usage', 'Say what was taken out or changed, and why: --reason "…".');
  if (order.kind === 'derived' && order.tool === null)
    throw new OnRecordError('bad-usage', 'Say which tool made the copy: --tool NAME --tool-version VERSION.');
  const source = await findOne(desk.store, order.source, 'src');
  const original = await evidentiaryCopy(desk, source);
  await refuseKnown(desk, order, original);
  const [document, ...others] = await reader.read(order.bytes, order.fileName);
  if (document === undefined) throw new TypeError('the reader gave nothing back');
  const at = desk.clock().toISOString();
  const capture = workingCopy(desk, order, { document, original, at });
  const event = createCustodyEvent({
    ...NO_EVENT,
    kind: order.kind,
    capture: capture.id,
    tool: order.tool,
    input: original.sha256,
    output: capture.sha256,
    note: reason,
  });
  await desk.blobs.put(order.bytes);
  const text = document.text === null || capture.text === null ? null : document.text.content;
  const [logged] = await desk.store.append([
    {
      at,
      agent: by,
      subject: source,
      body: { action: 'copy-stored', capture, event },
      bytes: order.bytes,
      unlessStored: capture.sha256,
      ...(text === null || capture.text === null ? {} : { texts: new Map([[capture.text.sha256, text]]) }),
    },
  ]);
  if (logged === undefined) throw new TypeError('the store logged nothing');
  return { capture, logged, notes: [...document.notes, ...othersNote(others)] };
}

async function refuseKnown(desk: Desk, { bytes, fileName }: CopyOrder, original: Capture): Promise<void> {
  if (bytes.length === 0) throw new OnRecordError('unreadable-file', `${fileName} is empty.`);
  const sha256 = sha256Hex(bytes);
  if (sha256 === original.sha256)
    throw new OnRecordError(
      'bad-usage',
      `${fileName} is the original itself, byte for byte: nothing was changed in it.`,
    );
  const stored = await desk.store.captureOfBytes(sha256);
  if (stored !== null)
    throw new OnRecordError(
      'bad-usage',
      `The bytes of ${fileName} are in the vault already, as ${stored.id}.`,
      {
        subject: stored.id,
      },
    );
}

function workingCopy(
  desk: Desk,
  { bytes, fileName }: CopyOrder,
  made: { readonly document: ReadDocument; readonly original: Capture; readonly at: string },
): Capture {
  const { document, original, at } = made;
  const { text } = document;
  return createCapture({
    id: desk.newId('capture'),
    of: original.of,
    capturedAt: at,
    method: 'file',
    fileName,
    mediaType: document.mediaType,
    size: bytes.length,
    sha256: sha256Hex(bytes),
    warc: null,
    text:
      text === null
        ? null
        : {
            sha256: sha256Hex(text.content),
            normaliser: text.normaliser,
            codePoints: codePointLength(text.content),
          },
    noTextReason: document.noTextReason,
    copy: 'working',
    derivedFrom: original.id,
  });
}

function othersNote(others: readonly ReadDocument[]): readonly string[] {
  return others.length === 0
    ? []
    : [
        'The copy holds further files; they are kept inside it and were not taken in as sources of their own.',
      ];
}
