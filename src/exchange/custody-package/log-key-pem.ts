/** An Ed25519 public key as openssl reads it: PEM of SubjectPublicKeyInfo (RFC 8410). */
import { encodeBase64 } from '../../crypto/strict-base64.ts';

/** What stands before the 32 bytes of the key. */
const HEAD = Uint8Array.of(0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00);

/**
 * Writes the PEM text.
 *
 * @param publicKey 32 bytes
 * @example
 * publicKeyPem(new Uint8Array(32)).split('\n')[0]; // '-----BEGIN PUBLIC KEY-----'
 */
export function publicKeyPem(publicKey: Uint8Array): string {
  const base64 = encodeBase64(Uint8Array.of(...HEAD, ...publicKey));
  return `-----BEGIN PUBLIC KEY-----\n${base64}\n-----END PUBLIC KEY-----\n`;
}
