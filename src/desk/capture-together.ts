/**
 * Takes many files in at once: all are read, their bytes are kept together, and their sources are logged in one append. What
 * another process stored or named meanwhile is looked at again. One bad file never stops the others.
 */
import { sha256Hex } from '../crypto/sha256.ts';
import type { Sha256 } from '../record/id.ts';
import { OnRecordError } from '../record/onrecord-error.ts';
import type { Desk } from './desk.ts';
import { openEntryMaker } from './make-entries.ts';
import type { InputFile } from './ports/input-files.ts';
import type { NewEntry } from './ports/record-store.ts';
import {
  type CaptureEvent,
  concernsTheVault,
  failed,
  prepareFile,
  type ReadFile,
  readFileIn,
  storedAs,
  type TakingIn,
} from './take-in-file.ts';

export interface TogetherOptions extends TakingIn {
  /** Stops before anything is stored. */
  readonly signal?: AbortSignal;
}

/**
 * Takes them in.
 *
 * @returns what became of each, in their order; with the signal raised early: `stopped` for all, and nothing is stored
 * @throws OnRecordError `disk-full`, `read-only`, `vault-busy`
 * @example
 * const events = await captureTogether(desk, files, { reader });
 */
export async function captureTogether(
  desk: Desk,
  files: readonly InputFile[],
  options: TogetherOptions,
): Promise<readonly CaptureEvent[]> {
  const read: (ReadFile | CaptureEvent)[] = [];
  const knowing = await knowingBytes(desk, await hashesOfFiles(files));
  for (const file of files) {
    if (options.signal?.aborted === true) return files.map(({ shownAs }) => stopped(shownAs));
    read.push(await readOne(knowing, file, options));
  }
  try {
    return await storeTogether(desk, read, options);
  } catch (error) {
    if (!(error instanceof OnRecordError) || concernsTheVault(error.code)) throw error;
    // Something in the batch is refused: one by one, so that it is found and the others come in.
    return oneByOne(desk, read, options);
  }
}

/** Of those that can be read; what is wrong with others is told when each has its turn. */
async function hashesOfFiles(files: readonly InputFile[]): Promise<readonly Sha256[]> {
  const hashes: Sha256[] = [];
  for (const file of files) {
    const bytes = await file.read().catch(() => null);
    if (bytes !== null) hashes.push(sha256Hex(bytes));
  }
  return hashes;
}

function hashesOf({ sha256, documents }: ReadFile): readonly Sha256[] {
  return [sha256, ...documents.flatMap(({ bytes, warc }) => (warc === null ? [sha256Hex(bytes)] : []))];
}

/** The desk, with a store that was asked once which of these bytes it holds. */
async function knowingBytes(desk: Desk, hashes: readonly Sha256[]): Promise<Desk> {
  const held = await desk.store.storedAmong(hashes);
  const absent = new Set(hashes.filter((sha256) => !held.has(sha256)));
  const captureOfBytes: Desk['store']['captureOfBytes'] = async (sha256, recordId) =>
    recordId === undefined && absent.has(sha256) ? null : desk.store.captureOfBytes(sha256, recordId);
  return { ...desk, store: { ...desk.store, captureOfBytes } };
}

function stopped(file: string): CaptureEvent {
  return { state: 'stopped', file };
}

async function readOne(desk: Desk, file: InputFile, options: TakingIn): Promise<ReadFile | CaptureEvent> {
  try {
    return await readFileIn({ ...options, desk }, file);
  } catch (error) {
    if (!(error instanceof OnRecordError) || concernsTheVault(error.code)) throw error;
    return failed(file.shownAs, error);
  }
}

async function storeTogether(
  desk: Desk,
  read: readonly (ReadFile | CaptureEvent)[],
  options: TakingIn,
): Promise<readonly CaptureEvent[]> {
  const fresh = read.flatMap((one) => (isEvent(one) ? [] : [one]));
  await desk.blobs.putAll(fresh.flatMap(({ documents }) => documents.map(({ bytes }) => bytes)));
  const done = new Map<ReadFile, CaptureEvent>();
  await openEntryMaker(desk).append(async ({ book }) => {
    done.clear();
    const entries: NewEntry[] = [];
    const seen = new Set<string>();
    const taken = new Set<string>();
    const knowing = await knowingBytes(desk, fresh.flatMap(hashesOf));
    for (const one of fresh) {
      // Twice in this batch, or stored since the last try.
      if (taken.has(one.sha256) || (await storedAs({ desk: knowing }, one.file, one.sha256)) !== null)
        continue;
      taken.add(one.sha256);
      const prepared = await prepareFile({ ...options, desk: knowing, book }, one, seen);
      entries.push(...prepared.entries);
      const { file, sidecar } = one;
      done.set(one, { state: 'captured', file: file.shownAs, documents: prepared.done, sidecar });
    }
    return entries;
  });
  const events: CaptureEvent[] = [];
  for (const one of read) events.push(isEvent(one) ? one : (done.get(one) ?? (await storedNow(desk, one))));
  return events;
}

function isEvent(one: ReadFile | CaptureEvent): one is CaptureEvent {
  return 'state' in one;
}

async function storedNow(desk: Desk, { file, sha256 }: ReadFile): Promise<CaptureEvent> {
  const stored = await storedAs({ desk }, file, sha256);
  return stored ?? failed(file.shownAs, { code: 'not-found', message: `${file.shownAs} was not stored.` });
}

async function oneByOne(
  desk: Desk,
  read: readonly (ReadFile | CaptureEvent)[],
  options: TakingIn,
): Promise<readonly CaptureEvent[]> {
  const events: CaptureEvent[] = [];
  for (const one of read) {
    if (isEvent(one)) {
      events.push(one);
      continue;
    }
    try {
      events.push(...(await storeTogether(desk, [one], options)));
    } catch (error) {
      if (!(error instanceof OnRecordError) || concernsTheVault(error.code)) throw error;
      events.push(failed(one.file.shownAs, error));
    }
  }
  return events;
}
