/**
 * Takes files in: bytes are kept, hashed and read; each source in a file becomes part of one log transaction
 * per file. The same bytes are never stored twice. One bad file never stops the others. Refuses to guess:
 * what neither the file, its sidecar nor a flag says stays unknown.
 */
import { OnRecordError } from '../record/onrecord-error.ts';
import { openActorBook } from './actor-book.ts';
import type { Desk } from './desk.ts';
import { knownOutlets } from './outlet-list.ts';
import type { FoundInput, InputFile, InputFiles } from './ports/input-files.ts';
import {
  atFile,
  type CaptureEvent,
  type CaptureJob,
  concernsTheVault,
  failed,
  prepareFile,
  readFileIn,
  storedAs,
  type TakingIn,
} from './take-in-file.ts';

export type { CaptureEvent } from './take-in-file.ts';

export interface CaptureOptions extends TakingIn {
  /** Where files come from. */
  readonly files: InputFiles;
  /** Stops after the current file. */
  readonly signal?: AbortSignal;
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
  const job: CaptureJob = {
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

async function captureOne(job: CaptureJob, file: InputFile): Promise<CaptureEvent> {
  try {
    return await takeIn(job, file);
  } catch (error) {
    if (!(error instanceof OnRecordError)) throw error;
    if (concernsTheVault(error.code)) throw atFile(error, file.shownAs);
    job.book.takeMade();
    return failed(file.shownAs, error);
  }
}

async function takeIn(job: CaptureJob, file: InputFile): Promise<CaptureEvent> {
  const read = await readFileIn(job, file);
  if ('state' in read) return read;
  for (const { bytes } of read.documents) await job.desk.blobs.put(bytes);
  const { entries, done } = await prepareFile(job, read, new Set());
  try {
    await job.desk.store.append(entries);
  } catch (error) {
    const meanwhile = await storedAs(job, file, read.sha256);
    if (meanwhile === null) throw error;
    job.book.takeMade();
    return meanwhile;
  }
  return { state: 'captured', file: file.shownAs, documents: done, sidecar: read.sidecar };
}
