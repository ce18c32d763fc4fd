/**
 * Gathers what a package says of one source: its bytes, held against their hash; its text; its custody; and the entries
 * of the log about it. Refuses a source that was erased, and bytes that are missing or changed.
 */

import { canonicalJson } from '../../crypto/canonical-json.ts';
import { openingKey } from '../../crypto/commitment.ts';
import { committedText, leafText } from '../../crypto/log-leaf.ts';
import { sha256Hex } from '../../crypto/sha256.ts';
import type { RedactedCopies } from '../../dossier/release/redacted-copies.ts';
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
import { publishedCopies } from '../redaction/published-copies.ts';

/** The chain of custody of a source in its three forms. */
export type CustodyPages = PackagedSource['custody'];

/** Entries that tell of a source's bytes and custody; what people claim about it stays in the record. */
const TOLD: readonly Action[] = ['source-captured', 'source-described', 'copy-stored', 'custody-recorded'];

export interface GatherOptions {
  /** Whether agent, subject and body of the entries are shown, or only proved to be there. */
  readonly openBodies: boolean;
  /** Whether the originals of redacted sources are handed over; otherwise their redacted copies stand for them. */
  readonly originals: boolean;
  custody(source: SourceId): Promise<CustodyPages>;
}

/**
 * Gathers one source.
 *
 * @throws OnRecordError `not-found` when it is gone, `damaged` when its bytes are
 * @example
 * await packagedSource(desk, id, { openBodies: true, originals: false, custody });
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
  const redacted = options.originals ? undefined : (await publishedCopies(desk)).get(id);
  if (redacted !== undefined) return redactedSource(desk, id, redacted);
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

/**
 * The redacted copies alone, each with the proof of its entry. Nothing that the entries say is opened, and the chain of custody stays
 * in the vault: both hold the title, the file name and the hash of the original, from which a short text can be guessed.
 */
async function redactedSource(desk: Desk, id: SourceId, copies: RedactedCopies): Promise<PackagedSource> {
  const originals: PackagedOriginal[] = [];
  for (const entry of await desk.store.entriesOf(id)) {
    const { body } = entry;
    if (body?.action !== 'copy-stored' || ![copies.text, copies.picture].includes(body.capture.id)) continue;
    originals.push(await original(desk, body.capture, provenEntry(entry, { openBodies: false })));
  }
  const sha256 =
    copies.text === null ? null : ((await desk.store.capture(copies.text))?.text?.sha256 ?? null);
  return {
    id,
    title: 'Redacted source',
    originals,
    text: sha256 === null ? null : await desk.store.text(sha256),
    custody: CUSTODY_KEPT,
    entries: [],
  };
}

const KEPT_WORDS =
  'This source is handed over as a redacted copy. Its chain of custody tells of the original and stays in the vault: ask whoever handed it over.';
const CUSTODY_KEPT: CustodyPages = {
  txt: `${KEPT_WORDS}\n`,
  html: `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Chain of custody kept</title></head><body><p>${KEPT_WORDS}</p></body></html>\n`,
  json: `${JSON.stringify({ kept: KEPT_WORDS }, null, 2)}\n`,
};

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

/**
 * An entry as a package proves it.
 *
 * @example
 * provenEntry(entry, { openBodies: false }).body; // null
 */
export function provenEntry(entry: LogEntry, { openBodies }: Pick<GatherOptions, 'openBodies'>): ProvenEntry {
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
