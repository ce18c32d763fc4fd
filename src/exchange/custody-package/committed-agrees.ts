/** Whether a file of the package is what an entry of the log committed to. */
import { fileHmac } from '../../crypto/file-digest.ts';
import { UNREADABLE } from '../bagit/bag-files.ts';
import { differs, type PackageCheck } from './package-check.ts';

/** Notes a fault when it is not; the file is read in parts, never whole. */
export async function committedAgrees(
  check: PackageCheck,
  what: {
    readonly path: string;
    /** Opening key, 64 hexadecimal digits. */
    readonly key: string;
    /** As the leaf has it; null: the entry commits to no such thing. */
    readonly expected: string | null;
    /** 1-based number of the entry. */
    readonly seq: number;
  },
): Promise<void> {
  if (!check.paths.has(what.path)) {
    differs(check, what.path, `is missing, but entry ${what.seq} commits to it`);
    return;
  }
  const found = await fileHmac(what.key, check.files.read(what.path)).catch(() => null);
  if (found === null) differs(check, what.path, UNREADABLE);
  else if (found !== what.expected)
    differs(check, what.path, `is not what entry ${what.seq} of the log commits to`);
}
