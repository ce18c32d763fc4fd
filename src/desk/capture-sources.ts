/**
 * Takes files in: bytes are kept, hashed and read; each source in a file becomes part of one log transaction
 * per file. The same bytes are never stored twice. One bad file never stops the others. Refuses to guess:
 * what neither the file, its sidecar nor a flag says stays unknown.
 */
import { sha256Hex } from '../crypto/sha256.ts';
import type { Capture } from '../record/capture.ts';
import type { CaptureId, Sha256, SourceId } from '../record/id.ts';
import { type ErrorCode, type Fault, OnRecordError } from '../record/onrecord-error.ts';
import { type ActorBook, openActorBook } from './actor-book.ts';
import { type CapturedDocument, entryFor } from './captured-entry.ts';
import type { Desk } from './desk.ts';
import { type GivenMetadata, NOTHING_GIVEN, readSidecar } from './given-metadata.ts';
import { knownOutlets } from './outlet-list.ts';
import type { DocumentReader, ReadDocument } from './ports/document-reader.ts';
import type { FoundInput, InputFile, InputFiles } from './ports/input-files.ts';
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

export interface CaptureOptions {
  /** Where files come from, and how their bytes are read. */
  readonly files: InputFiles;
  readonly reader: DocumentReader;
  /** Said by the person for all files of this call. */
  readonly given?: GivenMetadata;
  /** Who captures; the program itself when absent. */
  readonly agent?: string;
  /** Stops after the current file. */
  readonly signal?: AbortSignal;
}

interface Job extends CaptureOptions {
  readonly desk: Desk;
  readonly book: ActorBook;
}

/**
 * Captures every file found, in order. Ends by itself; a fault of the vault (full, busy, read-only) is thrown,
 * because every later file would meet it too.
 *
 * @param inputs files, folders, globs or "-"
 * @throws OnRecordError `disk-full`, `read-only`, `vault-busy`
 * @example
 * for await (const event of captureSources(desk, ['reports/'], { files, reader })) show(event);
 */
export async function* captureSources(
  desk: Desk,
  inputs: readonly string[],
  options: CaptureOptions,
): AsyncGenerator<CaptureEvent> {
  const job: Job = {
    ...options,
    desk,
    book: openActorBook(desk.store, desk.newId, await knownOutlets(desk)),
  };
  for await (const found of options.files.find(inputs)) {
    if (options.signal?.aborted === true) {
      yield { state: 'stopped', file: nameOf(found) };
      return;
    }
    yield found.found === 'problem'
      ? failed(found.problem.shownAs, found.problem)
      : await captureOne(job, found.file);
  }
}

function nameOf(found: FoundInput): string {
  return found.found === 'file' ? found.file.shownAs : found.problem.shownAs;
}

async function captureOne(job: Job, file: InputFile): Promise<CaptureEvent> {
  try {
    return await takeIn(job, file);
  } catch (error) {
    if (!(error instanceof OnRecordError)) throw error;
    if (concernsTheVault(error.code)) throw atFile(error, file.shownAs);
    job.book.takeMade();
    return failed(file.shownAs, error);
  }
}

function concernsTheVault(code: ErrorCode): boolean {
  return code === 'disk-full' || code === 'read-only' || code === 'vault-busy' || code === 'damaged';
}

/** A fault of the vault, with the file at which it showed. */
function atFile(error: OnRecordError, file: string): OnRecordError {
  const message = error.message.includes(file) ? error.message : `${file} was not stored. ${error.message}`;
  return new OnRecordError(error.code, message, { subject: file, faults: error.faults, cause: error });
}

function failed(
  file: string,
  fault: { readonly code: ErrorCode; readonly message: string; readonly faults?: readonly Fault[] },
): CaptureEvent {
  return { state: 'failed', file, code: fault.code, message: fault.message, faults: fault.faults ?? [] };
}

async function takeIn(job: Job, file: InputFile): Promise<CaptureEvent> {
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
  const sidecar = await readBeside(job, file);
  const documents = await job.reader.read(bytes, file.fileName);
  const batch = await prepare(job, { file, documents, beside: sidecar.given });
  try {
    await job.desk.store.append(
      batch.entries.map((entry, at) => (at === 0 ? { ...entry, unlessStored: sha256 } : entry)),
    );
  } catch (error) {
    const meanwhile = await storedAs(job, file, sha256);
    if (meanwhile === null) throw error;
    job.book.takeMade();
    return meanwhile;
  }
  return { state: 'captured', file: file.shownAs, documents: batch.done, sidecar: sidecar.name };
}

/** Null: these bytes are not stored yet. */
async function storedAs(job: Job, file: InputFile, sha256: Sha256): Promise<CaptureEvent | null> {
  const stored = await job.desk.store.captureOfBytes(sha256);
  if (stored === null) return null;
  return { state: 'already-stored', file: file.shownAs, source: stored.of, capture: stored.id };
}

async function readBeside(job: Job, file: InputFile): Promise<{ given: GivenMetadata; name: string | null }> {
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

interface Batch {
  readonly entries: NewEntry[];
  readonly done: CapturedDocument[];
}

async function prepare(
  job: Job,
  from: { file: InputFile; documents: readonly ReadDocument[]; beside: GivenMetadata },
): Promise<Batch> {
  const batch: Batch = { entries: [], done: [] };
  const seen = new Map<string, boolean>();
  let container: Capture | null = null;
  for (const [index, document] of from.documents.entries()) {
    const sha256 = await job.desk.blobs.put(document.bytes);
    const key = `${sha256} ${document.warc?.recordId ?? ''}`;
    if (seen.has(key) || (await isStored(job, sha256, document))) continue;
    seen.set(key, true);
    const settled = settleMetadata(document.stated, {
      beside: index === 0 || document.warc !== null ? from.beside : inherited(from.beside),
      given: job.given ?? NOTHING_GIVEN,
      isInside: index > 0,
      now: job.desk.clock(),
    });
    const prepared = await entryFor(job, { file: from.file, document, sha256, settled, container });
    batch.entries.push(prepared.entry);
    batch.done.push(prepared.done);
    if (index === 0) container = prepared.capture;
  }
  return batch;
}

function inherited(beside: GivenMetadata): GivenMetadata {
  return { ...NOTHING_GIVEN, handling: beside.handling };
}

async function isStored(job: Job, sha256: Sha256, document: ReadDocument): Promise<boolean> {
  const recordId = document.warc?.recordId;
  const stored =
    recordId === undefined
      ? await job.desk.store.captureOfBytes(sha256)
      : await job.desk.store.captureOfBytes(sha256, recordId);
  return stored !== null;
}
