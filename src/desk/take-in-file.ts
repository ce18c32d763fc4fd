/**
 * One file on its way in: its bytes are hashed and read, and each source in it becomes a log entry. Refuses to guess: what
 * neither the file, its sidecar nor a flag says stays unknown.
 */
import { sha256Hex } from '../crypto/sha256.ts';
import type { Capture } from '../record/capture.ts';
import type { CaptureId, Sha256, SourceId } from '../record/id.ts';
import { type ErrorCode, type Fault, OnRecordError } from '../record/onrecord-error.ts';
import type { ActorBook } from './actor-book.ts';
import { type CapturedDocument, entryFor } from './captured-entry.ts';
import type { Desk } from './desk.ts';
import { type GivenMetadata, NOTHING_GIVEN, readSidecar } from './given-metadata.ts';
import type { DocumentReader, ReadDocument } from './ports/document-reader.ts';
import type { InputFile } from './ports/input-files.ts';
import type { NewEntry } from './ports/record-store.ts';
import { settleMetadata } from './settle-metadata.ts';

/** What became of one file, told when it is safely stored. */
export type CaptureEvent =
  | {
      readonly state: 'captured';
      readonly file: string;
      readonly documents: readonly CapturedDocument[];
      readonly sidecar: string | null;
    }
  | {
      readonly state: 'already-stored';
      readonly file: string;
      readonly source: SourceId;
      readonly capture: CaptureId;
    }
  | {
      readonly state: 'failed';
      readonly file: string;
      readonly code: ErrorCode;
      readonly message: string;
      readonly faults: readonly Fault[];
    }
  | { readonly state: 'stopped'; readonly file: string };

/** What is the same for all files of one call. */
export interface TakingIn {
  /** How the bytes are read. */
  readonly reader: DocumentReader;
  /** Said by the person for all files of this call. */
  readonly given?: GivenMetadata;
  /** Who captures; the program itself when absent. */
  readonly agent?: string;
}

/** What the files of one call are taken in with. */
export interface CaptureJob extends TakingIn {
  readonly desk: Desk;
  readonly book: ActorBook;
}

/** A file whose bytes were read. */
export interface ReadFile {
  readonly file: InputFile;
  readonly sha256: Sha256;
  readonly documents: readonly ReadDocument[];
  readonly beside: GivenMetadata;
  /** Name of the sidecar; null when there is none. */
  readonly sidecar: string | null;
}

/**
 * Reads a file.
 *
 * @returns the event when these bytes are a source already
 * @throws OnRecordError `unreadable-file`, and what reading the file throws
 * @example
 * const read = await readFileIn(job, file);
 */
export async function readFileIn(
  job: Pick<CaptureJob, 'desk' | 'reader'>,
  file: InputFile,
): Promise<ReadFile | CaptureEvent> {
  const bytes = await file.read();
  if (bytes.length === 0) {
    throw new OnRecordError(
      'unreadable-file',
      `${file.shownAs} is empty: there is nothing to store. Check where it came from and save it again.`,
    );
  }
  const sha256 = sha256Hex(bytes);
  const stored = await storedAs(job, file, sha256);
  if (stored !== null) return stored;
  const { given: beside, name: sidecar } = await readBeside(job, file);
  return { file, sha256, documents: await job.reader.read(bytes, file.fileName), beside, sidecar };
}

/**
 * Whether every later file would meet this fault, too.
 *
 * @example
 * concernsTheVault('disk-full'); // true
 */
export function concernsTheVault(code: ErrorCode): boolean {
  return code === 'disk-full' || code === 'read-only' || code === 'vault-busy' || code === 'damaged';
}

/**
 * A fault of the vault, with the file at which it showed.
 *
 * @example
 * throw atFile(error, 'reports/a.html');
 */
export function atFile(error: OnRecordError, file: string): OnRecordError {
  const message = error.message.includes(file) ? error.message : `${file} was not stored. ${error.message}`;
  return new OnRecordError(error.code, message, { subject: file, faults: error.faults, cause: error });
}

/**
 * The event of a file that could not be taken in.
 *
 * @example
 * failed('reports/a.html', error).state; // 'failed'
 */
export function failed(
  file: string,
  fault: { readonly code: ErrorCode; readonly message: string; readonly faults?: readonly Fault[] },
): CaptureEvent {
  return { state: 'failed', file, code: fault.code, message: fault.message, faults: fault.faults ?? [] };
}

/**
 * Where these bytes are stored already; null: they are not.
 *
 * @example
 * await storedAs(job, file, sha256);
 */
export async function storedAs(
  job: Pick<CaptureJob, 'desk'>,
  file: InputFile,
  sha256: Sha256,
): Promise<CaptureEvent | null> {
  const stored = await job.desk.store.captureOfBytes(sha256);
  if (stored === null) return null;
  return { state: 'already-stored', file: file.shownAs, source: stored.of, capture: stored.id };
}

async function readBeside(
  job: Pick<CaptureJob, 'desk'>,
  file: InputFile,
): Promise<{ given: GivenMetadata; name: string | null }> {
  const beside = await file.sidecar();
  if (beside === null) return { given: NOTHING_GIVEN, name: null };
  const read = readSidecar(beside.text, job.desk.clock());
  if (read.ok) return { given: read.value, name: beside.name };
  throw new OnRecordError(
    'unreadable-file',
    `${file.shownAs} was not stored, because ${beside.name} beside it has ${read.faults.length === 1 ? 'a fault' : `${read.faults.length} faults`}. Correct it and capture the file again.`,
    { faults: read.faults, subject: beside.name },
  );
}

/** The sources of a file, ready to be logged. */
export interface PreparedFile {
  readonly entries: readonly NewEntry[];
  readonly done: readonly CapturedDocument[];
}

/**
 * Makes the entries of a file whose bytes are kept.
 *
 * @param seen sources of this call, so that none comes twice; it is added to
 * @throws OnRecordError `invalid-record`
 * @example
 * const { entries } = await prepareFile(job, read, new Set());
 */
export async function prepareFile(job: CaptureJob, from: ReadFile, seen: Set<string>): Promise<PreparedFile> {
  const batch: { entries: NewEntry[]; done: CapturedDocument[] } = { entries: [], done: [] };
  let container: Capture | null = null;
  for (const [index, document] of from.documents.entries()) {
    const sha256 = sha256Hex(document.bytes);
    const key = `${sha256} ${document.warc?.recordId ?? ''}`;
    if (seen.has(key) || (await isStored(job, sha256, document))) continue;
    seen.add(key);
    const settled = settleMetadata(document.stated, {
      beside: index === 0 || document.warc !== null ? from.beside : inherited(from.beside),
      given: job.given ?? NOTHING_GIVEN,
      isInside: index > 0,
      now: job.desk.clock(),
    });
    const prepared = await entryFor(job, { file: from.file, document, sha256, settled, container });
    const isFirst = batch.entries.length === 0;
    batch.entries.push(isFirst ? { ...prepared.entry, unlessStored: from.sha256 } : prepared.entry);
    batch.done.push(prepared.done);
    if (index === 0) container = prepared.capture;
  }
  return batch;
}

function inherited(beside: GivenMetadata): GivenMetadata {
  return { ...NOTHING_GIVEN, handling: beside.handling };
}

async function isStored(job: CaptureJob, sha256: Sha256, document: ReadDocument): Promise<boolean> {
  const recordId = document.warc?.recordId;
  const stored =
    recordId === undefined
      ? await job.desk.store.captureOfBytes(sha256)
      : await job.desk.store.captureOfBytes(sha256, recordId);
  return stored !== null;
}
