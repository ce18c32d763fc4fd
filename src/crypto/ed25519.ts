/**
 * Ed25519 (RFC 8032) with raw keys: 32-byte seeds and 32-byte public keys, 64-byte signatures.
 * Refuses keys of another length. The seed is kept inside a key handle, never in a field that could be printed.
 */
import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';

/** Bytes of a seed and of a public key. */
export const ED25519_KEY_BYTES = 32;
/** Bytes of a signature. */
export const ED25519_SIGNATURE_BYTES = 64;

/** RFC 8410: what stands before the raw key in SubjectPublicKeyInfo and in PKCS #8. */
const SPKI_HEAD = Buffer.from('302a300506032b6570032100', 'hex');
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

/** A key pair that signs; its seed cannot be read back from it. */
export interface Ed25519Signer {
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
  /** A signature of 64 bytes over the message. */
  readonly sign: (message: Uint8Array) => Uint8Array;
}

/**
 * Makes a signer from a seed.
 *
 * @param seed 32 secret bytes; may be wiped afterwards
 * @throws TypeError when the seed is not 32 bytes
 * @example
 * ed25519Signer(seed).sign(message).length; // 64
 */
export function ed25519Signer(seed: Uint8Array): Ed25519Signer {
  if (seed.length !== ED25519_KEY_BYTES)
    throw new TypeError(`An Ed25519 seed has ${ED25519_KEY_BYTES} bytes.`);
  const der = Buffer.concat([PKCS8_HEAD, seed]);
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  der.fill(0);
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  return Object.freeze({
    publicKey: new Uint8Array(spki.subarray(SPKI_HEAD.length)),
    sign: (message: Uint8Array) => new Uint8Array(sign(null, message, privateKey)),
  });
}

/**
 * Whether the signature over the message was made with the key. False, never a throw, for a signature of another
 * length and for bytes that are no key.
 *
 * @example
 * verifyEd25519({ publicKey, message, signature }); // true
 */
export function verifyEd25519(check: {
  readonly publicKey: Uint8Array;
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
}): boolean {
  if (check.publicKey.length !== ED25519_KEY_BYTES) return false;
  if (check.signature.length !== ED25519_SIGNATURE_BYTES) return false;
  try {
    const der = Buffer.concat([SPKI_HEAD, check.publicKey]);
    const publicKey = createPublicKey({ key: der, format: 'der', type: 'spki' });
    return verify(null, check.message, publicKey, check.signature);
  } catch {
    return false;
  }
}
