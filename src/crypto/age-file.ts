/**
 * age files (C2SP age v1) for one X25519 key each, readable with the standard `age` tool. The age library makes and
 * checks the header; the stanza and the payload run on the runtime's ciphers. Whole files in memory, no armor, no
 * passphrases. What does not open gives null: for another key, changed, cut short, or with bytes after the end.
 */
import { Decrypter, Encrypter } from 'age-encryption';
import { openPayload, PAYLOAD_NONCE_BYTES, sealPayload } from './age-stream.ts';
import { x25519Identity, x25519Key, x25519Recipient } from './age-x25519.ts';
import { bech32 } from './bech32.ts';

const EMPTY_PAYLOAD_BYTES = 16;
/** Bytes; a header for one key has under 200, and one longer than this is not ours. */
const MOST_HEADER = 65_536;

/**
 * The identity text of 32 secret bytes, for `age --decrypt --identity FILE`. It is a secret.
 *
 * @throws TypeError for another length
 * @example
 * ageSecret(secret32); // 'AGE-SECRET-KEY-1…'
 */
export function ageSecret(secret32: Uint8Array): string {
  refuseLength(secret32);
  return bech32('age-secret-key-', secret32).toUpperCase();
}

/**
 * The recipient text of 32 secret bytes, for `age --encrypt --recipient`. It is no secret.
 *
 * @throws TypeError for another length
 * @example
 * ageRecipient(secret32); // 'age1…'
 */
export function ageRecipient(secret32: Uint8Array): string {
  return bech32('age', x25519Key(secret32).publicBytes);
}

/**
 * Encrypts bytes for one key. The file key and the nonce are the age library's own random bytes.
 *
 * @param secret32 32 random bytes, the identity that opens the file
 * @throws TypeError for a secret of another length
 * @example
 * const file = await ageEncrypt(bytes, random(32));
 */
export async function ageEncrypt(bytes: Uint8Array, secret32: Uint8Array): Promise<Uint8Array> {
  const key = x25519Key(secret32);
  const recipient = x25519Recipient(key);
  let fileKey = new Uint8Array(0);
  const encrypter = new Encrypter();
  encrypter.addRecipient({
    wrapFileKey(given) {
      fileKey = Uint8Array.from(given);
      return recipient.wrapFileKey(given);
    },
  });
  // Header, nonce and an empty payload; the empty payload is thrown away and ours stands in its place.
  const empty = await encrypter.encrypt(new Uint8Array(0));
  const headAndNonce = empty.subarray(0, empty.length - EMPTY_PAYLOAD_BYTES);
  const nonce = headAndNonce.subarray(-PAYLOAD_NONCE_BYTES);
  const payload = sealPayload(bytes, { fileKey, nonce });
  fileKey.fill(0);
  const file = new Uint8Array(headAndNonce.length + payload.length);
  file.set(headAndNonce);
  file.set(payload, headAndNonce.length);
  return file;
}

/**
 * Decrypts an age file, or null when this key does not open it or anything in it was changed or cut off.
 *
 * @throws TypeError for a secret of another length
 * @example
 * const bytes = await ageDecrypt(file, secret32);
 */
export async function ageDecrypt(file: Uint8Array, secret32: Uint8Array): Promise<Uint8Array | null> {
  const key = x25519Key(secret32);
  const headerEnd = endOfHeader(file);
  if (headerEnd === null || file.length < headerEnd + PAYLOAD_NONCE_BYTES) return null;
  const decrypter = new Decrypter();
  decrypter.addIdentity(x25519Identity(key));
  let fileKey: Uint8Array;
  try {
    fileKey = await decrypter.decryptHeader(file.subarray(0, headerEnd));
  } catch {
    return null;
  }
  const payloadStart = headerEnd + PAYLOAD_NONCE_BYTES;
  const nonce = file.subarray(headerEnd, payloadStart);
  const bytes = openPayload(file.subarray(payloadStart), { fileKey, nonce });
  fileKey.fill(0);
  return bytes;
}

/** The byte after the line that begins with "--- ", the only such line of a header; null when there is none. */
function endOfHeader(file: Uint8Array): number | null {
  const head = Buffer.from(file.buffer, file.byteOffset, Math.min(file.length, MOST_HEADER));
  const macLine = head.indexOf('\n--- ');
  const end = macLine === -1 ? -1 : head.indexOf('\n', macLine + 1);
  return end === -1 ? null : end + 1;
}

function refuseLength(secret32: Uint8Array): void {
  if (secret32.length !== 32) throw new TypeError('An age secret has 32 bytes.');
}
