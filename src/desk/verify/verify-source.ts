/**
 * Checks one source to the bottom: the signed head of the log, each of its entries against its leaf and the leaf's place
 * in the tree, its bytes against their hash and against what the log committed to, its text, and the passages of its
 * claims. Of an erased source it checks what is left: the leaves. What one source cannot show is not claimed.
 */
import { canonicalJson } from '../../crypto/canonical-json.ts';
import { openingKey, opens } from '../../crypto/commitment.ts';
import { entryDifference } from '../../crypto/log-leaf.ts';
import { verifyInclusion } from '../../crypto/merkle.ts';
import { sha256Hex } from '../../crypto/sha256.ts';
import type { Capture } from '../../record/capture.ts';
import type { SourceId } from '../../record/id.ts';
import type { LogEntry } from '../../record/log-entry.ts';
import { passageMatches } from '../../record/passage.ts';
import { type AnchoredTime, anchoredTimes } from '../anchored-time.ts';
import { findSourceEver, tombstonesOf } from '../custody/find-source.ts';
import { type Desk, OnRecordError } from '../desk.ts';
import type { DocumentReader } from '../ports/document-reader.ts';
import { checkAnchors } from './check-anchors.ts';
import { captureChecking, checkCapture } from './check-capture.ts';
import { readOn } from './read-on.ts';
import { type SignedCheckpoint, signedHeadOf } from './signed-checkpoint.ts';
import type { VerifyFault } from './verify-fault.ts';

/** The bytes of one capture, as they were found. */
export interface VerifiedCapture {
  readonly capture: string;
  readonly fileName: string | null;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  /** Number of the entry that commits to them, 1-based. */
  readonly entry: number;
}

export interface SourceReport {
  readonly source: SourceId;
  /** What is left is the leaves of its entries; nothing of its content can be checked. */
  readonly erased: boolean;
  readonly faults: readonly VerifyFault[];
  readonly captures: readonly VerifiedCapture[];
  readonly checked: { readonly entries: number; readonly texts: number; readonly claims: number };
  readonly newerReader: number;
  /** One for each entry, in log order. */
  readonly times: readonly AnchoredTime[];
  /** The signed head that the proofs lead to; null when the log has no entry. */
  readonly head: { readonly size: number; readonly root: string; readonly checkpoint: string } | null;
}

export interface VerifySourceOptions {
  readonly reader: DocumentReader;
  /** PEM texts for time-stamp authorities without roots of their own. */
  readonly publicRoots: readonly string[];
}

interface Checking {
  readonly desk: Desk;
  readonly id: SourceId;
  readonly faults: VerifyFault[];
  readonly entries: readonly LogEntry[];
}

/**
 * Verifies one source.
 *
 * @param text its id or the beginning of it
 * @throws OnRecordError `bad-usage`, `not-found`, `damaged` when the head is not signed by the log
 * @example
 * const { faults } = await verifySource(desk, 'src_7d2', { reader, publicRoots });
 */
export async function verifySource(
  desk: Desk,
  text: string,
  options: VerifySourceOptions,
): Promise<SourceReport> {
  const id = await findSourceEver(desk.store, text);
  const entries = await desk.store.entriesOf(id);
  const part = captureChecking(desk, options.reader);
  const checking: Checking = { desk, id, entries, faults: part.faults };
  const head = await signedHeadOf(desk.store);
  if (head !== null) await checkEntries(checking, head);
  const unless = readOn(part.faults);
  const stored = await unless('captures', [], () => desk.store.captures({ source: id }));
  await unless(id, undefined, () => checkDescription(checking));
  const captures = await unless('bytes', [], () => checkBytes(checking, stored));
  for (const capture of stored)
    await unless(capture.id, undefined, async () =>
      checkCapture(part, capture, await wholeOf(desk, capture)),
    );
  const claims = await unless('claims', 0, () => checkClaims(checking));
  const anchors = await checkAnchors(desk.store, options.publicRoots);
  const erased = (await tombstonesOf(desk.store)).some((one) => one.erased.source === id);
  return {
    source: id,
    erased: erased && stored.length === 0,
    faults: part.faults,
    captures,
    checked: { entries: entries.length, texts: part.state.texts, claims },
    newerReader: part.state.newer,
    times: anchoredTimes(entries, anchors.proven),
    head:
      head === null
        ? null
        : { size: head.size, root: Buffer.from(head.root).toString('hex'), checkpoint: head.note },
  };
}

/** The file that a part was taken out of. */
async function wholeOf({ store }: Desk, capture: Capture): Promise<Capture> {
  if (capture.derivedFrom === null || capture.copy === 'working') return capture;
  return (await store.capture(capture.derivedFrom)) ?? capture;
}

