/**
 * The X25519 stanza of age files (C2SP age, "X25519 recipient type") on the runtime's own X25519, HKDF and
 * ChaCha20-Poly1305, as objects for the age library, which keeps the header and its MAC. The library's own objects
 * do the same in JavaScript and several times slower; a vault opens one identity for every file.
 */
import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';
import { type Identity, type Recipient, Stanza } from 'age-encryption';

const LABEL = 'age-encryption.org/v1/X25519';
const CIPHER = 'chacha20-poly1305';
const ZERO_NONCE = new Uint8Array(12);
const TAG_BYTES = 16;
const FILE_KEY_BYTES = 16;
const POINT_BYTES = 32;
/** DER of an X25519 key up to its 32 bytes (RFC 8410). */
const PRIVATE_DER = Buffer.from('302e020100300506032b656e04220420', 'hex');
const PUBLIC_DER = Buffer.from('302a300506032b656e032100', 'hex');

/** Both halves of an age X25519 key. */
export interface X25519Key {
  readonly secret: KeyObject;
  readonly publicKey: KeyObject;
  /** 32 bytes. */
  readonly publicBytes: Uint8Array;
}

/**
 * The key of 32 secret bytes.
 *
 * @throws TypeError for another length
 * @example
 * const key = x25519Key(secret32);
 */
export function x25519Key(secret32: Uint8Array): X25519Key {
  if (secret32.length !== POINT_BYTES) throw new TypeError(`An age secret has ${POINT_BYTES} bytes.`);
  const der = Buffer.concat([PRIVATE_DER, secret32]);
  const secret = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  der.fill(0);
  const publicKey = createPublicKey(secret);
  return { secret, publicKey, publicBytes: rawPublic(publicKey) };
}

/**
 * Wraps a file key for the holder of a key.
 *
 * @example
 * encrypter.addRecipient(x25519Recipient(key));
 */
export function x25519Recipient(key: X25519Key): Recipient {
  return {
    wrapFileKey(fileKey) {
      const ephemeral = generateKeyPairSync('x25519');
      const share = rawPublic(ephemeral.publicKey);
      const shared = diffieHellman({ privateKey: ephemeral.privateKey, publicKey: key.publicKey });
      const wrapping = wrappingKey(shared, share, key.publicBytes);
      const cipher = createCipheriv(CIPHER, wrapping, ZERO_NONCE, { authTagLength: TAG_BYTES });
      const body = Buffer.concat([cipher.update(fileKey), cipher.final(), cipher.getAuthTag()]);
      return [new Stanza(['X25519', unpadded(share)], new Uint8Array(body))];
    },
  };
}

/**
 * Unwraps file keys: null when no stanza is for this key.
 *
 * @throws (when used) Error for a malformed X25519 stanza, as age demands
 * @example
 * decrypter.addIdentity(x25519Identity(key));
 */
export function x25519Identity(key: X25519Key): Identity {
  return {
    unwrapFileKey(stanzas) {
      for (const stanza of stanzas) {
        if (stanza.args[0] !== 'X25519') continue;
        const fileKey = unwrap(stanza, key);
        if (fileKey !== null) return fileKey;
      }
      return null;
    },
  };
}

function unwrap({ args, body }: Stanza, key: X25519Key): Uint8Array | null {
  const share = Buffer.from(args[1] ?? '', 'base64');
  if (args.length !== 2 || share.length !== POINT_BYTES || unpadded(share) !== args[1])
    throw new Error('invalid X25519 stanza');
  if (body.length !== FILE_KEY_BYTES + TAG_BYTES) throw new Error('invalid X25519 stanza');
  const publicKey = createPublicKey({
    key: Buffer.concat([PUBLIC_DER, share]),
    format: 'der',
    type: 'spki',
  });
  // Throws for a share of low order: the shared secret would be zero.
  const shared = diffieHellman({ privateKey: key.secret, publicKey });
  const wrapping = wrappingKey(shared, share, key.publicBytes);
  const decipher = createDecipheriv(CIPHER, wrapping, ZERO_NONCE, { authTagLength: TAG_BYTES });
  decipher.setAuthTag(body.subarray(FILE_KEY_BYTES));
  const fileKey = decipher.update(body.subarray(0, FILE_KEY_BYTES));
  try {
    decipher.final();
  } catch {
    return null;
  }
  return new Uint8Array(fileKey);
}

function wrappingKey(shared: Uint8Array, share: Uint8Array, recipient: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', shared, Buffer.concat([share, recipient]), LABEL, 32));
}

function rawPublic(key: KeyObject): Uint8Array {
  return new Uint8Array(key.export({ format: 'der', type: 'spki' }).subarray(-POINT_BYTES));
}

function unpadded(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replaceAll('=', '');
}
