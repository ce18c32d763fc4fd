/**
 * Checks a vault from the ground up: every stored byte against its hash, the log against its chain, the tables
 * against the log, every text against its hash, the bytes read again with the same normaliser, every passage
 * against its text. Reports all differences; changes nothing.
 */
import { sha256Hex } from '../crypto/sha256.ts';
import type { Capture } from '../record/capture.ts';
import { passageMatches } from '../record/passage.ts';
import { type Desk, OnRecordError } from './desk.ts';
import type { DocumentReader, ReadDocument } from './ports/document-reader.ts';

/** One thing that is not as it should be. */
export interface VerifyFault {
  /** `bytes`, `log`, `text`, `reading` or `passage`. */
  readonly check: 'bytes' | 'log' | 'text' | 'reading' | 'passage';
  /** An id, hash or entry number. */
  readonly item: string;
  readonly message: string;
}

export interface VerifyReport {
  readonly faults: readonly VerifyFault[];
  readonly checked: {
    readonly captures: number;
    readonly texts: number;
    readonly claims: number;
    readonly entries: number;
  };
  /** Texts that this version's reader reads with a newer normaliser: not compared. */
  readonly newerReader: number;
  /** `seq` and hash of the last entry; null for an empty log. */
  readonly head: { readonly seq: number; readonly entrySha256: string } | null;
}

export interface VerifyOptions {
  readonly reader: DocumentReader;
  /** Called after each capture. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Verifies everything.
 *
 * @example
 * const { faults } = await verifyVault(desk, { reader });
 */
export async function verifyVault(desk: Desk, options: VerifyOptions): Promise<VerifyReport> {
  const faults: VerifyFault[] = [];
  for (const fault of await desk.store.check()) faults.push({ check: 'log', ...fault });
  const captures = await desk.store.captures();
  const fileOf = new Map(captures.map(({ sha256, fileName }) => [sha256, fileName]));
  for (const sha256 of await desk.blobs.check()) {
    faults.push({
      check: 'bytes',
      item: sha256,
      message: `The stored bytes of ${fileOf.get(sha256) ?? 'a source'} have changed. Restore that file from a backup.`,
    });
  }
  const byId = new Map(captures.map((capture) => [capture.id, capture]));
  const state = { texts: 0, newer: 0, read: new Map<string, readonly ReadDocument[]>() };
  for (const [index, capture] of captures.entries()) {
    const whole = capture.derivedFrom === null ? capture : (byId.get(capture.derivedFrom) ?? capture);
    await checkCapture({ desk, options, faults, state }, capture, whole);
    options.onProgress?.(index + 1, captures.length);
  }
  const claims = await checkPassages(desk, faults);
  const head = await desk.store.head();
  const { entries } = await desk.store.counts();
  return {
    faults,
    checked: { captures: captures.length, texts: state.texts, claims, entries },
    newerReader: state.newer,
    head: head === null ? null : { seq: head.seq, entrySha256: head.entrySha256 },
  };
}

interface Checking {
  readonly desk: Desk;
  readonly options: VerifyOptions;
  readonly faults: VerifyFault[];
  readonly state: { texts: number; newer: number; read: Map<string, readonly ReadDocument[]> };
}

async function checkCapture(checking: Checking, capture: Capture, whole: Capture): Promise<void> {
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
  { desk, options, state }: Checking,
  capture: Capture,
  whole: Capture,
): Promise<ReadDocument | null> {
  let documents = state.read.get(whole.sha256);
  if (documents === undefined) {
    const bytes = await unharmedBytes(desk, whole);
    if (bytes === null) return null;
    documents = await options.reader.read(bytes, whole.fileName);
    state.read.clear();
    state.read.set(whole.sha256, documents);
  }
  if (capture.id === whole.id) return documents[0] ?? null;
  const inside = documents.slice(1);
  const byRecord = inside.find(({ warc }) => warc !== null && warc.recordId === capture.warc?.recordId);
  return byRecord ?? inside.find(({ bytes }) => sha256Hex(bytes) === capture.sha256) ?? null;
}

/** Null when missing or changed: the check of all bytes has told that already. */
async function unharmedBytes(desk: Desk, { sha256 }: Capture): Promise<Uint8Array | null> {
  try {
    return await desk.blobs.get(sha256);
  } catch (error) {
    if (error instanceof OnRecordError && error.code === 'damaged') return null;
    throw error;
  }
}

/** Claims fetched at a time. */
const PAGE = 2000;

async function checkPassages(desk: Desk, faults: VerifyFault[]): Promise<number> {
  let checked = 0;
  let page = await desk.store.claims({ limit: PAGE });
  let recent: { readonly sha256: string; readonly text: string | null } = { sha256: '', text: null };
  while (page.length > 0) {
    for (const claim of page) {
      checked += 1;
      for (const passage of claim.passages) {
        if (recent.sha256 !== passage.textSha256) {
          recent = { sha256: passage.textSha256, text: await desk.store.text(passage.textSha256) };
        }
        if (recent.text !== null && passageMatches(passage, recent.text)) continue;
        faults.push({
          check: 'passage',
          item: claim.id,
          message: `The words at ${passage.start}–${passage.end} are not the words the claim quotes.`,
        });
      }
    }
    const last = page.at(-1);
    page =
      last === undefined || page.length < PAGE
        ? []
        : await desk.store.claims({ limit: PAGE, after: last.id });
  }
  return checked;
}
