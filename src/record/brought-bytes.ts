/** Which bytes come into a vault with a change: those of a source, of a copy, or the ciphertext of a sealed document. */
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
