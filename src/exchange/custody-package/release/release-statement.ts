/**
 * `release.json`: what was released, from which entries of the log, and the hash of the list of its files; `approval.json`: that it
 * was approved. Canonical JSON in one line, so that the bytes follow from the release; the log commits to exactly these bytes.
 */
import { canonicalJson } from '../../../crypto/canonical-json.ts';
import type { PublishedRelease } from '../../../record/release/release.ts';

/** Name and version of the format. */
export const RELEASE_FORMAT = 'onrecord-release-1';
const APPROVAL_FORMAT = 'onrecord-approval-1';

/**
 * Writes the statement.
 *
 * @returns UTF-8 with a last newline
 * @example
 * const bytes = releaseStatement(release);
 */
export function releaseStatement(release: PublishedRelease): Uint8Array {
  return new TextEncoder().encode(`${canonicalJson({ format: RELEASE_FORMAT, ...release })}\n`);
}

/**
 * Writes what an approval says of a release, and nothing of who approved it: `approval.json`.
 *
 * @returns UTF-8 with a last newline
 * @example
 * const bytes = approvalStatement(release);
 */
export function approvalStatement({
  id,
  dossierSha256,
}: Pick<PublishedRelease, 'id' | 'dossierSha256'>): Uint8Array {
  const statement = { format: APPROVAL_FORMAT, release: id, dossierSha256 };
  return new TextEncoder().encode(`${canonicalJson(statement)}\n`);
}
