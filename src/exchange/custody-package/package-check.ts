/** The state of one check: the files, what was found so far, and how texts are read. */
import { decodeUtf8 } from '../../crypto/strict-utf8.ts';
import { type BagFiles, wholeFile } from '../bagit/bag-files.ts';
import type { PackageFault, PackageTrust } from './package-report.ts';

/** Bytes; proofs, keys and leaves are far smaller, and a larger one is refused rather than held in memory. */
const LARGEST = 20_000_000;

export interface PackageCheck {
  readonly files: BagFiles;
  /** Every path that stays inside. */
  readonly paths: ReadonlySet<string>;
  readonly trust: PackageTrust;
  readonly faults: PackageFault[];
  readonly notes: string[];
}

/** Notes that something differs. */
export function differs(check: PackageCheck, path: string, message: string): void {
  check.faults.push({ path, message });
}

/** A file's bytes; null, with a fault, when it is absent, too large or unreadable. */
export async function bytesAt(check: PackageCheck, path: string): Promise<Uint8Array | null> {
  if (!check.paths.has(path)) {
    differs(check, path, 'is missing');
    return null;
  }
  const read = await wholeFile(check.files, path, LARGEST);
  if (read.ok) return read.bytes;
  differs(check, path, read.message);
  return null;
}

/** A file's text; null, with a fault, when it is absent or not UTF-8. */
export async function textAt(check: PackageCheck, path: string): Promise<string | null> {
  const bytes = await bytesAt(check, path);
  if (bytes === null) return null;
  const text = decodeUtf8(bytes);
  if (text === null) differs(check, path, 'is not a UTF-8 text');
  return text;
}

/** Paths directly in a folder that end so, in order. */
export function pathsIn(check: PackageCheck, folder: string, ending: string): string[] {
  const start = `${folder}/`;
  return [...check.paths]
    .filter(
      (path) => path.startsWith(start) && path.endsWith(ending) && !path.slice(start.length).includes('/'),
    )
    .sort();
}
