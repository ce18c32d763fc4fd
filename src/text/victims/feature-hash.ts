/** Features as numbers: a 32-bit FNV-1a hash of their words, mixed with the kind of harm and the way people are told of. */

/** Buckets of the weight table. */
export const BUCKETS = 1 << 16;

/**
 * Hash of a feature.
 *
 * @example
 * hashOf('type name') === hashOf('type name'); // true
 */
export function hashOf(feature: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < feature.length; at += 1) hash = Math.imul(hash ^ feature.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/**
 * Bucket of a feature under a salt: 0 for the feature itself, another for the feature in company.
 *
 * @example
 * bucketOf(hashOf('type name'), 3) < BUCKETS; // true
 */
export function bucketOf(hash: number, salt: number): number {
  let mixed = Math.imul(hash ^ (salt * 0x9e3779b1), 0x85ebca6b);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) & (BUCKETS - 1);
}
