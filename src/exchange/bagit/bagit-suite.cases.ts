/**
 * Runs the Library of Congress conformance suite (public domain; 60 bags, versions 0.93 to 1.0) against our reader:
 * `valid` and `warning` bags must have no fault, `warning` bags a warning, all others a fault.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { bagFilesInMemory } from './bag-files.ts';
import { bagFaults } from './bag-report.ts';
import { readBag } from './read-bag.ts';

/** Where the suite lies, from the repository root. */
export const BAGIT_SUITE = '../shared/vectors/bagit';

/**
 * A system file that copying the suite dropped. Its content is known: the bag's manifest gives it the checksum of a
 * file that is there.
 */
const DROPPED: Readonly<Record<string, { readonly path: string; readonly sameAs: string }>> = {
  'v0.97/warning/special-system-files': { path: 'data/.DS_Store', sameAs: 'data/Thumbs.db' },
};

export interface BagSuiteResult {
  readonly total: number;
  readonly passed: number;
  /** Bags that were not judged, each with why. */
  readonly skipped: readonly string[];
  /** Bags that were completed before they were judged, each with what was put back. */
  readonly completed: readonly string[];
  /** Bags judged otherwise than the suite says. */
  readonly failed: readonly string[];
}

function filesOf(folder: string): Map<string, Uint8Array> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return new Map(
    names
      .filter((name) => statSync(path.join(folder, name)).isFile())
      .map((name) => [name.split(path.sep).join('/'), new Uint8Array(readFileSync(path.join(folder, name)))]),
  );
}

function bagsOf(suite: string): string[] {
  const folders = (below: string): string[] =>
    readdirSync(path.join(suite, below), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => path.posix.join(below, entry.name))
      .sort();
  return folders('')
    .filter((version) => version.startsWith('v'))
    .flatMap(folders)
    .flatMap(folders);
}

async function judge(kind: string, files: ReadonlyMap<string, Uint8Array>): Promise<string | null> {
  const report = await readBag(bagFilesInMemory(files));
  const faults = bagFaults(report).map((one) => `${one.path} ${one.message}`);
  if (kind === 'valid') return faults.length === 0 ? null : faults.join('; ');
  if (kind !== 'warning') return faults.length > 0 ? null : 'no fault was found';
  if (faults.length > 0) return faults.join('; ');
  return report.findings.length > 0 ? null : 'no warning was given';
}

/**
 * Runs every bag of the suite.
 *
 * @param suite the folder that holds v0.93, v0.94 …
 */
export async function runBagitSuite(suite: string): Promise<BagSuiteResult> {
  const completed: string[] = [];
  const failed: string[] = [];
  const bags = bagsOf(suite);
  for (const bag of bags) {
    const files = filesOf(path.join(suite, bag));
    const dropped = DROPPED[bag];
    const content = dropped === undefined ? undefined : files.get(dropped.sameAs);
    if (dropped !== undefined && content !== undefined && !files.has(dropped.path)) {
      files.set(dropped.path, content);
      completed.push(`${bag}: ${dropped.path} put back, same checksum as ${dropped.sameAs}`);
    }
    const fault = await judge(bag.split('/')[1] ?? '', files);
    if (fault !== null) failed.push(`${bag}: ${fault}`);
  }
  return { total: bags.length, passed: bags.length - failed.length, skipped: [], completed, failed };
}
