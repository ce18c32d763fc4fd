/**
 * Gathers what a package says of one source: its bytes, held against their hash; its text; its custody; and the entries
 * of the log about it. Refuses a source that was erased, and bytes that are missing or changed.
 */

import { canonicalJson } from '../../crypto/canonical-json.ts';
import { openingKey } from '../../crypto/commitment.ts';
import { committedText, leafText } from '../../crypto/log-leaf.ts';
import { sha256Hex } from '../../crypto/sha256.ts';
import type {
  PackagedOriginal,
  PackagedSource,
  ProvenEntry,
} from '../../exchange/custody-package/package-parts.ts';
import type { Capture } from '../../record/capture.ts';
import type { SourceId } from '../../record/id.ts';
import type { Action, LogEntry } from '../../record/log-entry.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { Desk } from '../desk.ts';

/** The chain of custody of a source in its three forms. */
export type CustodyPages = PackagedSource['custody'];

/** Entries that tell of a source's bytes and custody; what people claim about it stays in the record. */
const TOLD: readonly Action[] = ['source-captured', 'source-described', 'copy-stored', 'custody-recorded'];

export interface GatherOptions {
  /** Whether agent, subject and body of the entries are shown, or only proved to be there. */
  readonly openBodies: boolean;
  custody(source: SourceId): Promise<CustodyPages>;
}

/**
 * Gathers one source.
 *
 * @throws OnRecordError `not-found` when it is gone, `damaged` when its bytes are
 * @example
 * await packagedSource(desk, id, { openBodies: true, custody });
 */
export async function packagedSource(
  desk: Desk,
  id: SourceId,
  options: GatherOptions,
): Promise<PackagedSource> {
  const source = await desk.store.source(id);
  if (source === null)
    throw new OnRecordError('not-found', `The source ${id} was erased: there are no bytes to hand over.`, {
      subject: id,
    });
  const entries = (await desk.store.entriesOf(id)).filter(({ action }) => TOLD.includes(action));
  const originals: PackagedOriginal[] = [];
  for (const entry of entries) {
    const { body } = entry;
    if (body?.action !== 'source-captured' && body?.action !== 'copy-stored') continue;
    if (body.capture.of === id)
      originals.push(await original(desk, body.capture, provenEntry(entry, options)));
  }
  const text = (await desk.store.captures({ source: id })).find((one) => one.text !== null)?.text ?? null;
  return {
    id,
    title: source.title ?? 'Without title',
    originals,
    text: text === null ? null : await desk.store.text(text.sha256),
    custody: await options.custody(id),
    entries: entries
      .filter(({ bytesCommitment }) => bytesCommitment === null)
      .map((entry) => provenEntry(entry, options)),
  };
}

async function original(desk: Desk, capture: Capture, entry: ProvenEntry): Promise<PackagedOriginal> {
  const bytes = await desk.blobs.get(capture.sha256);
  if (bytes === null || sha256Hex(bytes) !== capture.sha256)
    throw new OnRecordError(
      'damaged',
      'The stored bytes are missing or have changed: nothing was exported. Run: onrecord verify',
      { subject: capture.id },
    );
  return { fileName: capture.fileName ?? '', mediaType: capture.mediaType, bytes, entry };
}

function provenEntry(entry: LogEntry, { openBodies }: GatherOptions): ProvenEntry {
  const { seq, salt, body, bytesCommitment } = entry;
  // Who stands on a list is proved to be in the log, never told.
  const isOpen = openBodies && salt !== null && body !== null && body.action !== 'list-imported';
  return {
    seq,
    leaf: leafText(entry),
    bytesKey: salt === null || bytesCommitment === null ? null : openingKey(salt, 'bytes'),
    body: isOpen ? { key: openingKey(salt, 'body'), text: committedText(entry, canonicalJson(body)) } : null,
  };
}
