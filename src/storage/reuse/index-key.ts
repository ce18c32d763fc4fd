/**
 * The key of the index of text reuse: from the vault's key for it and 32 random bytes that lie beside the file and nowhere
 * else. Taking the index away overwrites those bytes first, so that what a disk keeps of the file can be read by nobody,
 * not even with the key of the vault.
 */
import { createHmac, randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';

const BYTES = 32;

function saltFile(file: string): string {
  return `${file}.salt`;
}

/**
 * The key of the index that lies there; null when the bytes beside it are not there.
 *
 * @param vaultKey 32 bytes, for this purpose alone
 * @example
 * keyOfIndex('/vault/data-1/reuse.sqlite', key);
 */
export function keyOfIndex(file: string, vaultKey: Uint8Array): Uint8Array | null {
  let salt: Buffer;
  try {
    salt = readFileSync(saltFile(file));
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
  return salt.length === BYTES ? derived(vaultKey, salt) : null;
}

/**
 * A key for an index that is made now. No index may lie there.
 *
 * @example
 * newKeyOfIndex('/vault/data-1/reuse.sqlite', key);
 */
export function newKeyOfIndex(file: string, vaultKey: Uint8Array): Uint8Array {
  const salt = randomBytes(BYTES);
  write(saltFile(file), { bytes: salt, flags: 'wx' });
  return derived(vaultKey, salt);
}

/**
 * Overwrites the random bytes and takes their file away; nothing happens when there is none.
 *
 * @example
 * forgetKeyOfIndex('/vault/data-1/reuse.sqlite');
 */
export function forgetKeyOfIndex(file: string): void {
  try {
    write(saltFile(file), { bytes: Buffer.alloc(BYTES), flags: 'r+' });
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  rmSync(saltFile(file), { force: true });
}

function derived(vaultKey: Uint8Array, salt: Uint8Array): Uint8Array {
  return new Uint8Array(createHmac('sha256', vaultKey).update(salt).digest());
}

function write(
  path: string,
  { bytes, flags }: { readonly bytes: Buffer; readonly flags: 'wx' | 'r+' },
): void {
  const handle = openSync(path, flags, 0o600);
  try {
    writeSync(handle, bytes, 0, bytes.length, 0);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function isMissing(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
}
