/**
 * SHA-1, only because other formats name their rows by it (statement ids of FollowTheMoney). Nothing of ours rests on it. Not from
 * Node: the public door works in a browser, whose own SHA-1 answers later.
 */
import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * Lower-case hexadecimal SHA-1 of the UTF-8 bytes of a text.
 *
 * @example
 * sha1Hex('abc'); // 'a9993e364706816aba3e25717850c26c9cd0d89d'
 */
export function sha1Hex(text: string): string {
  return bytesToHex(sha1(utf8ToBytes(text)));
}
