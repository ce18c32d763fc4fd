/**
 * Commits to bytes so that a short or likely content cannot be guessed from what is published: HMAC-SHA256 (RFC 2104)
 * under a key that only whoever may open it knows. Every log entry has one random salt; each thing it commits to
 * has a key of its own derived from it, so that opening one opens no other. Destroying the salt closes all for good.
 */
import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';
import type { Sha256Hex } from './sha256.ts';

/** What an entry commits to. The text is part of the format and never changes. */
export const COMMITTED = { body: 'onrecord/body/v1', bytes: 'onrecord/bytes/v1' } as const;
export type Committed = keyof typeof COMMITTED;

/** Bytes of a salt. */
export const SALT_LENGTH = 32;

/**
 * The key under which one thing of an entry is committed; 64 hexadecimal digits, as openssl takes them.
 *
 * @param salt the entry's salt, 64 hexadecimal digits
 * @throws TypeError for a salt of another form
 * @example
 * openingKey('00'.repeat(32), 'bytes').length; // 64
 */
export function openingKey(salt: string, what: Committed): string {
  if (!/^[0-9a-f]{64}$/.test(salt)) throw new TypeError('A salt is 32 bytes in lower-case hexadecimal.');
  return createHmac('sha256', createSecretKey(salt, 'hex')).update(COMMITTED[what]).digest('hex');
}

/**
 * Commits to content under an opening key.
 *
 * @param key 64 hexadecimal digits
 * @example
 * commit(openingKey(salt, 'body'), '{"agent":"machine"}');
 */
export function commit(key: string, content: Uint8Array | string): Sha256Hex {
  return createHmac('sha256', createSecretKey(key, 'hex')).update(content).digest('hex') as Sha256Hex;
}

/**
 * Whether content is what a commitment was made to.
 *
 * @example
 * opens(commitment, key, bytes); // true
 */
export function opens(commitment: string, key: string, content: Uint8Array | string): boolean {
  const expected = Buffer.from(commitment, 'hex');
  const actual = Buffer.from(commit(key, content), 'hex');
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}
