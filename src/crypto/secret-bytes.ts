/**
 * Memory for secrets that can be overwritten. The engine keeps byte arrays of up to 64 bytes inside its own heap,
 * moves them about and leaves copies behind that no program can reach; over a buffer made first they stay in one
 * place outside it, so that `fill(0)` takes the only copy away.
 */

/**
 * Zeros to put a secret into.
 *
 * @param count bytes
 * @example
 * const key = secretBytes(32);
 */
export function secretBytes(count: number): Uint8Array {
  return new Uint8Array(new ArrayBuffer(count));
}

/**
 * A copy of a secret; the caller overwrites the original.
 *
 * @example
 * const mine = secretCopy(given);
 * given.fill(0);
 */
export function secretCopy(secret: Uint8Array): Uint8Array {
  const copy = secretBytes(secret.length);
  copy.set(secret);
  return copy;
}
