/**
 * A member's keys: one random secret of 32 bytes gives an Ed25519 key that signs and an X25519 key that receives, by
 * HKDF with a label each. Whoever learns one of them learns neither the other nor the secret.
 */
import { x25519Key } from '../age-x25519.ts';
import { deriveKey, KEY_BYTES } from '../derive-key.ts';
import { ed25519Signer } from '../ed25519.ts';
import type { RandomBytes } from '../key-envelope.ts';
import { secretCopy } from '../secret-bytes.ts';
import { decodeBase64, encodeBase64 } from '../strict-base64.ts';

/** What others may know of a member; JSON as it stands in heads and files. */
export interface MemberPublicKeys {
  /** Ed25519 public key, 32 bytes in base64. */
  readonly sign: string;
  /** X25519 public key, 32 bytes in base64. */
  readonly receive: string;
}

/** A member's keys, unlocked. */
export interface MemberKeys {
  readonly publicKeys: MemberPublicKeys;
  /** An Ed25519 signature of 64 bytes over the message. */
  readonly sign: (message: Uint8Array) => Uint8Array;
  /** X25519 secret key, 32 bytes; `wipeMember` overwrites it. */
  readonly receiveSecret: Uint8Array;
}

/**
 * The keys of a member's secret; the same secret always gives the same keys.
 *
 * @param secret 32 bytes; may be wiped afterwards
 * @throws TypeError for another length
 * @example
 * const keys = memberKeys(secret);
 */
export function memberKeys(secret: Uint8Array): MemberKeys {
  const seed = deriveKey(secret, 'onrecord/member-sign/v1');
  const receive = deriveKey(secret, 'onrecord/member-receive/v1');
  const signer = ed25519Signer(seed);
  const receiveSecret = secretCopy(receive);
  const publicKeys = Object.freeze({
    sign: encodeBase64(signer.publicKey),
    receive: encodeBase64(x25519Key(receive).publicBytes),
  });
  seed.fill(0);
  receive.fill(0);
  return Object.freeze({ publicKeys, sign: signer.sign, receiveSecret });
}

/**
 * A new member: a fresh secret and its keys. The secret goes into a member file and is then overwritten.
 *
 * @example
 * const { secret, keys } = createMember(random);
 */
export function createMember(random: RandomBytes): {
  readonly secret: Uint8Array;
  readonly keys: MemberKeys;
} {
  const drawn = random(KEY_BYTES);
  const secret = secretCopy(drawn);
  drawn.fill(0);
  return { secret, keys: memberKeys(secret) };
}

/**
 * What others may know of the member with this secret.
 *
 * @throws TypeError for a secret that is not 32 bytes
 * @example
 * publicKeysOf(secret); // { sign: '…', receive: '…' }
 */
export function publicKeysOf(secret: Uint8Array): MemberPublicKeys {
  const keys = memberKeys(secret);
  wipeMember(keys);
  return keys.publicKeys;
}

/**
 * Overwrites what can be overwritten of a member's keys. The signing key lives in a handle of the engine and goes
 * when nothing refers to it.
 *
 * @example
 * wipeMember(keys);
 */
export function wipeMember(keys: MemberKeys): void {
  keys.receiveSecret.fill(0);
}

/**
 * Reads public keys from JSON; null when they are not two keys of 32 bytes and nothing else.
 *
 * @example
 * readPublicKeys({ sign: 'short', receive: '' }); // null
 */
export function readPublicKeys(input: unknown): MemberPublicKeys | null {
  if (typeof input !== 'object' || input === null || Object.keys(input).length !== 2) return null;
  const { sign, receive } = input as Record<string, unknown>;
  if (!isKey(sign) || !isKey(receive)) return null;
  return Object.freeze({ sign, receive });
}

function isKey(input: unknown): input is string {
  return typeof input === 'string' && decodeBase64(input)?.length === KEY_BYTES;
}
