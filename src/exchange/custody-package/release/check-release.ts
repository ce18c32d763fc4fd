/**
 * What only a packaged release has: the statements that the log committed to, the list of its pages, hashes of the public sources with
 * their places in the log, what travels of them, its description. Every fault names the file.
 */
import { verifyTlogProof } from '../../../crypto/tlog-proof.ts';
import { OnRecordError } from '../../../record/onrecord-error.ts';
import { createRelease, type PublishedRelease } from '../../../record/release/release.ts';
import { wholeFile } from '../../bagit/bag-files.ts';
import type { BagReport } from '../../bagit/bag-report.ts';
import type { CheckedHead, PackageKeys } from '../check-heads.ts';
import { differs, type PackageCheck, pathsIn, textAt } from '../package-check.ts';
import type { PackagedRelease, PackageEntry } from '../package-report.ts';
import { releaseCrate } from './release-crate.ts';
import { approvalStatement, RELEASE_FORMAT, releaseStatement } from './release-statement.ts';
import { readSources, type SourceLine } from './released-sources.ts';

/** A package whose lists, heads and entries were checked. */
export interface ProvenPackage {
  readonly check: PackageCheck;
  readonly bag: BagReport;
  readonly keys: PackageKeys | null;
  readonly heads: readonly CheckedHead[];
  readonly entries: readonly PackageEntry[];
}

/** Bytes of a record.json: one of a million claims is smaller. */
const LARGEST_RECORD = 2_000_000_000;
const CRATE = 'data/ro-crate-metadata.json';

/** Checks it; null, with faults, when the statement cannot be read. */
export async function checkRelease(proven: ProvenPackage): Promise<PackagedRelease | null> {
  const { check } = proven;
  const release = await readStatement(check);
  if (release === null) return null;
  await checkApproval(check, release);
  checkEntriesOf(proven);
  await checkPages(proven, release);
  const lines = await checkSourceHashes(proven);
  await checkCrate(proven, release);
  checkPlaces(proven, lines);
  const { id, number, profile, position, madeAt, files } = release;
  const sources = [...new Set(lines.map((line) => line.id))];
  return { id, number, title: profile.title, position, madeAt, files, sources };
}

/** Ids of the captures whose bytes travel with the release. */
export function checkCaptures({ check, entries }: ProvenPackage): string[] {
  const opened = new Set(entries.map(({ file }) => file));
  const ids = new Set<string>();
  for (const path of check.paths) {
    const id = /^data\/captures\/([^/]+)\//.exec(path)?.[1];
    if (id === undefined) continue;
    ids.add(id);
    if (!opened.has(path)) differs(check, path, 'is not what any entry of the log commits to');
  }
  return [...ids].sort();
}

async function readStatement(check: PackageCheck): Promise<PublishedRelease | null> {
  const path = 'data/release.json';
  const text = await textAt(check, path);
  if (text === null) return null;
  try {
    const { format, ...fields } = JSON.parse(text) as { format: unknown } & PublishedRelease;
    const release = createRelease(fields);
    const written = new TextDecoder().decode(releaseStatement(release));
    if (format === RELEASE_FORMAT && written === text) return release;
  } catch (error) {
    if (!(error instanceof OnRecordError) && !(error instanceof SyntaxError) && !(error instanceof TypeError))
      throw error;
  }
  differs(check, path, 'is not a statement as a release writes it');
  return null;
}

async function checkApproval(check: PackageCheck, release: PublishedRelease): Promise<void> {
  const path = 'data/approval.json';
  const text = await textAt(check, path);
  if (text === null) return;
  if (text !== new TextDecoder().decode(approvalStatement(release)))
    differs(check, path, 'is not the approval of this release');
}

/** Which entry opens which statement, and that nobody approved before it was made. */
function checkEntriesOf({ check, entries }: ProvenPackage): void {
  const named = (name: string, file: string, action: string): PackageEntry | null => {
    const entry = entries.find((one) => one.name === name) ?? null;
    if (entry === null) differs(check, `verify/${name}.leaf`, 'is missing: nothing proves the release');
    else if (entry.file !== file || entry.action !== action)
      differs(check, `verify/${name}.leaf`, `does not commit to ${file}`);
    return entry;
  };
  const made = named('release', 'data/release.json', 'release-made');
  const approved = named('approval', 'data/approval.json', 'release-approved');
  if (made !== null && approved !== null && approved.seq <= made.seq)
    differs(check, 'verify/approval.leaf', 'is older than the release that it approves');
}

