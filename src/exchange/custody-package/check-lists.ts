/** Whether a package holds exactly the files that its lists and its entries name. */
import type { BagReport } from '../bagit/bag-report.ts';
import { writeManifest } from '../bagit/manifest.ts';
import { differs, type PackageCheck } from './package-check.ts';
import type { PackageEntry } from './package-report.ts';

const LISTS = [
  'manifest-sha256.txt',
  'manifest-sha512.txt',
  'tagmanifest-sha256.txt',
  'tagmanifest-sha512.txt',
];

/**
 * What RFC 8493 leaves open and an export of ours always does: every file in every list, each list in one form.
 *
 * @example
 * checkLists(check, await readBag(files));
 */
export function checkLists(check: PackageCheck, bag: BagReport): void {
  if (bag.version !== null && bag.version !== '1.0') differs(check, 'bagit.txt', 'does not say version 1.0');
  if (bag.wantsFetch)
    differs(check, 'fetch.txt', 'asks to get files from the network; a package must hold all of them');
  for (const name of LISTS) {
    const list = bag.manifests.find(({ file }) => file === name);
    if (list === undefined) {
      differs(check, name, 'is missing');
      continue;
    }
    if (writeManifest(list.sums) !== list.text) differs(check, name, 'is not written as an export writes it');
    for (const path of check.paths) {
      const belongs = path.startsWith('data/') !== list.isTag && !path.startsWith('tagmanifest-');
      if (belongs && !list.sums.has(path)) differs(check, path, `is in the package, but not in ${name}`);
    }
    for (const path of list.sums.keys())
      if (!check.paths.has(path)) differs(check, path, `is missing, but is in ${name}`);
  }
}

/**
 * Files in verify/ that belong to no entry: nothing rests on them, and somebody might take them for proof.
 *
 * @example
 * checkStrays(check, entries);
 */
export function checkStrays(check: PackageCheck, entries: readonly PackageEntry[]): void {
  const names = new Set(entries.map(({ name }) => name));
  for (const path of check.paths) {
    const parts = /^verify\/(?:anchors\/[^/]+\/)?([^/]+)\.(?:tlog-proof|opening\.json|body\.json)$/.exec(
      path,
    );
    const name = parts?.[1];
    if (name !== undefined && !names.has(name)) differs(check, path, 'belongs to no entry in the package');
  }
}
