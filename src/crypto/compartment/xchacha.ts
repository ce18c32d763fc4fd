/**
 * XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03): 32-byte key, 24-byte nonce that is safe to draw at random. The
 * sealed form is nonce, ciphertext and tag in one. Whatever does not open gives null and no reason.
 *
 * As §2.3 of the draft puts it together: HChaCha20 of the key and the first 16 bytes of the nonce gives a key for
 * ChaCha20-Poly1305 (RFC 8439) with the last eight. The first is the library's, the second `node:crypto`'s, which
 * opens a large document many times faster than JavaScript.
 */
import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject } from 'node:crypto';
import { hchacha } from '@noble/ciphers/chacha.js';
import { KEY_BYTES } from '../derive-key.ts';
import type { RandomBytes } from '../key-envelope.ts';
import { secretBytes, secretCopy } from '../secret-bytes.ts';

const NONCE_BYTES = 24;
const TAG_BYTES = 16;
const CIPHER = 'chacha20-poly1305';
/** Bytes of the nonce that go into the derived key. */
const DERIVING_BYTES = 16;
/** The constant of RFC 8439 §2.3. */
const SIGMA = wordsOf(new TextEncoder().encode('expand 32-byte k'));
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
  const derived = derive(key, nonce);
  const cipher = createCipheriv(CIPHER, derived.key, derived.nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(binding, { plaintextLength: content.length });
  sealed.set(nonce);
  sealed.set(cipher.update(content), NONCE_BYTES);
  cipher.final();
  sealed.set(cipher.getAuthTag(), NONCE_BYTES + content.length);
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
  const tagAt = sealed.length - TAG_BYTES;
  const derived = derive(key, sealed.subarray(0, NONCE_BYTES));
  const decipher = createDecipheriv(CIPHER, derived.key, derived.nonce, { authTagLength: TAG_BYTES });
  decipher.setAuthTag(sealed.subarray(tagAt));
  decipher.setAAD(binding, { plaintextLength: tagAt - NONCE_BYTES });
  const content = decipher.update(sealed.subarray(NONCE_BYTES, tagAt));
  try {
    decipher.final();
    return new Uint8Array(content.buffer, content.byteOffset, content.byteLength);
  } catch {
    content.fill(0);
    return null;
  }
}

/** HChaCha20 (draft §2.2) of key and nonce, and the nonce that ChaCha20-Poly1305 then takes. */
function derive(key: Uint8Array, nonce: Uint8Array): { readonly key: KeyObject; readonly nonce: Uint8Array } {
  const keyWords = wordsOf(key);
  const derived = secretBytes(KEY_BYTES);
  hchacha(SIGMA, keyWords, wordsOf(nonce.subarray(0, DERIVING_BYTES)), new Uint32Array(derived.buffer));
  keyWords.fill(0);
  const rest = new Uint8Array(12);
  rest.set(nonce.subarray(DERIVING_BYTES), 4);
  // A key handle: `node:crypto` takes it three times as fast as bytes, and wipes it when it goes.
  const handle = createSecretKey(derived);
  derived.fill(0);
  return { key: handle, nonce: rest };
}

/** A copy as words in the machine's order, which is what the library takes. */
function wordsOf(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(secretCopy(bytes).buffer);
}

function refuseKey(key: Uint8Array): void {
  if (key.length !== KEY_BYTES) throw new TypeError(`A sealing key has ${KEY_BYTES} bytes.`);
}
