/** One source of a file as a log entry: the source, its capture, its text, and the actors first seen in it. */
import { sha256Hex } from '../crypto/sha256.ts';
import { type Capture, createCapture } from '../record/capture.ts';
import { codePointLength } from '../record/code-points.ts';
import type { CaptureId, Sha256, SourceId } from '../record/id.ts';
import { createSource, type Source } from '../record/source.ts';
import type { ActorBook } from './actor-book.ts';
import { type Desk, MACHINE } from './desk.ts';
import type { ReadDocument } from './ports/document-reader.ts';
import type { InputFile } from './ports/input-files.ts';
import type { NewEntry } from './ports/record-store.ts';
import { actorKindOfPublisher, type SettledMetadata } from './settle-metadata.ts';

/** One source found in a file. */
export interface CapturedDocument {
  readonly source: SourceId;
  readonly capture: CaptureId;
  /** Name inside an archive or mail; null for the file itself. */
  readonly innerName: string | null;
  readonly title: string | null;
  readonly hasText: boolean;
  readonly noTextReason: string | null;
  readonly notes: readonly string[];
}

/** What is the same for all sources of one call. */
export interface EntryJob {
  readonly desk: Desk;
  readonly book: ActorBook;
  /** Who captures; the program itself when absent. */
  readonly agent?: string;
}

/** One source of a file, ready to be written down. */
export interface Piece {
  readonly file: InputFile;
  readonly document: ReadDocument;
  readonly sha256: Sha256;
  readonly settled: SettledMetadata;
  readonly container: Capture | null;
}

/**
 * Writes one source of a file down as a log entry.
 *
 * @throws OnRecordError `invalid-record`
 * @example
 * const { entry, capture } = await entryFor(job, piece);
 */
export async function entryFor(
  job: EntryJob,
  piece: Piece,
): Promise<{ entry: NewEntry; done: CapturedDocument; capture: Capture }> {
  const { desk, book } = job;
  const at = desk.clock().toISOString();
  const source = await sourceOf(job, piece.settled);
  const textSha256 = piece.document.text === null ? null : sha256Hex(piece.document.text.content);
  const capture = captureOf(job, piece, { source, at, textSha256 });
  const texts =
    piece.document.text === null || textSha256 === null
      ? {}
      : { texts: new Map([[textSha256, piece.document.text.content]]) };
  const entry: NewEntry = {
    at,
    agent: job.agent ?? MACHINE,
    subject: source.id,
    body: { action: 'source-captured', source, capture, actors: book.takeMade() },
    bytes: piece.document.bytes,
    ...texts,
  };
  const done = {
    source: source.id,
    capture: capture.id,
    innerName: piece.document.innerName,
    title: source.title,
    hasText: capture.text !== null,
    noTextReason: capture.noTextReason,
    notes: notesOf(piece),
  };
  return { entry, done, capture };
}

/** The desk leaves a date that lies ahead unknown and says so once; the reader's note about the same is dropped. */
function notesOf({ document, settled }: Piece): readonly string[] {
  const isAhead = document.stated.publishedAt !== null && settled.publishedAt === null;
  const own = isAhead ? document.notes.filter((note) => !/lies in the future/u.test(note)) : document.notes;
  return [...own, ...settled.notes];
}

async function sourceOf(job: EntryJob, settled: SettledMetadata): Promise<Source> {
  const { book, desk } = job;
  const publisher =
    settled.publisher === null
      ? null
      : await book.actorFor(settled.publisher, actorKindOfPublisher(settled.kind));
  const authors = [];
  for (const name of settled.authors) authors.push(await book.actorFor(name, 'person'));
  return createSource({
    id: desk.newId('source'),
    kind: settled.kind,
    title: settled.title,
    publisher: publisher?.id ?? null,
    authors: [...new Set(authors.flatMap((actor) => (actor === null ? [] : [actor.id])))],
    publishedAt: settled.publishedAt,
    language: settled.language,
    url: settled.url,
    handling: settled.handling,
    revisionOf: null,
  });
}

function captureOf(
  job: EntryJob,
  piece: Piece,
  made: { source: Source; at: string; textSha256: Sha256 | null },
): Capture {
  const { document, file, container } = piece;
  const { text } = document;
  const inside = container !== null;
  return createCapture({
    id: job.desk.newId('capture'),
    of: made.source.id,
    capturedAt: made.at,
    method: document.warc !== null ? 'warc-record' : inside ? 'attachment' : file.method,
    fileName: inside ? (document.innerName ?? file.fileName) : file.fileName,
    mediaType: document.mediaType,
    size: document.bytes.length,
    sha256: piece.sha256,
    warc: document.warc === null ? null : { ...document.warc, file: file.fileName ?? '-' },
    text:
      text === null || made.textSha256 === null
        ? null
        : { sha256: made.textSha256, normaliser: text.normaliser, codePoints: codePointLength(text.content) },
    noTextReason: document.noTextReason,
    copy: 'evidentiary',
    derivedFrom: container?.id ?? null,
    ...(document.trail === undefined ? {} : { trail: document.trail }),
  });
}
