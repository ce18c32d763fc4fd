/** An invented log with a release in it, and the package made of that. Everybody and everything in it is made up. */
import { canonicalJson } from '../../../crypto/canonical-json.ts';
import { formatCheckpoint } from '../../../crypto/checkpoint.ts';
import { openingKey } from '../../../crypto/commitment.ts';
import { addCosignature } from '../../../crypto/cosignature.ts';
import { leafText, sealEntry } from '../../../crypto/log-leaf.ts';
import { leafHash } from '../../../crypto/merkle.ts';
import { ED25519_COSIGNATURE, formatVkey, type NoteSigner, noteSigner } from '../../../crypto/note-key.ts';
import { sha256Hex } from '../../../crypto/sha256.ts';
import { signNote } from '../../../crypto/signed-note.ts';
import { consistencyProof, inclusionProof, type ReadHashes, treeRoot } from '../../../crypto/tree-proofs.ts';
import type { CaptureId, ReleaseId, SourceId } from '../../../record/id.ts';
import { createRelease, type PublishedRelease } from '../../../record/release/release.ts';
import { releaseProfile } from '../../../record/release/release-profile.ts';
import type { PackagedHead, ProvenEntry } from '../package-parts.ts';
import { dossierSums } from './release-package.ts';
import type { ReleaseParts } from './release-parts.ts';
import { approvalStatement, releaseStatement } from './release-statement.ts';

export const LOG = noteSigner('log.example.org/lowland', new Uint8Array(32).fill(7));
export const WITNESS = noteSigner('witness.example.net/w1', new Uint8Array(32).fill(9), ED25519_COSIGNATURE);

const ARTICLE = new TextEncoder().encode('<p>The clinic said that 9 weavers were killed.</p>\n');
const ARCHIVE = new TextEncoder().encode('PK an invented web archive\n');
const SOURCE = 'src_00000000000000000000000001' as SourceId;
export const CAPTURE = 'cap_00000000000000000000000001' as CaptureId;
export const ARCHIVED = 'cap_00000000000000000000000002' as CaptureId;
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Small pages, so that every byte of them can be changed. */
export const DOSSIER: ReadonlyMap<string, Uint8Array> = new Map(
  (
    [
      ['assets/style.css', 'body { color: black }\n'],
      ['changes.html', '<!doctype html><title>Release 1</title>\n'],
      ['index.html', '<!doctype html><title>What was said about Kessar</title>\n'],
      [
        'record.json',
        `${canonicalJson({
          captures: [
            { id: CAPTURE, sha256: sha256Hex(ARTICLE) },
            { id: ARCHIVED, sha256: sha256Hex(ARCHIVE) },
          ],
        })}\n`,
      ],
    ] as const
  ).map(([path, text]) => [path, utf8(text)]),
);

/** One log: what its entries bring, its entries, and heads over them. */
export interface SampleLog {
  readonly entries: readonly ProvenEntry[];
  head(size: number, options?: { readonly time?: number; readonly signer?: NoteSigner }): Promise<string>;
  root(size: number): Promise<string>;
  packaged(note: string, size: number): Promise<PackagedHead>;
  consistency(from: number, to: number): Promise<readonly Uint8Array[]>;
}

/**
 * A log of such entries, in order.
 *
 * @param bytes what each brings; null: nothing
 */
export function sampleLog(
  brought: readonly (readonly [action: string, bytes: Uint8Array | null])[],
): SampleLog {
  const entries = brought.map(([action, bytes], index): ProvenEntry => {
    const seq = index + 1;
    const salt = seq.toString(16).padStart(64, '0');
    const at = `2031-05-01T10:00:${String(seq).padStart(2, '0')}Z`;
    const body = canonicalJson({ action, note: `entry ${seq}` });
    const head = { agent: 'A. Archivist', subject: 'log' };
    const { commitment, bytesCommitment } = sealEntry({ seq, at, action, ...head, body, salt, bytes });
    const leaf = leafText({ seq, at, action, commitment, bytesCommitment });
    return { seq, leaf, bytesKey: bytes === null ? null : openingKey(salt, 'bytes'), body: null };
  });
  const read: ReadHashes = async (level, start, count) =>
    level === 0 ? entries.slice(start, start + count).map(({ leaf }) => leafHash(utf8(leaf))) : [];
  return {
    entries,
    head: async (size, { time, signer = LOG } = {}) => {
      const root = await treeRoot(size, read);
      const signed = signNote(formatCheckpoint({ origin: LOG.name, size, root, extensions: [] }), signer);
      const seen = time === undefined ? null : addCosignature(signed, WITNESS, time);
      return seen?.ok === true ? seen.note : signed;
    },
    root: async (size) => Buffer.from(await treeRoot(size, read)).toString('hex'),
    packaged: async (checkpoint, size) => {
      const covered = entries.filter(({ seq }) => seq <= size);
      const proofs = await Promise.all(
        covered.map(async ({ seq }) => [seq, await inclusionProof(seq - 1, size, read)] as const),
      );
      return { checkpoint, tokens: [], proofs: new Map(proofs) };
    },
    consistency: async (from, to) => consistencyProof(from, to, read),
  };
}

