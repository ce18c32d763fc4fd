/**
 * The payload of age files (C2SP age, "Payload"): chunks of 64 KiB, each ChaCha20-Poly1305 under a counter nonce
 * whose last byte marks the last chunk, so that a cut or joined payload does not open. On the runtime's own cipher:
 * about ten times the speed of JavaScript. The last chunk is never empty unless it is the only one.
 */
import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';

const CHUNK = 65_536;
const TAG_BYTES = 16;
const SEALED_CHUNK = CHUNK + TAG_BYTES;
const CIPHER = 'chacha20-poly1305';
/** Bytes of the nonce that stands before the payload. */
export const PAYLOAD_NONCE_BYTES = 16;

/**
 * Encrypts a payload.
 *
 * @param keys.fileKey 16 bytes
 * @param keys.nonce 16 random bytes, to be written before the payload
 * @returns 16 bytes longer for every 64 KiB begun
 * @example
 * const payload = sealPayload(bytes, { fileKey, nonce });
 */
export function sealPayload(bytes: Uint8Array, keys: PayloadKeys): Uint8Array {
  const key = streamKey(keys);
  const chunks = Math.max(1, Math.ceil(bytes.length / CHUNK));
  const sealed = new Uint8Array(bytes.length + chunks * TAG_BYTES);
  for (let index = 0; index < chunks; index += 1) {
    const chunk = bytes.subarray(index * CHUNK, (index + 1) * CHUNK);
    const nonce = chunkNonce(index, index === chunks - 1);
    const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
    sealed.set(cipher.update(chunk), index * SEALED_CHUNK);
    cipher.final();
    sealed.set(cipher.getAuthTag(), index * SEALED_CHUNK + chunk.length);
  }
  key.fill(0);
  return sealed;
}

/**
 * Decrypts a whole payload, or null when a byte was changed, a chunk is missing, or bytes follow the end.
 *
 * @example
 * const bytes = openPayload(payload, { fileKey, nonce });
 */
export function openPayload(sealed: Uint8Array, keys: PayloadKeys): Uint8Array | null {
  const chunks = Math.max(1, Math.ceil(sealed.length / SEALED_CHUNK));
  const lastBytes = sealed.length - (chunks - 1) * SEALED_CHUNK;
  if (lastBytes < TAG_BYTES || (lastBytes === TAG_BYTES && chunks > 1)) return null;
  const key = streamKey(keys);
  const bytes = new Uint8Array(sealed.length - chunks * TAG_BYTES);
  for (let index = 0; index < chunks; index += 1) {
    const chunk = sealed.subarray(index * SEALED_CHUNK, (index + 1) * SEALED_CHUNK);
    const nonce = chunkNonce(index, index === chunks - 1);
    const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
    decipher.setAuthTag(chunk.subarray(-TAG_BYTES));
    bytes.set(decipher.update(chunk.subarray(0, -TAG_BYTES)), index * CHUNK);
    try {
      decipher.final();
    } catch {
      bytes.fill(0);
      key.fill(0);
      return null;
    }
  }
  key.fill(0);
  return bytes;
}

/** What the key of a payload is made from. */
export interface PayloadKeys {
  readonly fileKey: Uint8Array;
  readonly nonce: Uint8Array;
}

function streamKey({ fileKey, nonce }: PayloadKeys): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', fileKey, nonce, 'payload', 32));
}

/** Eleven bytes of counter, big end first, and the mark of the last chunk. */
function chunkNonce(index: number, last: boolean): Uint8Array {
  const nonce = Buffer.alloc(12);
  nonce.writeUIntBE(index, 5, 6);
  nonce[11] = last ? 1 : 0;
  return nonce;
}
