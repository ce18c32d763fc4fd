/**
 * One X.509 certificate (RFC 5280): its own bytes, OpenSSL's view of it for signatures and names, and its extensions
 * with their critical flags. Throws TypeError for bytes that are not one certificate.
 */
import { X509Certificate } from 'node:crypto';
import { BasicConstraints, Certificate, ExtKeyUsage } from 'pkijs';
import { isTagged, parseDer, partsOf, rawOf } from './der.ts';

/** A certificate as the checks need it. Instants are milliseconds since 1970, UTC. */
export interface CertificateFacts {
  readonly x509: X509Certificate;
  /** DER of the name of the issuer, and of the subject, as they stand in the certificate. */
  readonly issuerDer: Uint8Array;
  readonly subjectDer: Uint8Array;
  readonly serial: bigint;
  /** SHA-256 of the DER, lower-case hexadecimal. */
  readonly fingerprint: string;
  /** Subject on one line: "C=US, O=IdenTrust, CN=TrustID Timestamp Authority". */
  readonly name: string;
  readonly notBefore: number;
  readonly notAfter: number;
  readonly signatureOid: string;
  /** Null: the certificate has no such extension. */
  readonly extendedKeyUsage: { readonly critical: boolean; readonly purposes: readonly string[] } | null;
  /** Numbers of the bits set (RFC 5280 §4.2.1.3): 0 digitalSignature, 1 nonRepudiation, 5 keyCertSign; null: none given. */
  readonly keyUsage: readonly number[] | null;
  /** `mostBelow`: how many more certificates of authorities may follow; null: any number. */
  readonly authority: { readonly mostBelow: number | null } | null;
  /** Critical extensions that nothing here can judge. */
  readonly unknownCritical: readonly string[];
}

const BASIC_CONSTRAINTS = '2.5.29.19';
const KEY_USAGE = '2.5.29.15';
const EXTENDED_KEY_USAGE = '2.5.29.37';
/** Judged here, or without bearing on whether a certificate may sign time-stamps (policies, names, key ids). */
const JUDGED: ReadonlySet<string> = new Set([
  BASIC_CONSTRAINTS,
  KEY_USAGE,
  EXTENDED_KEY_USAGE,
  '2.5.29.32',
  '2.5.29.17',
  '2.5.29.14',
  '2.5.29.35',
]);

/**
 * Reads one certificate.
 *
 * @param der exactly one certificate in DER
 * @throws TypeError for anything else
 * @example
 * readCertificate(new X509Certificate(pem).raw).name;
 */
export function readCertificate(der: Uint8Array): CertificateFacts {
  const x509 = openX509(der);
  const parsed = Certificate.fromBER(der);
  const extensions = parsed.extensions ?? [];
  const ids = extensions.map(({ extnID }) => extnID);
  if (new Set(ids).size !== ids.length) throw new TypeError('A certificate holds one extension twice.');
  const find = (id: string) => extensions.find(({ extnID }) => extnID === id);
  const purposes = find(EXTENDED_KEY_USAGE);
  const usage = find(KEY_USAGE);
  return {
    x509,
    ...namesOf(der),
    serial: BigInt(`0x${x509.serialNumber}`),
    fingerprint: x509.fingerprint256.replaceAll(':', '').toLowerCase(),
    name: x509.subject.replaceAll('\n', ', '),
    notBefore: x509.validFromDate.getTime(),
    notAfter: x509.validToDate.getTime(),
    signatureOid: parsed.signatureAlgorithm.algorithmId,
    extendedKeyUsage:
      purposes === undefined
        ? null
        : {
            critical: purposes.critical,
            purposes: ExtKeyUsage.fromBER(octets(purposes)).keyPurposes,
          },
    keyUsage: usage === undefined ? null : bitsOf(octets(usage)),
    authority: authorityOf(find(BASIC_CONSTRAINTS)),
    unknownCritical: extensions
      .filter((one) => one.critical && !JUDGED.has(one.extnID))
      .map((one) => one.extnID),
  };
}

function openX509(der: Uint8Array): X509Certificate {
  try {
    return new X509Certificate(der);
  } catch (cause) {
    throw new TypeError('The bytes are not one X.509 certificate.', { cause });
  }
}

function namesOf(der: Uint8Array): { readonly issuerDer: Uint8Array; readonly subjectDer: Uint8Array } {
  const fields = partsOf(partsOf(parseDer(der))[0]).filter((part) => !isTagged(part, 0));
  return { issuerDer: rawOf(fields[2]), subjectDer: rawOf(fields[4]) };
}

type Extension = NonNullable<Certificate['extensions']>[number];

function octets(extension: Extension): Uint8Array<ArrayBuffer> {
  return new Uint8Array(extension.extnValue.valueBlock.valueHexView);
}

function authorityOf(extension: Extension | undefined): CertificateFacts['authority'] {
  if (extension === undefined) return null;
  const { cA, pathLenConstraint } = BasicConstraints.fromBER(octets(extension));
  if (!cA) return null;
  if (pathLenConstraint === undefined) return { mostBelow: null };
  const most =
    typeof pathLenConstraint === 'number' ? pathLenConstraint : Number(pathLenConstraint.toBigInt());
  return { mostBelow: most };
}

/** Bits of a BIT STRING in DER: tag, length, count of unused bits, content. */
function bitsOf(der: Uint8Array): number[] {
  if (der[0] !== 3) throw new TypeError('A key usage is not a bit string.');
  return [...der.subarray(3)].flatMap((byte, index) =>
    [0, 1, 2, 3, 4, 5, 6, 7].filter((bit) => (byte & (0x80 >> bit)) !== 0).map((bit) => index * 8 + bit),
  );
}
