/**
 * Hashes of files that need not fit into memory: several algorithms in one pass, and HMAC-SHA-256. MD5 and SHA-1 are
 * here only because old bags carry them (RFC 8493 §2.4); nothing is proved by them.
 */
import { createHash, createHmac } from 'node:crypto';

/** Algorithms that a manifest may name. */
export const DIGEST_NAMES = ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'] as const;
export type DigestName = (typeof DIGEST_NAMES)[number];

/** A file's bytes, in order, in parts of any size. */
export type ByteParts = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/**
 * Reads the parts once and gives each hash asked for, as lower-case hexadecimal.
 *
 * @example
 * (await fileDigests([new Uint8Array([97])], ['sha256'])).get('sha256'); // 'ca978112ca1bbdca…'
 */
export async function fileDigests(
  parts: ByteParts,
  names: Iterable<DigestName>,
): Promise<ReadonlyMap<DigestName, string>> {
  const open = [...new Set(names)].map((name) => [name, createHash(name)] as const);
  for await (const part of parts) for (const [, hash] of open) hash.update(part);
  return new Map(open.map(([name, hash]) => [name, hash.digest('hex')]));
}

/**
 * HMAC-SHA-256 (RFC 2104) of the parts, as lower-case hexadecimal: what `openssl dgst -sha256 -mac HMAC -macopt
 * hexkey:…` prints.
 *
 * @param hexKey lower-case hexadecimal, two characters a byte
 * @throws TypeError for a key that is not hexadecimal
 * @example
 * await fileHmac('00', [new Uint8Array(0)]); // 'b613679a0814d9ec…'
 */
export async function fileHmac(hexKey: string, parts: ByteParts): Promise<string> {
  if (!/^(?:[0-9a-f]{2})+$/.test(hexKey)) throw new TypeError('The key is not lower-case hexadecimal.');
  const mac = createHmac('sha256', Buffer.from(hexKey, 'hex'));
  for await (const part of parts) mac.update(part);
  return mac.digest('hex');
}
