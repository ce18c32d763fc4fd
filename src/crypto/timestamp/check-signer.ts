/**
 * Whether the signer's certificate is the one the token binds itself to (signingCertificate, RFC 2634 §5.4, and
 * signingCertificateV2, RFC 5035 §3) and may stamp time: RFC 3161 §2.3 asks for a critical extendedKeyUsage with
 * timeStamping alone.
 */
import { createHash } from 'node:crypto';
import * as asn1js from 'asn1js';
import { IssuerAndSerialNumber, type SignerInfo } from 'pkijs';
import type { CertificateFacts } from './certificate.ts';
import { soleAttribute, weakKey } from './check-signature.ts';
import { isTagged, parseDer, partsOf, rawOf, sameBytes } from './der.ts';
import { hashOfOid } from './hash-names.ts';

const SIGNING_CERTIFICATE = '1.2.840.113549.1.9.16.2.12';
const SIGNING_CERTIFICATE_V2 = '1.2.840.113549.1.9.16.2.47';
const SUBJECT_KEY_ID = '2.5.29.14';
export const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';

/**
 * Whether the token's signer names this certificate, by issuer and serial number or by key identifier.
 *
 * @example
 * certificates.find((one) => isSigner(parts.signer, one));
 */
export function isSigner(signer: SignerInfo, certificate: CertificateFacts): boolean {
  const { sid } = signer;
  if (sid instanceof IssuerAndSerialNumber) {
    const issuer = new Uint8Array(sid.issuer.valueBeforeDecode);
    return sameBytes(issuer, certificate.issuerDer) && sid.serialNumber.toBigInt() === certificate.serial;
  }
  if (!(sid instanceof asn1js.Primitive)) return false;
  const id = Buffer.from(sid.valueBlock.valueHexView).toString('hex');
  return id !== '' && keyIdOf(certificate) === id;
}

function keyIdOf({ x509 }: CertificateFacts): string | null {
  const fields = partsOf(partsOf(parseDer(x509.raw))[0]);
  const extensions = fields.find((part) => isTagged(part, 3));
  if (extensions === undefined) return null;
  for (const extension of partsOf(partsOf(extensions)[0])) {
    const [id, ...rest] = partsOf(extension);
    const value = rest.at(-1);
    if (!(id instanceof asn1js.ObjectIdentifier) || id.valueBlock.toString() !== SUBJECT_KEY_ID) continue;
    if (value instanceof asn1js.OctetString)
      return Buffer.from(value.valueBlock.valueHexView).subarray(2).toString('hex');
  }
  return null;
}

/**
 * Checks that the signed attributes bind the token to this certificate.
 *
 * @returns sentences; empty when they do
 * @example
 * bindingFaults(parts.signer, certificate); // []
 */
export function bindingFaults(signer: SignerInfo, certificate: CertificateFacts): string[] {
  const attributes = (signer.signedAttrs?.attributes ?? []).map(({ type }) => type);
  const present = [SIGNING_CERTIFICATE, SIGNING_CERTIFICATE_V2].filter((type) => attributes.includes(type));
  if (present.length === 0)
    return [
      "The token does not name the authority's certificate in what it signs (signingCertificate is missing).",
    ];
  const binds = present.every((type) => bindsTo(soleAttribute(signer, type), type, certificate));
  return binds ? [] : ['The token was signed for another certificate than the one it is checked with.'];
}

/** SigningCertificate(V2): a sequence of certificate ids, of which the first is the signer's. */
function bindsTo(attribute: asn1js.BaseBlock | null, type: string, certificate: CertificateFacts): boolean {
  try {
    const fields = [...partsOf(partsOf(partsOf(attribute ?? undefined)[0])[0])];
    let hash = type === SIGNING_CERTIFICATE ? 'sha1' : 'sha256';
    if (type === SIGNING_CERTIFICATE_V2 && fields[0] instanceof asn1js.Sequence) {
      const named = partsOf(fields.shift())[0];
      const name = named instanceof asn1js.ObjectIdentifier ? hashOfOid(named.valueBlock.toString()) : null;
      if (name === null) return false;
      hash = name;
    }
    const [certHash, issuerSerial] = fields;
    if (!(certHash instanceof asn1js.OctetString)) return false;
    const computed = createHash(hash).update(certificate.x509.raw).digest();
    if (!sameBytes(certHash.valueBlock.valueHexView, computed)) return false;
    return issuerSerial === undefined || namesIssuer(issuerSerial, certificate);
  } catch {
    return false;
  }
}

/** IssuerSerial: GeneralNames with one directoryName [4], and the serial number. */
function namesIssuer(issuerSerial: asn1js.BaseBlock, certificate: CertificateFacts): boolean {
  const [names, serial] = partsOf(issuerSerial);
  const issuer = partsOf(names).find((name) => isTagged(name, 4));
  if (!(serial instanceof asn1js.Integer) || serial.toBigInt() !== certificate.serial) return false;
  return issuer !== undefined && sameBytes(rawOf(partsOf(issuer)[0]), certificate.issuerDer);
}

/**
 * Checks that a certificate may sign time-stamps and nothing else.
 *
 * @returns sentences; empty when it may
 * @example
 * purposeFaults(certificate); // []
 */
export function purposeFaults(certificate: CertificateFacts): string[] {
  const { extendedKeyUsage, keyUsage, name } = certificate;
  const faults: string[] = [];
  const purposes = extendedKeyUsage?.purposes ?? [];
  if (purposes.length !== 1 || purposes[0] !== TIME_STAMPING)
    faults.push(`The certificate of ${name} is not meant for time-stamping alone (extendedKeyUsage).`);
  else if (extendedKeyUsage?.critical !== true)
    faults.push(`The certificate of ${name} does not mark its purpose, time-stamping, as critical.`);
  if (keyUsage !== null && !(keyUsage.length > 0 && keyUsage.every((bit) => bit === 0 || bit === 1)))
    faults.push(`The key of ${name} is not meant for signatures alone (keyUsage).`);
  const weak = weakKey(certificate.x509.publicKey);
  if (weak !== null) faults.push(`${name} signs with ${weak}.`);
  return faults;
}
