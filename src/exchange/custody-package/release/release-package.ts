/**
 * Lays out a release as a BagIt bag: the dossier with the statements that the log committed to, hashes of the public sources, an
 * RO-Crate description, and beside it `verify/` with all that a stranger needs to check it using sha256sum and openssl.
 * Data in, files out; what they prove is checked by `verifyPackage`, which every release runs over its own result.
 */
import { formatTlogProof } from '../../../crypto/tlog-proof.ts';
import { type BagContent, digested } from '../../bagit/digested-file.ts';
import { writeBag } from '../../bagit/write-bag.ts';
import { writeConsistency } from '../consistency-file.ts';
import type { NamedEntry } from '../named-entry.ts';
import { oneLine, writtenSteps } from '../read-me.ts';
import { safeFileName } from '../safe-file-name.ts';
import { verifyFolder } from '../verify-folder.ts';
import { type ReleaseFile, releaseCrate } from './release-crate.ts';
import type { ReleasedSource, ReleaseParts } from './release-parts.ts';
import { approvalStatement, releaseStatement } from './release-statement.ts';
import { writeSources } from './released-sources.ts';

/**
 * Makes every file of a packaged release but those whose bytes lie in their place already.
 *
 * @returns bytes by path, in order of path
 * @throws TypeError naming what does not fit together
 * @example
 * const files = await releasePackage(parts);
 * files.has('data/dossier/index.html'); // true
 */
export async function releasePackage(parts: ReleaseParts): Promise<ReadonlyMap<string, Uint8Array>> {
  const { release, dossier, sources, approvedAt } = parts;
  const pages = new Map<string, string>();
  for (const [path, content] of dossier) pages.set(path, await sha256Of(content));
  const payload = new Map<string, BagContent>([
    ['release.json', releaseStatement(release)],
    ['approval.json', approvalStatement(release)],
    ['dossier.sha256', utf8(dossierSums(pages))],
    ['sources.json', utf8(writeSources(sources.map(lineOf)))],
    ...[...dossier].map(([path, bytes]) => [`dossier/${path}`, bytes] as const),
    ...sources.flatMap((source) => {
      const file = carriedPath(source);
      return file === null || source.carried === null ? [] : [[file, source.carried.bytes] as const];
    }),
  ]);
  const listed: ReleaseFile[] = [];
  for (const [path, content] of payload)
    listed.push({ path, size: (await digested(content)).size, sha256: await sha256Of(content) });
  payload.set('ro-crate-metadata.json', utf8(releaseCrate(release, listed)));
  return await writeBag({
    payload,
    tagFiles: proofsOf(parts),
    baggingDate: approvedAt.slice(0, 10),
    info: [
      { label: 'External-Description', value: release.profile.title ?? `Release ${release.number}` },
      { label: 'External-Identifier', value: release.id },
      ...(release.profile.publisher === null
        ? []
        : [{ label: 'Source-Organization', value: release.profile.publisher }]),
      { label: 'Bag-Software-Agent', value: release.program },
    ],
  });
}

/**
 * The list of a dossier's files with their SHA-256, as `sha256sum` writes it, in order of path.
 *
 * @param hashes by path, in any order
 * @example
 * dossierSums(new Map([['index.html', sha256Hex(bytes)]])); // '9f86d0…  dossier/index.html\n'
 */
export function dossierSums(hashes: ReadonlyMap<string, string>): string {
  return [...hashes]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, hash]) => `${hash}  dossier/${path}\n`)
    .join('');
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

async function sha256Of(content: BagContent): Promise<string> {
  return (await digested(content)).sums.get('sha256') ?? '';
}

/**
 * Where the bytes of a source that travels lie, below data/; null: they stay inside.
 *
 * @example
 * carriedPath(source); // 'captures/cap_…/page.wacz'
 */
export function carriedPath({ capture, carried }: CarriedSource): string | null {
  return carried === null ? null : `captures/${capture}/${safeFileName(carried.fileName)}`;
}

interface CarriedSource {
  readonly capture: string;
  readonly carried: Pick<NonNullable<ReleasedSource['carried']>, 'fileName'> | null;
}

function lineOf(source: ReleasedSource) {
  const { id, capture, sha256, size, mediaType, capturedAt, entry } = source;
  const path = carriedPath(source);
  const file = path === null ? null : `data/${path}`;
  return {
    id,
    capture,
    sha256,
    size,
    mediaType,
    capturedAt,
    seq: entry.seq,
    key: entry.bytesKey ?? '',
    file,
  };
}

function proofsOf(parts: ReleaseParts): ReadonlyMap<string, Uint8Array> {
  const { made, approved, sources, head, earlier } = parts;
  const entries: NamedEntry[] = [
    { name: 'release', entry: made, file: 'data/release.json' },
    { name: 'approval', entry: approved, file: 'data/approval.json' },
    ...sources.flatMap((source) => {
      const file = carriedPath(source);
      return file === null ? [] : [{ name: source.capture, entry: source.entry, file: `data/${file}` }];
    }),
  ];
  const files = new Map(verifyFolder(parts, entries, writtenSteps(parts, entries, wordsOf(parts))));
  for (const { capture, entry } of sources) {
    const hashes = head.proofs.get(entry.seq);
    if (hashes === undefined) throw new TypeError(`There is no proof that entry ${entry.seq} is in the log.`);
    const { checkpoint } = head;
    const proof = formatTlogProof({ index: entry.seq - 1, hashes, checkpoint, extra: null });
    files.set(`verify/sources/${capture}.leaf`, utf8(entry.leaf));
    files.set(`verify/sources/${capture}.tlog-proof`, utf8(proof));
  }
  for (const one of earlier) files.set(`verify/consistency/${one.size}.json`, utf8(writeConsistency(one)));
  return files;
}

function wordsOf({ release, approvedAt, sources }: ReleaseParts): { about: string; limits: string } {
  const { number, madeAt, position, profile } = release;
  return {
    about: `What this package is
  Release ${number}: ${oneLine(profile.title ?? 'without a title')}
  Made at ${madeAt} from ${position} entries of the log, approved at ${approvedAt}.
  The dossier is data/dossier/index.html. It names the hashes of ${sources.length} public sources (data/sources.json).

  These are all its pages: the command prints OK for each, and the hash of the list is "dossierSha256" in
  data/release.json, to which the log committed (step 3).

    $ (cd data && sha256sum -c dossier.sha256)
`,
    limits: LIMITS,
  };
}

const LIMITS = `What this shows, and what it does not
  It shows that this is what was released, that the log committed to it and to its approval, and that the log goes on
  from the earlier heads in verify/consistency. With a time-stamp or a witness: that this was not later than a
  certain time. For a public source: that whoever has its file can show that it is the one.
  It does not show that what a source says is right, who wrote an entry, or that nothing was left out.
  The time in an entry is what the record's own clock said.
  Keep verify/checkpoint: the next release must go on from it. "onrecord verify PACKAGE --known FILE" asks that.
`;
