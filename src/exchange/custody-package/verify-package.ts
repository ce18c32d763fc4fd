/**
 * Checks an exported package to its end and names each thing that differs: the bag (RFC 8493), the log's key, signed
 * heads, time-stamps, witnesses, inclusion proofs, and that every original is what an entry committed to. The same as
 * verify.sh does, without trusting that script. Never fetches, never opens a path outside the package.
 */
import type { BagFiles } from '../bagit/bag-files.ts';
import { bagPathFault } from '../bagit/bag-path.ts';
import { bagFaults } from '../bagit/bag-report.ts';
import { readBag } from '../bagit/read-bag.ts';
import { checkEntries } from './check-entries.ts';
import { checkHeads, readKeys } from './check-heads.ts';
import { checkLists, checkStrays } from './check-lists.ts';
import { checkTrust } from './check-trust.ts';
import { differs, type PackageCheck, textAt } from './package-check.ts';
import type { PackageEntry, PackageReport, PackageTrust } from './package-report.ts';
import { checkCaptures, checkRelease } from './release/check-release.ts';
import { VERIFY_SCRIPT } from './verify-script/verify-script.ts';

/**
 * Checks a package.
 *
 * @param trust keys and certificates that the reader got another way
 * @returns every fault; a folder that is no package at all gives faults, never an exception
 * @example
 * const report = await verifyPackage(files, { logKey: null, rootsPem: null });
 * report.faults.length; // 0
 */
export async function verifyPackage(files: BagFiles, trust: PackageTrust): Promise<PackageReport> {
  const bag = await readBag(files);
  const paths = new Set(files.list.map(({ path }) => path).filter((path) => bagPathFault(path) === null));
  const check: PackageCheck = { files, paths, trust, faults: [], notes: [] };
  for (const { path, message } of bagFaults(bag)) differs(check, path, message);
  if (!paths.has('bagit.txt'))
    return {
      faults: check.faults,
      notes: [],
      logKey: null,
      heads: [],
      entries: [],
      sources: [],
      release: null,
    };
  checkLists(check, bag);
  const keys = await readKeys(check);
  const heads = keys === null ? [] : await checkHeads(check, keys);
  const entries = keys === null ? [] : await checkEntries(check, keys, heads);
  const proven = { check, bag, keys, heads, entries };
  const release = paths.has('data/release.json') ? await checkRelease(proven) : null;
  const sources = paths.has('data/release.json') ? checkCaptures(proven) : checkSources(check, entries);
  if (keys !== null) await checkTrust(check, keys, { heads, entries });
  checkStrays(check, entries);
  const script = await textAt(check, 'verify/verify.sh');
  if (script !== null && script !== VERIFY_SCRIPT)
    check.notes.push('verify/verify.sh is not the script of this version of onrecord.');
  return {
    faults: check.faults,
    notes: [...new Set(check.notes)],
    logKey: keys?.vkey ?? null,
    heads: heads.map(({ folder, origin, size, stamps, witnesses }) => ({
      folder,
      origin,
      size,
      stamps,
      witnesses,
    })),
    entries,
    sources,
    release,
  };
}

function checkSources(check: PackageCheck, entries: readonly PackageEntry[]): string[] {
  const opened = new Set(entries.map(({ file }) => file));
  const folders = new Map<string, number>();
  for (const path of check.paths) {
    const parts = /^data\/sources\/([^/]+)\/(original\/)?/.exec(path);
    const id = parts?.[1];
    if (id === undefined) continue;
    const isOriginal = parts?.[2] !== undefined;
    folders.set(id, (folders.get(id) ?? 0) + (isOriginal ? 1 : 0));
    if (isOriginal && !opened.has(path)) differs(check, path, 'is not what any entry of the log commits to');
  }
  for (const [id, originals] of folders) {
    if (originals === 0) differs(check, `data/sources/${id}`, 'holds no original');
    if (!check.paths.has(`verify/${id}.leaf`))
      differs(check, `verify/${id}.leaf`, 'is missing: nothing proves that source');
  }
  if (folders.size === 0) differs(check, 'data/sources', 'holds no source');
  return [...folders.keys()].sort();
}
