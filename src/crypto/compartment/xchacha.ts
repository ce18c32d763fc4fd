/**
 * XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03): 32-byte key, 24-byte nonce that is safe to draw at random. The
 * sealed form is nonce, ciphertext and tag in one. Whatever does not open gives null and no reason.
 */
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { KEY_BYTES } from '../derive-key.ts';
import type { RandomBytes } from '../key-envelope.ts';

const NONCE_BYTES = 24;
const TAG_BYTES = 16;
/** Bytes that sealing adds: nonce and tag. */
export const SEALED_EXTRA = NONCE_BYTES + TAG_BYTES;

/**
 * Seals bytes under a key.
 *
 * @param input.key 32 bytes
 * @param input.binding what the bytes belong to; the same bytes open them
 * @returns nonce, ciphertext, tag: 40 bytes more than the content
 * @throws TypeError for a key or a nonce of a wrong length
 * @example
 * const sealed = sealBytes({ key, content, binding: bindingOf(BOUND.dek, ['north', 1, 'case-7', 2]), random });
 */
export function sealBytes(input: {
  readonly key: Uint8Array;
  readonly content: Uint8Array;
  readonly binding: Uint8Array;
  readonly random: RandomBytes;
}): Uint8Array {
  const { key, content, binding, random } = input;
  refuseKey(key);
  const nonce = random(NONCE_BYTES);
  if (nonce.length !== NONCE_BYTES) throw new TypeError(`A nonce has ${NONCE_BYTES} bytes.`);
  const sealed = new Uint8Array(content.length + SEALED_EXTRA);
  sealed.set(nonce);
  xchacha20poly1305(key, nonce, binding).encrypt(content, sealed.subarray(NONCE_BYTES));
  return sealed;
}

/**
 * Opens sealed bytes: null when the key or the binding is another one, or when a bit was changed.
 *
 * @throws TypeError for a key that is not 32 bytes
 * @example
 * const content = openBytes({ key, sealed, binding });
 */
export function openBytes(input: {
  readonly key: Uint8Array;
  readonly sealed: Uint8Array;
  readonly binding: Uint8Array;
}): Uint8Array | null {
  const { key, sealed, binding } = input;
  refuseKey(key);
  if (sealed.length < SEALED_EXTRA) return null;
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const content = new Uint8Array(new ArrayBuffer(sealed.length - SEALED_EXTRA));
  try {
    xchacha20poly1305(key, nonce, binding).decrypt(sealed.subarray(NONCE_BYTES), content);
    return content;
  } catch {
    return null;
  }
}

function refuseKey(key: Uint8Array): void {
  if (key.length !== KEY_BYTES) throw new TypeError(`A sealing key has ${KEY_BYTES} bytes.`);
}
