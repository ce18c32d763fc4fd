/**
 * Writes an approved release, from its day on. It is made again from the log and is what was approved, to the byte, or nothing is
 * written.
 */
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { Desk } from '../desk.ts';
import type { PackageFolder } from '../ports/package-folder.ts';
import { heldReleases, releaseNamed } from './held-releases.ts';
import { contentOf } from './make-release.ts';
import type { ReleaseMaking } from './release-content.ts';
import { refuseEarly } from './release-gates.ts';

export interface HandingOut extends ReleaseMaking {
  readonly folder: PackageFolder;
}

/**
 * Writes it.
 *
 * @throws OnRecordError `bad-usage` when it is not approved, under embargo, or the folder is not empty; `verify-failed`, `not-found`
 * @example
 * const { folder } = await handOutRelease(desk, { release: '1', out: './spring' }, tools);
 */
export async function handOutRelease(
  desk: Desk,
  order: { readonly release: string; readonly out: string },
  tools: HandingOut,
): Promise<{ readonly folder: string; readonly files: number }> {
  const one = releaseNamed(await heldReleases(desk), order.release);
  const { release, approval } = one;
  if (approval === null)
    throw new OnRecordError(
      'bad-usage',
      `Release ${release.number} is not approved: nothing was written. Have it approved: onrecord release approve ${release.number}`,
      { subject: release.id },
    );
  refuseEarly(release, desk.clock().toISOString().slice(0, 10));
  const { files } = await contentOf(desk, one, tools);
  const bytes = new Map(
    files.map(({ path, content }) => [
      path,
      typeof content === 'string' ? new TextEncoder().encode(content) : content,
    ]),
  );
  return { folder: await tools.folder.write(order.out, bytes), files: bytes.size };
}