/** Each entry is what its leaf commits to, and the leaf is in the tree that was signed. */
async function checkEntries({ desk, entries, faults }: Checking, head: SignedCheckpoint): Promise<void> {
  for (const entry of entries) {
    const item = `entry ${entry.seq}`;
    const body = entry.body === null ? null : canonicalJson(entry.body);
    const difference = entryDifference({ ...entry, body });
    if (difference !== null) faults.push({ check: 'log', item, message: difference });
    const proof = await desk.store.inclusion(entry.seq, head.size);
    const isThere = verifyInclusion({
      index: entry.seq - 1,
      size: head.size,
      leafHash: Buffer.from(entry.leaf, 'hex'),
      proof: proof.map((hash) => Buffer.from(hash, 'hex')),
      root: head.root,
    });
    if (isThere) continue;
    const message = `The leaf of entry ${entry.seq} is not the one at its place in the signed proof tree.`;
    faults.push({ check: 'log', item, message });
  }
}

/** What the tables say of the source is what the log said last. */
async function checkDescription({ desk, id, entries, faults }: Checking): Promise<void> {
  const logged = entries
    .flatMap(({ body, seq }) =>
      (body?.action === 'source-captured' || body?.action === 'source-described') && body.source.id === id
        ? [{ source: body.source, seq }]
        : [],
    )
    .at(-1);
  const now = await desk.store.source(id);
  if (logged === undefined ? now === null : canonicalJson(now) === canonicalJson(logged.source)) return;
  const said =
    logged === undefined
      ? 'The tables hold this source, and no entry of the log took it in.'
      : `What the tables say of this source is not what entry ${logged.seq} of the log says.`;
  faults.push({ check: 'log', item: id, message: said });
}

/** Every capture the log took in is here, with the bytes the log committed to; no other is. */
async function checkBytes(checking: Checking, held: readonly Capture[]): Promise<readonly VerifiedCapture[]> {
  const { faults, id } = checking;
  const stored = new Map(held.map((capture) => [capture.id, capture]));
  const captures: VerifiedCapture[] = [];
  for (const entry of checking.entries) {
    const { body, seq } = entry;
    if (body?.action !== 'source-captured' && body?.action !== 'copy-stored') continue;
    const logged = body.capture;
    if (logged.of !== id) continue;
    const now = stored.get(logged.id);
    stored.delete(logged.id);
    if (now === undefined || canonicalJson(now) !== canonicalJson(logged)) {
      const message = `What the tables say of this capture is not what entry ${seq} of the log says.`;
      faults.push({ check: 'log', item: logged.id, message });
    }
    const wrong = await bytesFault(checking.desk, entry, logged);
    if (wrong !== null) faults.push({ check: 'bytes', item: logged.sha256, message: wrong });
    const { fileName, size, sha256 } = logged;
    captures.push({ capture: logged.id, fileName, size, sha256, entry: seq });
  }
  for (const capture of stored.keys()) {
    const message = 'The tables hold a capture of this source that no entry of the log took in.';
    faults.push({ check: 'log', item: capture, message });
  }
  return captures;
}

/** Null when they are there and right; that they are missing is told with the text. */
async function bytesFault(
  { blobs }: Desk,
  { seq, salt, bytesCommitment }: LogEntry,
  { sha256, size, fileName }: Capture,
): Promise<string | null> {
  const changed = `The stored bytes of ${fileName ?? 'a capture'} have changed. Restore that file from a backup.`;
  let bytes: Uint8Array | null;
  try {
    bytes = await blobs.get(sha256);
  } catch (error) {
    if (error instanceof OnRecordError && error.code === 'damaged') return changed;
    throw error;
  }
  if (bytes === null) return null;
  if (bytes.length !== size || sha256Hex(bytes) !== sha256) return changed;
  if (salt === null || bytesCommitment === null) return `Entry ${seq} commits to no bytes.`;
  return opens(bytesCommitment, openingKey(salt, 'bytes'), bytes)
    ? null
    : `The stored bytes are not the ones that entry ${seq} of the log commits to.`;
}

/** Every claim stands as the log has it, and its words are in the text. */
async function checkClaims({ desk, id, entries, faults }: Checking): Promise<number> {
  const logged = new Map<string, string>();
  for (const { body } of entries)
    if (body?.action === 'claims-proposed')
      for (const { id: claim, passages } of body.claims) logged.set(claim, canonicalJson(passages));
  const claims = await desk.store.claims({ source: id });
  for (const { id: claim, passages } of claims) {
    if (logged.get(claim) !== canonicalJson(passages)) {
      const message = 'The passages of this claim in the tables are not those in the log.';
      faults.push({ check: 'log', item: claim, message });
    }
    for (const passage of passages) {
      const text = await desk.store.text(passage.textSha256);
      if (text !== null && passageMatches(passage, text)) continue;
      const message = `The words at ${passage.start}–${passage.end} are not the words the claim quotes.`;
      faults.push({ check: 'passage', item: claim, message });
    }
  }
  return claims.length;
}
