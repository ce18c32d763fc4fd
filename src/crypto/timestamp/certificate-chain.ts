/**
 * The way from a signer's certificate to a trusted root at a given time (RFC 5280 §6.1, without policies): names and
 * signatures by OpenSSL, validity, CA flag, path length, key usage, purpose and critical extensions here. Whether a
 * certificate was revoked is NOT asked: that needs the network. Name constraints are refused when critical.
 */
import type { X509Certificate } from 'node:crypto';
import { type CertificateFacts, readCertificate } from './certificate.ts';
import { isSoundSignature, weakKey } from './check-signature.ts';
import { TIME_STAMPING } from './check-signer.ts';

const MOST_LINKS = 8;
/** Signatures tried for one chain; hostile tokens can carry many certificates that all seem to fit. */
const MOST_TRIES = 100;
const ANY_PURPOSE = '2.5.29.37.0';
const SIGNS_CERTIFICATES = 5;

export interface ChainInput {
  readonly leaf: CertificateFacts;
  /** Certificates that may stand between; trusted for nothing. */
  readonly between: readonly CertificateFacts[];
  readonly roots: readonly X509Certificate[];
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
}

/** Leaf first, root last; or why there is no way. */
export type Chain =
  | { readonly ok: true; readonly chain: readonly CertificateFacts[] }
  | { readonly ok: false; readonly faults: readonly string[] };

/**
 * Finds a way to a root in which every certificate holds at the given time.
 *
 * @returns the faults of the way with the fewest, or that no root is known
 * @example
 * findChain({ leaf, between: [], roots: [], at: genTime }); // { ok: false, faults: ['The authority … is not known …'] }
 */
export function findChain(input: ChainInput): Chain {
  const search: Search = { ...input, tries: 0, farthest: [input.leaf] };
  let best: readonly string[] | null = null;
  for (const chain of waysFrom([input.leaf], search)) {
    const faults = chainFaults(chain, input.at);
    if (faults.length === 0) return { ok: true, chain };
    if (best === null || faults.length < best.length) best = faults;
  }
  return { ok: false, faults: best ?? [unknownAuthority(search)] };
}

interface Search extends ChainInput {
  tries: number;
  /** The longest way that did not reach a root. */
  farthest: readonly CertificateFacts[];
}

function* waysFrom(
  path: readonly CertificateFacts[],
  search: Search,
): Generator<readonly CertificateFacts[]> {
  const last = path.at(-1) ?? search.leaf;
  if (search.roots.some((root) => root.fingerprint256 === last.x509.fingerprint256)) {
    yield path;
    return;
  }
  if (path.length > search.farthest.length) search.farthest = path;
  if (path.length >= MOST_LINKS) return;
  for (const root of search.roots) {
    if (!signed(last.x509, root, search)) continue;
    const facts = factsOf(root);
    if (facts !== null) yield [...path, facts];
  }
  for (const next of search.between) {
    if (path.includes(next) || !signed(last.x509, next.x509, search)) continue;
    yield* waysFrom([...path, next], search);
  }
}

function factsOf(root: X509Certificate): CertificateFacts | null {
  try {
    return readCertificate(root.raw);
  } catch {
    return null;
  }
}

function signed(child: X509Certificate, issuer: X509Certificate, search: Search): boolean {
  if (search.tries >= MOST_TRIES || !child.checkIssued(issuer)) return false;
  search.tries += 1;
  try {
    return child.verify(issuer.publicKey);
  } catch {
    return false;
  }
}

function unknownAuthority({ farthest, leaf }: Search): string {
  const last = farthest.at(-1) ?? leaf;
  const issuer = last.x509.issuer.replaceAll('\n', ', ');
  const missing =
    last.x509.issuer === last.x509.subject
      ? `it ends at ${last.name}, which nobody vouches for`
      : `it asks for ${issuer}`;
  return `The authority ${leaf.name} is not known: its chain leads to no trusted root (${missing}). If you trust it, get its root certificate from its own site, compare the fingerprint, and give the file with --root FILE.pem.`;
}

function chainFaults(chain: readonly CertificateFacts[], at: number): string[] {
  return chain.flatMap((certificate, index) => [
    ...validityFaults(certificate, at),
    ...criticalFaults(certificate),
    ...(index < chain.length - 1 && !isSoundSignature(certificate.signatureOid)
      ? [`The certificate of ${certificate.name} is signed with an algorithm that is not accepted.`]
      : []),
    ...(index > 0 ? issuerFaults(certificate, { below: index - 1, isRoot: index === chain.length - 1 }) : []),
  ]);
}

function validityFaults({ name, notBefore, notAfter }: CertificateFacts, at: number): string[] {
  if (at >= notBefore && at <= notAfter) return [];
  const day = (time: number): string => new Date(time).toISOString();
  return [
    `The certificate of ${name} was not valid at the time stated: it holds from ${day(notBefore)} to ${day(notAfter)}, and the time stated is ${day(at)}.`,
  ];
}

function criticalFaults({ name, unknownCritical }: CertificateFacts): string[] {
  return unknownCritical.length === 0
    ? []
    : [
        `The certificate of ${name} sets conditions that cannot be checked here (${unknownCritical.join(', ')}).`,
      ];
}

interface Place {
  /** Certificates of authorities between this one and the signer's. */
  readonly below: number;
  readonly isRoot: boolean;
}

function issuerFaults(certificate: CertificateFacts, { below, isRoot }: Place): string[] {
  const { name, authority, keyUsage, extendedKeyUsage, x509 } = certificate;
  const faults: string[] = [];
  if (authority === null && !(isRoot && isFirstVersion(certificate)))
    faults.push(`${name} signed a certificate but is no certification authority.`);
  if (authority !== null && authority.mostBelow !== null && below > authority.mostBelow)
    faults.push(`${name} allows fewer authorities below it than the chain has.`);
  if (keyUsage !== null && !keyUsage.includes(SIGNS_CERTIFICATES))
    faults.push(`${name} signed a certificate with a key that is not meant for it.`);
  const purposes = extendedKeyUsage?.purposes ?? [TIME_STAMPING];
  if (!isRoot && !purposes.includes(TIME_STAMPING) && !purposes.includes(ANY_PURPOSE))
    faults.push(`${name} may not vouch for time-stamping (extendedKeyUsage).`);
  const weak = weakKey(x509.publicKey);
  if (weak !== null) faults.push(`${name} signs with ${weak}.`);
  return faults;
}

/** Old roots have no extensions at all; the person who gave them as roots says that they are authorities. */
function isFirstVersion({ authority, keyUsage, extendedKeyUsage }: CertificateFacts): boolean {
  return authority === null && keyUsage === null && extendedKeyUsage === null;
}
