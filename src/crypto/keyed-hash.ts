/** A hash that nobody makes without the key (HMAC-SHA-256): secrets that are only compared are kept as such. */
import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * The hash of a text for a purpose; the same text under another purpose has another one.
 *
 * @param key 32 bytes
 * @returns hexadecimal, 64 characters
 * @example
 * keyedHash(key, 'session', secret);
 */
export function keyedHash(key: Uint8Array, purpose: string, text: string | Uint8Array): string {
  return createHmac('sha256', key).update(`onrecord/${purpose}/v1\0`, 'utf8').update(text).digest('hex');
}

/**
 * Whether two hashes are the same, in a time that does not tell how far they agree.
 *
 * @example
 * sameHash(keyedHash(key, 'session', 'a'), keyedHash(key, 'session', 'a')); // true
 */
export function sameHash(a: string, b: string): boolean {
  const [one, two] = [Buffer.from(a, 'utf8'), Buffer.from(b, 'utf8')];
  return one.length === two.length && timingSafeEqual(one, two);
}