/** What the invented log held before the release. */
export const BEFORE = [
  ['source-captured', ARTICLE],
  ['claims-proposed', null],
  ['source-captured', ARCHIVE],
  ['claim-reviewed', null],
  ['checkpoint-anchored', null],
] as const;

/** A release made from these entries; the log goes on with it, its approval and `after` more. */
export async function sampleRelease(options: {
  readonly before?: readonly (readonly [string, Uint8Array | null])[];
  readonly dossier?: ReadonlyMap<string, Uint8Array>;
  readonly signer?: NoteSigner;
  readonly witnessed?: number;
}): Promise<{ readonly parts: ReleaseParts; readonly log: SampleLog; readonly release: PublishedRelease }> {
  const { before = BEFORE, dossier = DOSSIER, signer = LOG } = options;
  const start = sampleLog(before);
  const release = createRelease({
    id: 'rel_00000000000000000000000001' as ReleaseId,
    number: 1,
    profile: releaseProfile({
      title: 'What was said about Kessar',
      publisher: 'The Lowland Archive',
      licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
      methodNotes: [{ lang: 'en', text: 'Two outlets were read.' }],
      captures: 'public',
    }),
    position: before.length,
    root: (await start.root(before.length)) as PublishedRelease['root'],
    checkpoint: await start.head(before.length, { signer }),
    madeAt: '2031-05-01T11:00:00Z',
    program: 'onrecord 0.0.0',
    dossierSha256: sha256Hex(
      dossierSums(new Map([...dossier].map(([path, bytes]) => [path, sha256Hex(bytes)]))),
    ),
    files: dossier.size,
    corrects: null,
    changes: [],
  });
  const log = sampleLog([
    ...before,
    ['release-made', releaseStatement(release)],
    ['release-approved', approvalStatement(release)],
  ]);
  const size = log.entries.length;
  const entryAt = (seq: number): ProvenEntry => {
    const entry = log.entries[seq - 1];
    if (entry === undefined) throw new TypeError(`The invented log has no entry ${seq}.`);
    return entry;
  };
  const time = options.witnessed;
  const note = await log.head(size, { signer, ...(time === undefined ? {} : { time }) });
  const source = (capture: CaptureId, seq: number, bytes: Uint8Array, fileName: string | null) => ({
    id: SOURCE,
    capture,
    sha256: sha256Hex(bytes),
    size: bytes.byteLength,
    mediaType: fileName === null ? 'text/html' : 'application/wacz',
    capturedAt: '2031-04-30T10:00:00Z',
    entry: entryAt(seq),
    carried: fileName === null ? null : { fileName, bytes },
  });
  const parts: ReleaseParts = {
    logKey: formatVkey(signer),
    witnessKeys: [formatVkey(WITNESS)],
    head: await log.packaged(note, size),
    anchors: [],
    rootsPem: '',
    chainPem: '',
    release,
    dossier,
    made: entryAt(before.length + 1),
    approved: entryAt(before.length + 2),
    approvedAt: '2031-05-01T12:00:00Z',
    sources: [source(CAPTURE, 1, ARTICLE, null), source(ARCHIVED, 3, ARCHIVE, 'the valley post.wacz')],
    earlier: await Promise.all(
      [3, before.length].map(async (earlier) => ({
        size: earlier,
        root: await log.root(earlier),
        hashes: await log.consistency(earlier, size),
      })),
    ),
  };
  return { parts, log, release };
}
