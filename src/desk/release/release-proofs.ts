/**
 * Gathers what proves a release: the entries that made and approved it, the places of its public sources in the log, the newest head
 * over them that somebody else stamped or witnessed (else the one of the approval), and proofs that this log goes on from
 * every head that was given away before.
 */
import { parseCheckpoint } from '../../crypto/checkpoint.ts';
import { sha256Hex } from '../../crypto/sha256.ts';
import { type DigestedFile, digested } from '../../exchange/bagit/digested-file.ts';
import type { ProofParts } from '../../exchange/custody-package/package-parts.ts';
import { carriedPath } from '../../exchange/custody-package/release/release-package.ts';
import type {
  EarlierHead,
  ReleasedSource,
  ReleaseParts,
} from '../../exchange/custody-package/release/release-parts.ts';
import { letsOut } from '../../record/handling.ts';
import type { CaptureId, Sha256 } from '../../record/id.ts';
import type { LogEntry } from '../../record/log-entry.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { PublishedRelease } from '../../record/release/release.ts';
import type { Desk } from '../desk.ts';
import type { PutFile } from '../package/checked-package.ts';
import { type PackageAnchor, packageAnchors } from '../package/package-anchors.ts';
import { provenEntry } from '../package/package-sources.ts';
import { packagedHead, pemOf } from '../package/packaged-head.ts';
import type { HeldRelease } from './held-releases.ts';
import type { ReleaseContent, ReleasedState } from './release-content.ts';

/** Media types of web archives. */
const ARCHIVES: ReadonlySet<string> = new Set(['application/wacz', 'application/warc']);

/** An approved release with its dossier. */
export interface ProvableRelease {
  readonly held: HeldRelease;
  readonly content: Pick<ReleaseContent, 'record'> & Pick<ReleasedState, 'snapshot'>;
  /** Files of its dossier that were put down. */
  readonly pages: ReadonlyMap<string, DigestedFile>;
  /** PEM texts for time-stamp authorities without roots of their own. */
  readonly publicRoots: readonly string[];
  /** Puts down what travels of its sources. */
  readonly put: PutFile;
}

/**
 * Gathers everything for the package.
 *
 * @throws OnRecordError `damaged` when bytes or entries are missing
 * @example
 * const files = await releasePackage(await releaseParts(desk, { held, content, pages, publicRoots: [], put }));
 */
export async function releaseParts(desk: Desk, provable: ProvableRelease): Promise<ReleaseParts> {
  const { held, content, pages, publicRoots, put } = provable;
  const { release, seq, approval } = held;
  const made = await entryAt(desk, seq);
  const approved = await entryAt(desk, approval?.seq ?? 0);
  const sources = await releasedSources(desk, release, { content, put });
  const seqs = [made.seq, approved.seq, ...sources.map(({ entry }) => entry.seq)];
  const { proofs, size } = await proofParts(desk, { seqs, approved: approved.seq, publicRoots });
  return {
    ...proofs,
    release,
    dossier: new Map([...pages].sort(([a], [b]) => (a < b ? -1 : 1))),
    made: provenEntry(made, { openBodies: false }),
    approved: provenEntry(approved, { openBodies: false }),
    approvedAt: approved.at,
    sources,
    earlier: await earlierHeads(desk, release, size),
  };
}

async function entryAt({ store }: Desk, seq: number): Promise<LogEntry> {
  for await (const entry of store.log(seq, 1)) return entry;
  throw new OnRecordError('damaged', `Entry ${seq} of the log is missing. Run: onrecord verify`);
}

/** Those whose hash the released record names: what may not leave has none there. */
async function releasedSources(
  desk: Desk,
  { profile }: PublishedRelease,
  { content: { record: text, snapshot }, put }: Pick<ProvableRelease, 'content' | 'put'>,
): Promise<readonly ReleasedSource[]> {
  const record = JSON.parse(text) as {
    readonly captures: readonly { readonly id: CaptureId; readonly sha256: Sha256 | null }[];
  };
  const found: ReleasedSource[] = [];
  for (const { id, sha256 } of record.captures) {
    const capture = snapshot.captures.get(id);
    if (capture === undefined || sha256 === null || capture.sha256 !== sha256) continue;
    const entry = (await desk.store.entriesOf(capture.of)).find(
      ({ body }) =>
        (body?.action === 'source-captured' || body?.action === 'copy-stored') && body.capture.id === id,
    );
    if (entry === undefined || entry.salt === null || entry.bytesCommitment === null) continue;
    const source = snapshot.sources.get(capture.of);
    const travels =
      profile.captures === 'public' &&
      ARCHIVES.has(capture.mediaType) &&
      letsOut(source?.handling ?? 'sealed', 'package');
    found.push({
      id: capture.of,
      capture: id,
      sha256,
      size: capture.size,
      mediaType: capture.mediaType,
      capturedAt: capture.capturedAt,
      entry: provenEntry(entry, { openBodies: false }),
      carried: travels ? await carriedNow(desk, { id, sha256, fileName: capture.fileName, put }) : null,
    });
  }
  return found;
}

