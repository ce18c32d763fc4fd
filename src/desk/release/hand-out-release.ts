/**
 * Writes an approved release as a package, from its day on. It is made again from the log and is what was approved, to the byte, and
 * the finished package is checked as a reader would, or nothing is written. Its gates are asked once more: what may not
 * leave today is written only to hold a copy against it.
 */
import { bagFilesInMemory } from '../../exchange/bagit/bag-files.ts';
import type { PackageReport } from '../../exchange/custody-package/package-report.ts';
import { releasePackage } from '../../exchange/custody-package/release/release-package.ts';
import { verifyPackage } from '../../exchange/custody-package/verify-package.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { Desk } from '../desk.ts';
import type { PackageFolder } from '../ports/package-folder.ts';
import { gatesOf } from './approve-release.ts';
import { heldReleases, releaseNamed } from './held-releases.ts';
import { contentOf } from './make-release.ts';
import type { ReleaseMaking } from './release-content.ts';
import { refuseClosed, refuseEarly } from './release-gates.ts';
import { releaseParts } from './release-proofs.ts';

export interface HandingOut extends ReleaseMaking {
  readonly folder: PackageFolder;
  /** PEM texts for time-stamp authorities without roots of their own. */
  readonly publicRoots: readonly string[];
}

export interface HandOutOrder {
  /** Id, beginning of one, or number. */
  readonly release: string;
  /** A folder that is new or empty. */
  readonly out: string;
  /** Write it although a gate closed since: it was published, and a copy is to be held against it. */
  readonly again: boolean;
}

/**
 * Writes it.
 *
 * @throws OnRecordError `bad-usage` when it is not approved, under embargo, a gate closed since, or the folder is not empty;
 *   `verify-failed`, `not-found`, `damaged`
 * @example
 * const { folder } = await handOutRelease(desk, { release: '1', out: './spring', again: false }, tools);
 */
export async function handOutRelease(
  desk: Desk,
  order: HandOutOrder,
  tools: HandingOut,
): Promise<{ readonly folder: string; readonly files: number; readonly report: PackageReport }> {
  const held = releaseNamed(await heldReleases(desk), order.release);
  const { release, approval } = held;
  if (approval === null)
    throw new OnRecordError(
      'bad-usage',
      `Release ${release.number} is not approved: nothing was written. Have it approved: onrecord release approve ${release.number}`,
      { subject: release.id },
    );
  refuseEarly(release, desk.clock().toISOString().slice(0, 10));
  const content = await contentOf(desk, held, { making: tools, keep: 'all' });
  if (!order.again) refuseClosed(await gatesOf(desk, release, tools));
  const { publicRoots } = tools;
  const parts = await releaseParts(desk, { held, content, publicRoots });
  const files = await releasePackage(parts);
  const trust = { logKey: parts.logKey, rootsPem: parts.rootsPem === '' ? null : parts.rootsPem };
  const report = await verifyPackage(bagFilesInMemory(files), trust);
  if (report.faults.length > 0)
    throw new OnRecordError(
      'verify-failed',
      'The finished package does not agree with the log, so it was not written. Run: onrecord verify',
      { faults: report.faults },
    );
  return { folder: await tools.folder.write(order.out, files), files: files.size, report };
}
