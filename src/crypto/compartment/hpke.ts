/**
 * HPKE in base mode (RFC 9180) with DHKEM(X25519, HKDF-SHA256), HKDF-SHA256 and ChaCha20-Poly1305: seals bytes to the
 * holder of a key. It says nothing about who sealed; a signature beside it does. The ephemeral key comes from random
 * bytes that are handed in, by DeriveKeyPair (RFC 9180 §7.1.3). What does not open gives null and no reason.
 */
import { Chacha20Poly1305 } from '@hpke/chacha20poly1305';
import { CipherSuite, HkdfSha256 } from '@hpke/core';
import { DhkemX25519HkdfSha256 } from '@hpke/dhkem-x25519';
import type { RandomBytes } from '../key-envelope.ts';
import { secretCopy } from '../secret-bytes.ts';

const POINT_BYTES = 32;
const NOTHING = new Uint8Array(0);

const suite = new CipherSuite({
  kem: new DhkemX25519HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Chacha20Poly1305(),
});

/** What was sealed to somebody. */
export interface HpkeSealed {
  /** The encapsulated key, 32 bytes. */
  readonly enc: Uint8Array;
  /** Ciphertext and tag: 16 bytes more than the content. */
  readonly ct: Uint8Array;
}

/**
 * Seals bytes to the holder of a key.
 *
 * @param input.recipient X25519 public key, 32 bytes
 * @param input.info what the bytes are for; the same bytes open them
 * @param input.aad more that is authenticated; usually nothing
 * @throws TypeError for a public key of another length or of low order: nobody could be meant by it
 * @example
 * const { enc, ct } = await hpkeSeal({ recipient, info, content: key, random });
 */
export async function hpkeSeal(input: {
  readonly recipient: Uint8Array;
  readonly info: Uint8Array;
  readonly aad?: Uint8Array;
  readonly content: Uint8Array;
  readonly random: RandomBytes;
}): Promise<HpkeSealed> {
  const { recipient, info, aad = NOTHING, content, random } = input;
  if (recipient.length !== POINT_BYTES) throw new TypeError(`A receiving key has ${POINT_BYTES} bytes.`);
  const seed = random(POINT_BYTES);
  if (seed.length !== POINT_BYTES) throw new TypeError(`HPKE needs ${POINT_BYTES} random bytes.`);
  try {
    const recipientPublicKey = await suite.kem.deserializePublicKey(copied(recipient));
    const params = { recipientPublicKey, info: copied(info), ekm: copied(seed) };
    const { enc, ct } = await suite.seal(params, copied(content), copied(aad));
    return { enc: new Uint8Array(enc), ct: new Uint8Array(ct) };
  } catch {
    throw new TypeError('Nothing can be sealed to this receiving key.');
  }
}

/**
 * Opens what was sealed to a key: null for another key, another purpose or changed bytes.
 *
 * @param input.secret X25519 secret key, 32 bytes
 * @throws TypeError for a secret key of another length
 * @example
 * const key = await hpkeOpen({ secret, info, enc, ct });
 */
export async function hpkeOpen(input: {
  readonly secret: Uint8Array;
  readonly info: Uint8Array;
  readonly aad?: Uint8Array;
  readonly enc: Uint8Array;
  readonly ct: Uint8Array;
}): Promise<Uint8Array | null> {
  const { secret, info, aad = NOTHING, enc, ct } = input;
  if (secret.length !== POINT_BYTES) throw new TypeError(`A receiving key has ${POINT_BYTES} bytes.`);
  try {
    const recipientKey = await suite.kem.deserializePrivateKey(copied(secret));
    const params = { recipientKey, enc: copied(enc), info: copied(info) };
    const opened = new Uint8Array(await suite.open(params, copied(ct), copied(aad)));
    const content = secretCopy(opened);
    opened.fill(0);
    return content;
  } catch {
    return null;
  }
}

/** The library takes whole buffers and WebCrypto's types no shared memory. */
function copied(bytes: Uint8Array): ArrayBuffer {
  const copy = new ArrayBuffer(bytes.length);
  new Uint8Array(copy).set(bytes);
  return copy;
}
