/**
 * The signature of a token: CMS SignerInfo (RFC 5652 §5.4, §5.6) with RSA (PKCS #1 v1.5 or PSS), ECDSA or Ed25519 over
 * SHA-256, SHA-384 or SHA-512. Refuses signatures without signed attributes, SHA-1, MD5 and RSA below 2048 bits.
 */
import { constants, createHash, type KeyObject, verify } from 'node:crypto';
import * as asn1js from 'asn1js';
import { type Attribute, RSASSAPSSParams, type SignerInfo } from 'pkijs';
import { sameBytes } from './der.ts';
import { type HashName, hashOfOid } from './hash-names.ts';
import type { TokenParts } from './timestamp-token.ts';

const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const TST_INFO = '1.2.840.113549.1.9.16.1.4';
const RSA = '1.2.840.113549.1.1.1';
const RSA_PSS = '1.2.840.113549.1.1.10';
const ED25519 = '1.3.101.112';

/** Signature algorithms that name their hash. */
const WITH_HASH: ReadonlyMap<string, readonly ['rsa' | 'ec', HashName]> = new Map([
  ['1.2.840.113549.1.1.11', ['rsa', 'sha256']],
  ['1.2.840.113549.1.1.12', ['rsa', 'sha384']],
  ['1.2.840.113549.1.1.13', ['rsa', 'sha512']],
  ['1.2.840.10045.4.3.2', ['ec', 'sha256']],
  ['1.2.840.10045.4.3.3', ['ec', 'sha384']],
  ['1.2.840.10045.4.3.4', ['ec', 'sha512']],
]);

/**
 * Whether a certificate may be signed with this algorithm: none that rests on SHA-1 or MD5.
 *
 * @example
 * isSoundSignature('1.2.840.113549.1.1.5'); // false: SHA-1 with RSA
 */
export function isSoundSignature(oid: string): boolean {
  return WITH_HASH.has(oid) || oid === RSA_PSS || oid === ED25519;
}

/**
 * A sentence when a key is too short to trust; null when it is fit.
 *
 * @example
 * weakKey(certificate.publicKey); // null
 */
export function weakKey(key: KeyObject): string | null {
  const bits = key.asymmetricKeyDetails?.modulusLength;
  return bits !== undefined && bits < 2048
    ? `an RSA key of ${bits} bits, and at least 2048 are needed`
    : null;
}

/**
 * The one attribute of this type with its one value.
 *
 * @returns null when it is absent, doubled or has another number of values
 * @example
 * soleAttribute(signer, '1.2.840.113549.1.9.4');
 */
export function soleAttribute(signer: SignerInfo, type: string): asn1js.BaseBlock | null {
  const found: Attribute[] = (signer.signedAttrs?.attributes ?? []).filter((one) => one.type === type);
  const value: unknown = found[0]?.values[0];
  const sole = found.length === 1 && found[0]?.values.length === 1;
  return sole && value instanceof asn1js.BaseBlock ? value : null;
}

/**
 * Checks that the signer's key signed this content.
 *
 * @param key of the certificate that the signer names
 * @returns sentences; empty when the signature holds
 * @example
 * signatureFaults(parts, certificate.x509.publicKey); // []
 */
export function signatureFaults(parts: TokenParts, key: KeyObject): string[] {
  const { signer, signedAttributes, content } = parts;
  if (signedAttributes === null) return ['The token signs no attributes: that does not bind what it says.'];
  const faults: string[] = [];
  const hash = hashOfOid(signer.digestAlgorithm.algorithmId);
  const type = soleAttribute(signer, CONTENT_TYPE);
  if (!(type instanceof asn1js.ObjectIdentifier) || type.valueBlock.toString() !== TST_INFO)
    faults.push('The signed attributes do not say that a time-stamp was signed.');
  if (hash === null)
    return [
      ...faults,
      'The token is signed over a hash that is not accepted: SHA-256, SHA-384 or SHA-512 is needed.',
    ];
  const digest = soleAttribute(signer, MESSAGE_DIGEST);
  const computed = createHash(hash).update(content).digest();
  if (!(digest instanceof asn1js.OctetString) || !sameBytes(digest.valueBlock.valueHexView, computed))
    faults.push('What the token says was changed after it was signed: its hash is another.');
  if (!signatureHolds(signer, { data: signedAttributes, hash, key }))
    faults.push("The signature does not hold under the authority's key.");
  return faults;
}

interface Signed {
  readonly data: Uint8Array;
  readonly hash: HashName;
  readonly key: KeyObject;
}

function signatureHolds(signer: SignerInfo, signed: Signed): boolean {
  try {
    return verifyBy(signer, signed);
  } catch {
    return false;
  }
}

function verifyBy(signer: SignerInfo, { data, hash, key }: Signed): boolean {
  const { algorithmId, algorithmParams } = signer.signatureAlgorithm;
  const signature = signer.signature.valueBlock.valueHexView;
  const kind = key.asymmetricKeyType;
  if (algorithmId === RSA) return kind === 'rsa' && verify(hash, data, key, signature);
  if (algorithmId === ED25519) return kind === 'ed25519' && verify(null, data, key, signature);
  if (algorithmId === RSA_PSS) {
    const { hashAlgorithm, saltLength } = new RSASSAPSSParams({ schema: algorithmParams });
    if ((kind !== 'rsa' && kind !== 'rsa-pss') || hashOfOid(hashAlgorithm.algorithmId) !== hash) return false;
    return verify(hash, data, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength }, signature);
  }
  const named = WITH_HASH.get(algorithmId);
  return named !== undefined && named[0] === kind && named[1] === hash && verify(hash, data, key, signature);
}
