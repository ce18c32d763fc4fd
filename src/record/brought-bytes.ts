/**
 * Which bytes come into a vault with a change: those of a source, of a copy, or the ciphertext of a sealed document. An entry commits
 * to them; those of a release commit to statements, which are written anew from the entry and not stored.
 */
import type { Sha256 } from './id.ts';
import type { Change } from './log-entry.ts';

/**
 * The hash of the bytes that a change brings; null when it brings none.
 *
 * @example
 * broughtBytes({ action: 'source-captured', source, capture, actors: [] }); // capture.sha256
 */
export function broughtBytes(change: Change): Sha256 | null {
  switch (change.action) {
    case 'source-captured':
    case 'copy-stored':
      return change.capture.sha256;
    case 'record-sealed':
      return change.blob;
    default:
      return null;
  }
}

/**
 * The hash of the bytes that the entry of a change commits to beside its body; null when it commits to none.
 *
 * @example
 * committedBytes({ action: 'release-made', release, statement }); // statement
 */
export function committedBytes(change: Change): Sha256 | null {
  const states = change.action === 'release-made' || change.action === 'release-approved';
  return states ? change.statement : broughtBytes(change);
}
