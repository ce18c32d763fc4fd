/**
 * Writes an approved release as a package, from its day on. It is made again from the log and is what was approved, to the byte, and
 * the finished package is checked as a reader would, or nothing is written. Each file goes to disk when it is made: none waits in memory. Its gates are asked once more: what may not
 * leave today is written only to hold a copy against it.
 */
import { type DigestedFile, digested } from '../../exchange/bagit/digested-file.ts';
import { releasePackage } from '../../exchange/custody-package/release/release-package.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { Desk } from '../desk.ts';
import { type CheckedPackage, checkedPackage } from '../package/checked-package.ts';
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
): Promise<CheckedPackage> {
  const held = releaseNamed(await heldReleases(desk), order.release);
  const { release, approval } = held;
  if (approval === null)
    throw new OnRecordError(
      'bad-usage',
      `Release ${release.number} is not approved: nothing was written. Have it approved: onrecord release approve ${release.number}`,
      { subject: release.id },
    );
  refuseEarly(release, desk.clock().toISOString().slice(0, 10));
  const { publicRoots } = tools;
  return await checkedPackage(tools.folder, order.out, async (put) => {
    const pages = new Map<string, DigestedFile>();
    const content = await contentOf(desk, held, {
      making: tools,
      take: async (path, bytes) => {
        await put(`data/dossier/${path}`, bytes);
        pages.set(path, await digested(bytes));
      },
    });
    if (!order.again) refuseClosed(await gatesOf(desk, release, tools));
    const parts = await releaseParts(desk, { held, content, pages, publicRoots, put });
    for (const [path, bytes] of await releasePackage(parts)) await put(path, bytes);
    return parts;
  });
}
