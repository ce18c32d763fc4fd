/**
 * `verify/consistency/<size>.json`: the proof that the log which signed a package goes on from an earlier head of it
 * (RFC 6962 §2.1.2). Canonical JSON in a fixed form.
 */
import { canonicalJson } from '../../crypto/canonical-json.ts';
import { decodeBase64, encodeBase64 } from '../../crypto/strict-base64.ts';
import { readJson } from '../../record/read-json.ts';

export interface ConsistencyFile {
  /** Entries of the earlier head. */
  readonly size: number;
  /** Its root, hexadecimal. */
  readonly root: string;
  /** 32 bytes each. */
  readonly hashes: readonly Uint8Array[];
}

/**
 * Writes the file, with a last newline.
 *
 * @example
 * writeConsistency({ size: 1, root, hashes: [] }); // '{"hashes":[],"root":"…","size":1}\n'
 */
export function writeConsistency({ size, root, hashes }: ConsistencyFile): string {
  return `${canonicalJson({ size, root, hashes: hashes.map(encodeBase64) })}\n`;
}

/**
 * Reads the file; null when it is not exactly as `writeConsistency` writes it.
 *
 * @example
 * readConsistency('{}'); // null
 */
export function readConsistency(text: string): ConsistencyFile | null {
  const value = readJson(text);
  if (typeof value !== 'object' || value === null) return null;
  const [size, root, listed]: unknown[] = ['size', 'root', 'hashes'].map((name) => Reflect.get(value, name));
  if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 1) return null;
  if (typeof root !== 'string' || !/^[0-9a-f]{64}$/.test(root) || !Array.isArray(listed)) return null;
  const hashes = listed.map((one) => (typeof one === 'string' ? decodeBase64(one) : null));
  if (!hashes.every((one) => one !== null)) return null;
  const file = { size, root, hashes };
  return writeConsistency(file) === text ? file : null;
}
