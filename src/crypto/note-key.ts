/**
 * Keys of signed notes (C2SP signed-note): names, key IDs, verifier keys ("vkeys") as text, signers, and Go's
 * PRIVATE+KEY text. Two types of signature are read: Ed25519 notes (0x01) and Ed25519 cosignatures (0x04).
 * Refuses names with spaces or plus signs, IDs that do not belong to the key, other types and wrong lengths.
 */
import { hash } from 'node:crypto';
import { ED25519_KEY_BYTES, ed25519Signer } from './ed25519.ts';
import { decodeBase64, encodeBase64 } from './strict-base64.ts';

/** Signature type byte: Ed25519 over the note's text. */
export const ED25519_NOTE = 0x01;
/** Signature type byte: Ed25519 over a time and the note's text (C2SP tlog-cosignature v1). */
export const ED25519_COSIGNATURE = 0x04;

/** Signature types that can be made and checked here; any other is left alone in notes. */
export type SignatureType = typeof ED25519_NOTE | typeof ED25519_COSIGNATURE;

/** A key that checks signatures: public. */
export interface NoteVerifier {
  /** Usually an address without a scheme, such as "example.org/log". */
  readonly name: string;
  /** 8 lower-case hexadecimal digits. */
  readonly keyId: string;
  readonly type: SignatureType;
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
}

/** A key that signs. */
export interface NoteSigner extends NoteVerifier {
  readonly sign: (message: Uint8Array) => Uint8Array;
}

/** A key that was read from text, or a sentence that says what is wrong with it. */
export type KeyRead<K> =
  | { readonly ok: true; readonly key: K }
  | { readonly ok: false; readonly fault: string };

/**
 * Whether a text may name a key: not empty, no Unicode space, no plus sign.
 *
 * @example
 * isKeyName('example.org/log'); // true
 */
export function isKeyName(name: string): boolean {
  // No character below U+0020 either: a note with one cannot be opened.
  return name.isWellFormed() && /^[^\p{White_Space}+]+$/u.test(name) && !/[^\u0020-\u{10ffff}]/u.test(name);
}

/**
 * The ID of a key: the first four bytes of SHA-256(name ‖ newline ‖ type ‖ public key), in hexadecimal.
 *
 * @example
 * noteKeyId(noteSigner('example.org/log', new Uint8Array(32))); // '4e933303'
 */
export function noteKeyId(key: Pick<NoteVerifier, 'name' | 'type' | 'publicKey'>): string {
  return keyIdOf(key.name, Uint8Array.of(key.type, ...key.publicKey));
}

/**
 * Makes a signer from a seed.
 *
 * @param seed 32 secret bytes; may be wiped afterwards
 * @throws TypeError when the name cannot name a key or the seed is not 32 bytes
 * @example
 * noteSigner('example.org/log', seed).keyId.length; // 8
 * noteSigner('witness.example.org', seed, ED25519_COSIGNATURE); // signs what others logged
 */
export function noteSigner(name: string, seed: Uint8Array, type: SignatureType = ED25519_NOTE): NoteSigner {
  if (!isKeyName(name)) throw new TypeError('The name of a key must not be empty or hold spaces or "+".');
  const { publicKey, sign } = ed25519Signer(seed);
  return Object.freeze({ name, keyId: noteKeyId({ name, type, publicKey }), type, publicKey, sign });
}

/**
 * Writes a verifier key as text: name+ID+base64(type ‖ public key). Safe to publish.
 *
 * @example
 * formatVkey(noteSigner('example.org/log', new Uint8Array(32)));
 * // 'example.org/log+4e933303+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop'
 */
export function formatVkey(key: NoteVerifier): string {
  return `${key.name}+${key.keyId}+${encodeBase64(Uint8Array.of(key.type, ...key.publicKey))}`;
}

/**
 * Reads a verifier key.
 *
 * @example
 * parseVkey('PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW').ok; // true
 */
export function parseVkey(text: string): KeyRead<NoteVerifier> {
  const written = splitKey(text);
  if (written === null)
    return fault('A verifier key is written name+ID+key, with an ID of 8 hexadecimal digits.');
  const { name, keyId, type, material } = written;
  if (keyIdOf(name, Uint8Array.of(type, ...material)) !== keyId)
    return fault(
      'The ID in the verifier key does not belong to its name and key: it was mistyped or changed.',
    );
  if (!isKnownType(type)) return fault(`The verifier key is of type ${type}, which is not known here.`);
  if (material.length !== ED25519_KEY_BYTES)
    return fault(`The verifier key should have ${ED25519_KEY_BYTES} bytes and has ${material.length}.`);
  return { ok: true, key: Object.freeze({ name, keyId, type, publicKey: material }) };
}

/**
 * Reads a signing key as Go writes it (golang.org/x/mod/sumdb/note): PRIVATE+KEY+name+ID+base64(0x01 ‖ seed).
 * The faults never repeat the text: it is secret.
 *
 * @example
 * parseSkey('PRIVATE+KEY+example.org/log+00000000+AQ==').ok; // false
 */
export function parseSkey(text: string): KeyRead<NoteSigner> {
  const prefix = 'PRIVATE+KEY+';
  const written = text.startsWith(prefix) ? splitKey(text.slice(prefix.length)) : null;
  if (written === null) return fault('A signing key is written PRIVATE+KEY+name+ID+key.');
  if (written.type !== ED25519_NOTE || written.material.length !== ED25519_KEY_BYTES)
    return fault('The signing key is not an Ed25519 seed of 32 bytes.');
  const signer = noteSigner(written.name, written.material);
  written.material.fill(0);
  if (signer.keyId !== written.keyId)
    return fault('The ID in the signing key does not belong to its name and key.');
  return { ok: true, key: signer };
}

interface WrittenKey {
  readonly name: string;
  readonly keyId: string;
  readonly type: number;
  readonly material: Uint8Array;
}

function splitKey(text: string): WrittenKey | null {
  const [name = '', keyId = '', ...rest] = text.split('+');
  // The base64 itself may hold plus signs.
  const bytes = decodeBase64(rest.join('+'));
  const type = bytes?.[0];
  if (!isKeyName(name) || !/^[0-9a-f]{8}$/.test(keyId) || bytes === null || type === undefined) return null;
  return { name, keyId, type, material: bytes.subarray(1) };
}

function isKnownType(type: number): type is SignatureType {
  return type === ED25519_NOTE || type === ED25519_COSIGNATURE;
}

function keyIdOf(name: string, typeAndKey: Uint8Array): string {
  return hash('sha256', Buffer.concat([Buffer.from(`${name}\n`), typeAndKey])).slice(0, 8);
}

function fault(sentence: string): { readonly ok: false; readonly fault: string } {
  return { ok: false, fault: sentence };
}
