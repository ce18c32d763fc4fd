/**
 * The hash functions that a time-stamp may rest on (RFC 8933, NIST SP 800-131A): SHA-256, SHA-384, SHA-512.
 * SHA-1 and MD5 have no name here, so that nothing rests on them.
 */

/** A hash function by its name in node:crypto. */
export type HashName = 'sha256' | 'sha384' | 'sha512';

const OIDS: Readonly<Record<HashName, string>> = {
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  sha512: '2.16.840.1.101.3.4.2.3',
};
const NAMES: ReadonlyMap<string, HashName> = new Map([
  [OIDS.sha256, 'sha256'],
  [OIDS.sha384, 'sha384'],
  [OIDS.sha512, 'sha512'],
]);

/**
 * The object identifier of a hash function.
 *
 * @example
 * hashOid('sha256'); // '2.16.840.1.101.3.4.2.1'
 */
export function hashOid(name: HashName): string {
  return OIDS[name];
}

/**
 * The hash function of an object identifier; null for any that is not accepted.
 *
 * @example
 * hashOfOid('1.3.14.3.2.26'); // null: SHA-1
 */
export function hashOfOid(oid: string): HashName | null {
  return NAMES.get(oid) ?? null;
}