/** The list of pages is the one that the log committed to, and the pages are exactly those of the list. */
async function checkPages({ check, bag }: ProvenPackage, release: PublishedRelease): Promise<void> {
  const path = 'data/dossier.sha256';
  const text = await textAt(check, path);
  if (text === null) return;
  const sums = sumsOf(bag);
  if (sums.get(path) !== release.dossierSha256)
    differs(check, path, 'is not the list that data/release.json names');
  const listed = new Map(
    text
      .split('\n')
      .filter(Boolean)
      .map((line): [string, string] => [`data/${line.slice(66)}`, line.slice(0, 64)]),
  );
  for (const [page, sum] of listed)
    if (sums.get(page) !== sum) differs(check, page, 'is not as it was released');
  for (const page of check.paths)
    if (page.startsWith('data/dossier/') && !listed.has(page)) differs(check, page, 'was not released');
  if (listed.size !== release.files)
    differs(check, path, `lists ${listed.size} files, data/release.json says ${release.files}`);
}

/** As the manifest has them; that the bytes agree was checked with the bag. */
function sumsOf({ manifests }: BagReport): ReadonlyMap<string, string> {
  return manifests.find(({ file }) => file === 'manifest-sha256.txt')?.sums ?? new Map<string, string>();
}

/** Every hash is the one that record.json has, and its entry stands in the log. */
async function checkSourceHashes(proven: ProvenPackage): Promise<readonly SourceLine[]> {
  const { check, keys, heads } = proven;
  const path = 'data/sources.json';
  const lines = readSources((await textAt(check, path)) ?? '');
  if (lines === null) {
    differs(check, path, 'is not written as a release writes it');
    return [];
  }
  const published = await publishedHashes(check);
  const main = heads.find(({ folder }) => folder === 'verify');
  const verifiers = keys === null ? [] : [keys.log, ...keys.witnesses];
  for (const { id, capture, sha256, seq } of lines) {
    const hash = published.get(capture);
    if (hash !== sha256) differs(check, path, `has another hash for ${id} than data/dossier/record.json`);
    const leaf = await textAt(check, `verify/sources/${capture}.leaf`);
    const proof = await textAt(check, `verify/sources/${capture}.tlog-proof`);
    if (leaf === null || proof === null || main === undefined) continue;
    const verdict = verifyTlogProof({ proof, leafBytes: new TextEncoder().encode(leaf), verifiers });
    const isOfHead = proof.endsWith(`\n\n${main.note}`);
    if (!verdict.ok || verdict.index !== seq - 1 || !isOfHead)
      differs(
        check,
        `verify/sources/${capture}.tlog-proof`,
        `does not lead from entry ${seq} to verify/checkpoint`,
      );
    if (!/"bytes":"[0-9a-f]{64}"/.test(leaf))
      differs(check, `verify/sources/${capture}.leaf`, 'commits to no bytes');
  }
  return lines;
}

/** SHA-256 by capture, as the released record has them. */
async function publishedHashes(check: PackageCheck): Promise<ReadonlyMap<string, string>> {
  const path = 'data/dossier/record.json';
  if (!check.paths.has(path)) return new Map();
  const read = await wholeFile(check.files, path, LARGEST_RECORD);
  if (!read.ok) {
    differs(check, path, read.message);
    return new Map();
  }
  try {
    const { captures } = JSON.parse(new TextDecoder().decode(read.bytes)) as {
      captures: readonly { readonly id: string; readonly sha256: string | null }[];
    };
    return new Map(captures.map(({ id, sha256 }) => [id, sha256 ?? '']));
  } catch {
    differs(check, path, 'cannot be read');
    return new Map();
  }
}

async function checkCrate({ check, bag }: ProvenPackage, release: PublishedRelease): Promise<void> {
  const sums = sumsOf(bag);
  const sizes = new Map(check.files.list.map(({ path, size }) => [path, size]));
  const files = [...sums].flatMap(([path, sha256]) =>
    path === CRATE ? [] : [{ path: path.slice('data/'.length), size: sizes.get(path) ?? 0, sha256 }],
  );
  const text = await textAt(check, CRATE);
  if (text !== null && text !== releaseCrate(release, files))
    differs(check, CRATE, 'does not describe the files that are here');
}

const OWN =
  /^data\/(?:dossier\/.+|captures\/[^/]+\/[^/]+|(?:release|approval|sources|ro-crate-metadata)\.json|dossier\.sha256)$/;

/** Files that no release has: somebody might take them for a part of it. */
function checkPlaces({ check }: ProvenPackage, lines: readonly SourceLine[]): void {
  const ids = new Set<string>(lines.map(({ capture }) => capture));
  for (const path of check.paths)
    if (path.startsWith('data/') && !OWN.test(path)) differs(check, path, 'is no part of a release');
  for (const ending of ['.leaf', '.tlog-proof'])
    for (const path of pathsIn(check, 'verify/sources', ending))
      if (!ids.has(path.slice('verify/sources/'.length, -ending.length)))
        differs(check, path, 'belongs to no source in data/sources.json');
  for (const { id, file } of lines)
    if (file !== null && !check.paths.has(file))
      differs(check, file, `is missing, but ${id} is said to travel`);
}
