/**
 * Manifests of a bag (RFC 8493 §2.1.3, §2.2.1): one `checksum path` a line. Reads what md5sum and the older versions
 * wrote, and says so; keeps names that lead out of the bag apart, so that nobody opens them.
 */
import { DIGEST_NAMES, type DigestName } from '../../crypto/file-digest.ts';
import type { BagFinding } from './bag-finding.ts';
import { bagPathFault, decodeBagPath, encodeBagPath } from './bag-path.ts';
import { linesOf } from './tag-file.ts';

const LENGTH: Readonly<Record<DigestName, number>> = {
  md5: 32,
  sha1: 40,
  sha224: 56,
  sha256: 64,
  sha384: 96,
  sha512: 128,
};

export interface Manifest {
  readonly file: string;
  readonly algorithm: DigestName;
  /** Tag files rather than payload. */
  readonly isTag: boolean;
  /** Lower-case hexadecimal by safe path, in the order of the file. */
  readonly sums: ReadonlyMap<string, string>;
  /** As it stands in the bag. */
  readonly text: string;
}

/**
 * Writes a manifest of version 1.0.
 *
 * @example
 * writeManifest(new Map([['data/a.txt', 'ba78…ad']])); // 'ba78…ad  data/a.txt\n'
 */
export function writeManifest(sums: ReadonlyMap<string, string>): string {
  return [...sums].map(([path, sum]) => `${sum}  ${encodeBagPath(path)}\n`).join('');
}

/** The algorithm and kind that a file name of a manifest says; null: not a manifest. */
export function manifestName(path: string): { readonly algorithm: string; readonly isTag: boolean } | null {
  const parts = /^(tag)?manifest-([A-Za-z0-9-]+)\.txt$/.exec(path);
  if (parts === null) return null;
  return { algorithm: (parts[2] ?? '').toLowerCase().replaceAll('-', ''), isTag: parts[1] === 'tag' };
}

/** Whether we can compute that algorithm. */
export function isKnownAlgorithm(name: string): name is DigestName {
  return (DIGEST_NAMES as readonly string[]).includes(name);
}

interface ManifestInput {
  readonly file: string;
  readonly algorithm: DigestName;
  readonly isTag: boolean;
  readonly version: string;
}

/**
 * Reads a manifest.
 *
 * @returns the sums of safe names, and everything that is wrong or odd with the lines
 * @example
 * readManifest('ba78…ad  data/a.txt\n', { file: 'manifest-sha256.txt', algorithm: 'sha256', isTag: false, version: '1.0' });
 */
export function readManifest(
  text: string,
  input: ManifestInput,
): { readonly manifest: Manifest; readonly findings: readonly BagFinding[] } {
  const sums = new Map<string, string>();
  const findings: BagFinding[] = [];
  for (const [index, line] of linesOf(text).entries()) {
    const where = `${input.file} line ${index + 1}`;
    const parts = /^([0-9A-Fa-f]+)[ \t]+(.+)$/.exec(line);
    const sum = (parts?.[1] ?? '').toLowerCase();
    if (parts === null || sum.length !== LENGTH[input.algorithm]) {
      findings.push({ kind: 'fault', path: where, message: 'is not a checksum followed by a path' });
      continue;
    }
    const read = readPath(parts[2] ?? '', input, where);
    findings.push(...read.findings);
    if (read.path === null) continue;
    const before = sums.get(read.path);
    if (before !== undefined) findings.push(twice(read.path, before === sum, input));
    sums.set(read.path, sum);
  }
  return { manifest: { ...input, sums, text }, findings };
}

function twice(path: string, isSame: boolean, { file, version }: ManifestInput): BagFinding {
  const kind = isSame && version !== '1.0' ? 'warning' : 'fault';
  return { kind, path, message: `is listed twice in ${file}${isSame ? '' : ' with different checksums'}` };
}

function readPath(
  written: string,
  { isTag, version }: ManifestInput,
  where: string,
): { readonly path: string | null; readonly findings: readonly BagFinding[] } {
  const findings: BagFinding[] = [];
  const note = (message: string): void => void findings.push({ kind: 'warning', path: where, message });
  const bare = written.startsWith('*') ? written.slice(1) : written;
  if (bare !== written) note('has the "*" of a checksum tool before the path');
  const decoded = decodeBagPath(bare, version);
  const path = decoded.startsWith('./') ? decoded.slice(2) : decoded;
  if (path !== decoded) note('has "./" before the path');
  const fault = outsideFault(path, isTag);
  if (fault === null) return { path, findings };
  findings.push({ kind: 'fault', path: where, message: `names a path outside the package: ${fault}` });
  return { path: null, findings };
}

function outsideFault(path: string, isTag: boolean): string | null {
  const unsafe = bagPathFault(path);
  if (unsafe !== null) return unsafe;
  if (!isTag && !path.startsWith('data/')) return 'a payload file must lie in data/';
  return isTag && path.startsWith('data/') ? 'a tag file must not lie in data/' : null;
}
