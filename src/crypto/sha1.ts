/** SHA-1, only because other formats name their rows by it (statement ids of FollowTheMoney). Nothing of ours rests on it. */
import { createHash } from 'node:crypto';

/**
 * Lower-case hexadecimal SHA-1 of the UTF-8 bytes of a text.
 *
 * @example
 * sha1Hex('abc'); // 'a9993e364706816aba3e25717850c26c9cd0d89d'
 */
export function sha1Hex(text: string): string {
  return createHash('sha1').update(text, 'utf8').digest('hex');
}
