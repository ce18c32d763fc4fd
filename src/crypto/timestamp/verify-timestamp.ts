/**
 * Whether a time-stamp token (RFC 3161) proves that bytes existed at a time: their hash, the signature, the certificate
 * it is bound to, its purpose, its chain to a trusted root at the time stated, and the nonce. All faults are told. A
 * token outlives its certificates: they are judged at the time stated, not today. Revocation is not asked about.
 */
import { createHash, type X509Certificate } from 'node:crypto';
import { type CertificateFacts, readCertificate } from './certificate.ts';
import { type Chain, findChain } from './certificate-chain.ts';
import { signatureFaults } from './check-signature.ts';
import { bindingFaults, isSigner, purposeFaults } from './check-signer.ts';
import { isTagged, parseDer, partsOf, rawOf, sameBytes } from './der.ts';
import { hashOfOid } from './hash-names.ts';
import { readPem } from './pem.ts';
import { nonceNumber } from './timestamp-request.ts';
import { readToken, type TokenParts } from './timestamp-token.ts';

/** What is checked against what. */
export interface TimestampInput {
  /** DER of the TimeStampToken, as readTimestampResponse hands it out. */
  readonly token: Uint8Array;
  /** The bytes said to be stamped. */
  readonly message: Uint8Array;
  /** PEM texts, one or more certificates each. Nothing else is trusted. */
  readonly roots: readonly string[];
  /** PEM texts of certificates that the token does not carry; trusted for nothing. */
  readonly intermediates?: readonly string[];
  /** The nonce sent; leave it away for a kept token whose request is gone. */
  readonly nonce?: Uint8Array;
}

export type TimestampVerdict =
  | {
      readonly ok: true;
      /** What the authority's clock said: ISO 8601, UTC, to the millisecond. */
      readonly genTime: string;
      /** Seconds by which the clock may be off, as the authority states; null: it states none. */
      readonly accuracySeconds: number | null;
      /** Subject of the signer's certificate. */
      readonly authority: string;
      /** Number of the token, hexadecimal. */
      readonly serial: string;
      /** Object identifier of the policy under which it was given. */
      readonly policy: string;
      /** SHA-256 of each certificate, hexadecimal: the signer's first, the root's last. */
      readonly chain: readonly string[];
      /** The same certificates as PEM, so that they can be kept and handed on. */
      readonly chainPem: readonly string[];
      /** When the first certificate of the chain ends, ISO 8601 UTC: stamp again before. */
      readonly holdsUntil: string;
    }
  | { readonly ok: false; readonly faults: readonly string[] };

/**
 * Verifies a token. Never throws for hostile tokens; fails closed.
 *
 * @example
 * const verdict = await verifyTimestamp({ token, message: noteBytes, roots: rootCertificates });
 * verdict.ok ? verdict.genTime : verdict.faults;
 */
export async function verifyTimestamp(input: TimestampInput): Promise<TimestampVerdict> {
  const read = readToken(input.token);
  if (!read.ok) return { ok: false, faults: [read.fault] };
  try {
    return judge(input, read.parts);
  } catch {
    return { ok: false, faults: ['The token holds parts that cannot be read.'] };
  }
}

function judge(input: TimestampInput, parts: TokenParts): TimestampVerdict {
  const roots = readAll(input.roots, 'root');
  const extra = readAll(input.intermediates ?? [], 'intermediate');
  const faults = [...imprintFaults(parts, input.message), ...nonceFaults(parts, input.nonce)];
  faults.push(...extensionFaults(parts), ...roots.faults, ...extra.faults);
  const certificates = carried(parts, extra.certificates);
  const leaf = certificates.find((one) => isSigner(parts.signer, one));
  if (leaf === undefined) {
    faults.push(
      "The authority's certificate is neither in the token nor given: ask for the token with certificates.",
    );
    return { ok: false, faults };
  }
  faults.push(...signatureFaults(parts, leaf.x509.publicKey), ...bindingFaults(parts.signer, leaf));
  faults.push(...purposeFaults(leaf), ...nameFaults(parts, leaf));
  const between = certificates.filter((one) => one !== leaf);
  const found = findChain({ leaf, between, roots: roots.certificates, at: parts.genTime });
  if (!found.ok) faults.push(...found.faults);
  return faults.length === 0 && found.ok ? accepted(parts, found) : { ok: false, faults };
}

function accepted(parts: TokenParts, { chain }: Chain & { readonly ok: true }): TimestampVerdict {
  return {
    ok: true,
    genTime: new Date(parts.genTime).toISOString(),
    accuracySeconds: parts.accuracySeconds,
    authority: chain[0]?.name ?? '',
    serial: parts.info.serialNumber.toBigInt().toString(16),
    policy: parts.info.policy,
    chain: chain.map(({ fingerprint }) => fingerprint),
    chainPem: chain.map(({ x509 }) => x509.toString()),
    holdsUntil: new Date(Math.min(...chain.map(({ notAfter }) => notAfter))).toISOString(),
  };
}

function imprintFaults({ imprintOid, imprint }: TokenParts, message: Uint8Array): string[] {
  const hash = hashOfOid(imprintOid);
  if (hash === null)
    return [
      `The token names the bytes by a hash that is not accepted (${imprintOid}): SHA-256, SHA-384 or SHA-512 is needed.`,
    ];
  const computed = createHash(hash).update(message).digest();
  return sameBytes(imprint, computed) ? [] : ['The token was given for other bytes: their hash is another.'];
}

function nonceFaults(parts: TokenParts, nonce: Uint8Array | undefined): string[] {
  if (nonce === undefined || parts.nonce === nonceNumber(nonce)) return [];
  return [
    'The token does not answer this request: the nonce sent was not given back. It may be an old answer.',
  ];
}

function extensionFaults({ info }: TokenParts): string[] {
  const critical = (info.extensions ?? []).filter((one) => one.critical).map(({ extnID }) => extnID);
  return critical.length === 0
    ? []
    : [`The token sets conditions that cannot be checked here (${critical.join(', ')}).`];
}

/** TSTInfo.tsa, when given, must be a name of the signer (RFC 3161 §2.4.2); only directory names are compared. */
function nameFaults({ content }: TokenParts, leaf: CertificateFacts): string[] {
  const tsa = partsOf(parseDer(content))
    .slice(5)
    .find((part) => isTagged(part, 0));
  const name = tsa === undefined ? undefined : partsOf(tsa)[0];
  if (name === undefined || !isTagged(name, 4)) return [];
  return sameBytes(rawOf(partsOf(name)[0]), leaf.subjectDer)
    ? []
    : [`The token names another authority than the one whose certificate signed it (${leaf.name}).`];
}

function readAll(
  texts: readonly string[],
  what: 'root' | 'intermediate',
): { readonly certificates: readonly X509Certificate[]; readonly faults: readonly string[] } {
  const read = texts.map((text) => readPem(text));
  return {
    certificates: read.flatMap(({ certificates }) => certificates),
    faults: read.flatMap(({ faults }, index) =>
      faults.map((fault) => `Given ${what} ${index + 1}: ${fault}`),
    ),
  };
}

/** Those of the token that can be read, and those given; a broken one that nobody needs does no harm. */
function carried(parts: TokenParts, given: readonly X509Certificate[]): CertificateFacts[] {
  const found = new Map<string, CertificateFacts>();
  for (const der of [...parts.certificates, ...given.map(({ raw }) => raw)]) {
    try {
      const facts = readCertificate(der);
      found.set(facts.fingerprint, facts);
    } catch {
      // Without it the chain is not found, and the verdict says so.
    }
  }
  return [...found.values()];
}
