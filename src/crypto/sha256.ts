/** SHA-256 (FIPS 180-4) as lower-case hexadecimal. Sees bytes, never people; nothing is read or written. */
import { createHash } from 'node:crypto';

/** Lower-case hexadecimal SHA-256, 64 characters; the same type as the record's `Sha256`. */
export type Sha256Hex = string & { readonly __sha256: true };

/** 64 zeros: what stands before the first entry of a log. */
export const NO_SHA256 = '0'.repeat(64) as Sha256Hex;

/**
 * Hashes bytes, or a string as its UTF-8 bytes.
 *
 * @throws TypeError for a string with an unpaired surrogate: it has no UTF-8 form, so two texts would share a hash
 * @example
 * sha256Hex('abc'); // 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
 */
export function sha256Hex(content: Uint8Array | string): Sha256Hex {
  if (typeof content === 'string' && !content.isWellFormed()) {
    throw new TypeError('Cannot hash a text with an unpaired surrogate: replace it before hashing.');
  }
  return createHash('sha256').update(content).digest('hex') as Sha256Hex;
}