/** Puts a web archive down, and tells what stands of it in lists. */
async function carriedNow(
  desk: Desk,
  {
    id,
    sha256,
    fileName: given,
    put,
  }: {
    readonly id: CaptureId;
    readonly sha256: Sha256;
    readonly fileName: string | null;
    readonly put: PutFile;
  },
): Promise<ReleasedSource['carried']> {
  const fileName = given ?? 'archive.wacz';
  const bytes = await bytesOf(desk, sha256);
  await put(`data/${carriedPath({ capture: id, carried: { fileName } })}`, bytes);
  return { fileName, bytes: await digested(bytes) };
}

async function bytesOf({ blobs }: Desk, sha256: Sha256): Promise<Uint8Array> {
  const bytes = await blobs.get(sha256);
  if (bytes !== null && sha256Hex(bytes) === sha256) return bytes;
  throw new OnRecordError(
    'damaged',
    'The stored bytes of a web archive are missing or have changed: nothing was written. Run: onrecord verify',
    { subject: sha256 },
  );
}

async function proofParts(
  desk: Desk,
  of: {
    readonly seqs: readonly number[];
    readonly approved: number;
    readonly publicRoots: readonly string[];
  },
): Promise<{ readonly proofs: ProofParts; readonly size: number }> {
  const { store } = desk;
  const anchors = await packageAnchors(store, of.seqs, of.publicRoots);
  const given = (await store.entriesWith('checkpoint-anchored')).flatMap(({ body }) =>
    body?.action === 'checkpoint-anchored' && body.size >= of.approved ? [body] : [],
  )[0];
  if (given === undefined)
    throw new OnRecordError(
      'damaged',
      'The head of the log that covers the approval is not in the log. Run: onrecord verify',
    );
  const own: PackageAnchor = { size: given.size, note: given.checkpoint, tokens: [], roots: [], between: [] };
  const main = anchors.filter(({ size }) => size >= own.size).at(-1) ?? own;
  const others = anchors.filter((anchor) => anchor !== main);
  const { witnesses } = await store.settings();
  const proofs = {
    logKey: store.identity.vkey,
    witnessKeys: witnesses.map(({ vkey }) => vkey),
    head: await packagedHead(desk, main, of.seqs),
    anchors: await Promise.all(others.map((anchor) => packagedHead(desk, anchor, of.seqs))),
    rootsPem: pemOf(anchors.flatMap(({ roots }) => roots)),
    chainPem: pemOf(anchors.flatMap(({ between }) => between)),
  };
  return { proofs, size: main.size };
}

/** Every head that left the vault before, and the state that was released. */
async function earlierHeads(
  { store }: Desk,
  { position, root, checkpoint }: PublishedRelease,
  size: number,
): Promise<readonly EarlierHead[]> {
  const notes = (await store.entriesWith('checkpoint-anchored')).flatMap(({ body }) =>
    body?.action === 'checkpoint-anchored' ? [body.checkpoint] : [],
  );
  const roots = new Map<number, string>([[position, root]]);
  for (const note of [...notes, checkpoint]) {
    const read = parseCheckpoint(note.slice(0, note.indexOf('\n\n') + 1));
    if (read.ok && !roots.has(read.checkpoint.size))
      roots.set(read.checkpoint.size, Buffer.from(read.checkpoint.root).toString('hex'));
  }
  const heads: EarlierHead[] = [];
  for (const [earlier, hash] of [...roots].sort(([a], [b]) => a - b)) {
    if (earlier >= size) continue;
    const hashes = await store.consistency(earlier, size);
    heads.push({
      size: earlier,
      root: hash,
      hashes: hashes.map((one) => Uint8Array.from(Buffer.from(one, 'hex'))),
    });
  }
  return heads;
}
