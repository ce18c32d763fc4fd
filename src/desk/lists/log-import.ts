/** Logs an import in one step: the captured file, unless its bytes are in the record, and the listings in parts. */
import { sha256Hex } from '../../crypto/sha256.ts';
import { createCapture } from '../../record/capture.ts';
import type { CaptureId } from '../../record/id.ts';
import { createSource } from '../../record/source.ts';
import type { VictimList } from '../../record/victim-list.ts';
import type { Desk } from '../desk.ts';
import type { ListFile } from '../ports/list-files.ts';
import type { NewEntry } from '../ports/record-store.ts';
import type { ListChanges } from './match-listings.ts';

export interface LoggedImport {
  readonly file: ListFile;
  readonly list: VictimList;
  readonly changes: ListChanges;
  readonly by: string;
  /** The file before this one; null: the first of the list. */
  readonly before: CaptureId | null;
}

/** Listings of one entry: an entry stays small enough to be read alone. */
const LISTINGS_AT_ONCE = 4000;
const NO_TEXT = 'A list of people: its rows are kept as listings, not as text that claims are read from.';

/**
 * Logs an import.
 *
 * @throws OnRecordError `too-large`, `disk-full`, `read-only`, `vault-busy`
 * @example
 * const { capture } = await logImport(desk, { file, list, changes, by: 'A. Archivist', before: null });
 */
export async function logImport(
  desk: Desk,
  given: LoggedImport,
): Promise<{ readonly capture: CaptureId; readonly sealed: boolean }> {
  const { file, list, changes, by, before } = given;
  const bytes = await file.bytes();
  const stored = await desk.store.captureOfBytes(sha256Hex(bytes));
  const at = desk.clock().toISOString();
  const captured = stored === null ? await capturedEntry(desk, given, { bytes, at, before }) : null;
  const capture = captured?.capture ?? stored?.id;
  if (capture === undefined) throw new TypeError('A stored file has no capture.');
  const parts = Math.max(1, Math.ceil(changes.listings.length / LISTINGS_AT_ONCE));
  const imports = Array.from({ length: parts }, (_, part): NewEntry => {
    const from = part * LISTINGS_AT_ONCE;
    return {
      at,
      agent: by,
      subject: list.id,
      body: {
        action: 'list-imported',
        list,
        capture,
        part: part + 1,
        parts,
        listings: changes.listings.slice(from, from + LISTINGS_AT_ONCE),
        gone: part === 0 ? changes.gone.map(({ listing }) => listing) : [],
      },
    };
  });
  await desk.store.append(captured === null ? imports : [captured.entry, ...imports]);
  const source = stored === null ? null : await desk.store.source(stored.of);
  return { capture, sealed: source === null || source.handling === 'sealed' };
}

/** Sealed: whoever stands on a list must not come into anything that is published. */
async function capturedEntry(
  desk: Desk,
  { file, by }: LoggedImport,
  {
    bytes,
    at,
    before,
  }: { readonly bytes: Uint8Array; readonly at: string; readonly before: CaptureId | null },
): Promise<{ readonly entry: NewEntry; readonly capture: CaptureId }> {
  const sha256 = await desk.blobs.put(bytes);
  const earlier = before === null ? null : ((await desk.store.capture(before))?.of ?? null);
  const source = createSource({
    id: desk.newId('source'),
    kind: 'list',
    title: null,
    publisher: null,
    authors: [],
    publishedAt: null,
    language: null,
    url: null,
    handling: 'sealed',
    revisionOf: earlier,
  });
  const capture = createCapture({
    id: desk.newId('capture'),
    of: source.id,
    capturedAt: at,
    method: 'file',
    fileName: file.fileName,
    mediaType: file.mediaType,
    size: bytes.length,
    sha256,
    warc: null,
    text: null,
    noTextReason: NO_TEXT,
    copy: 'evidentiary',
    derivedFrom: null,
  });
  const body = { action: 'source-captured', source, capture, actors: [] } as const;
  return {
    entry: { at, agent: by, subject: source.id, body, bytes, unlessStored: sha256 },
    capture: capture.id,
  };
}
