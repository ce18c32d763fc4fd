/**
 * A secret locked under a key: ChaCha20-Poly1305 (RFC 8439), 12-byte nonce, the context as associated data, so that
 * a wrapped key moved to another place does not open there. The text form is base64 of nonce, ciphertext and tag.
 * The nonce is handed in and must be random and fresh. Whatever does not open gives null and no reason.
 */
import { createCipheriv, createDecipheriv } from 'node:crypto';
import { KEY_BYTES } from './derive-key.ts';
import { secretCopy } from './secret-bytes.ts';
import { decodeBase64, encodeBase64 } from './strict-base64.ts';

/** Bytes of a nonce. */
export const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const CIPHER = 'chacha20-poly1305';

/**
 * Locks a secret.
 *
 * @param input.key 32 bytes: what locks
 * @param input.secret what is locked; not empty
 * @param input.context says what and whose the secret is; the same words open it
 * @param input.nonce 12 random bytes, never used before with this key
 * @returns base64 of nonce, ciphertext and tag: 80 characters for a 32-byte secret
 * @throws TypeError for a key, nonce or secret of a wrong length
 * @example
 * const wrapped = wrapKey({ key, secret: blobSecret, context: 'blob 3f0c', nonce: random(12) });
 */
export function wrapKey(input: {
  readonly key: Uint8Array;
  readonly secret: Uint8Array;
  readonly context: string;
  readonly nonce: Uint8Array;
}): string {
  const { key, secret, context, nonce } = input;
  refuseKey(key);
  if (nonce.length !== NONCE_BYTES) throw new TypeError(`A nonce has ${NONCE_BYTES} bytes.`);
  if (secret.length === 0) throw new TypeError('There is no secret to wrap.');
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(context, 'utf8'), { plaintextLength: secret.length });
  const parts = [nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()];
  return encodeBase64(Buffer.concat(parts));
}

/**
 * Opens a wrapped secret: null when the key or the context is another one, or when the text was changed.
 *
 * @throws TypeError for a key that is not 32 bytes
 * @example
 * const blobSecret = openWrappedKey({ wrapped, key, context: 'blob 3f0c' });
 */
export function openWrappedKey(input: {
  readonly wrapped: string;
  readonly key: Uint8Array;
  readonly context: string;
}): Uint8Array | null {
  const { wrapped, key, context } = input;
  refuseKey(key);
  const bytes = decodeBase64(wrapped);
  if (bytes === null || bytes.length <= NONCE_BYTES + TAG_BYTES) return null;
  const tagAt = bytes.length - TAG_BYTES;
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAuthTag(bytes.subarray(tagAt));
  decipher.setAAD(Buffer.from(context, 'utf8'), { plaintextLength: tagAt - NONCE_BYTES });
  const opened = decipher.update(bytes.subarray(NONCE_BYTES, tagAt));
  try {
    decipher.final();
    return secretCopy(opened);
  } catch {
    return null;
  } finally {
    opened.fill(0);
  }
}

/**
 * Whether a text has the form of a wrapped key: canonical base64 of nonce, secret and tag.
 *
 * @param secretBytes bytes of the wrapped secret
 * @example
 * isWrappedKey(text, 32); // true for 80 characters of base64
 */
export function isWrappedKey(text: string, secretBytes: number): boolean {
  const length = (decodeBase64(text)?.length ?? 0) - NONCE_BYTES - TAG_BYTES;
  return length > 0 && length === secretBytes;
}

function refuseKey(key: Uint8Array): void {
  if (key.length !== KEY_BYTES) throw new TypeError(`A wrapping key has ${KEY_BYTES} bytes.`);
}
