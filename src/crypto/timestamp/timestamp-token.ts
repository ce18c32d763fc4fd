/**
 * Time-stamp tokens: TSTInfo (RFC 3161 §2.4.2) inside CMS SignedData (RFC 5652), read into parts and not yet judged.
 * Refuses what cannot be a token at all: another content type, no or several signers, more than 64 KiB.
 */
import * as asn1js from 'asn1js';
import { ContentInfo, SignedData, type SignerInfo, TSTInfo } from 'pkijs';
import { isTagged, parseDer, partsOf, rawOf } from './der.ts';

/** Bytes of a token, and certificates inside it, above which it is not read. */
const MOST_BYTES = 65_536;
const MOST_CERTIFICATES = 16;
const SIGNED_DATA = '1.2.840.113549.1.7.2';
const TST_INFO = '1.2.840.113549.1.9.16.1.4';

/** What a token says and what it carries, as claimed. */
export interface TokenParts {
  /** DER of TSTInfo: what the signed attributes hash. */
  readonly content: Uint8Array;
  readonly info: TSTInfo;
  /** What the authority's clock said, milliseconds since 1970, UTC. */
  readonly genTime: number;
  /** Object identifier of the hash function and the hash of the stamped bytes. */
  readonly imprintOid: string;
  readonly imprint: Uint8Array;
  readonly accuracySeconds: number | null;
  readonly nonce: bigint | null;
  /** DER of each certificate carried, in the order of the token. */
  readonly certificates: readonly Uint8Array[];
  readonly signer: SignerInfo;
  /** DER of the signed attributes as a SET, which is what is signed (RFC 5652 §5.4); null when there are none. */
  readonly signedAttributes: Uint8Array | null;
}

export type ReadToken =
  | { readonly ok: true; readonly parts: TokenParts }
  | { readonly ok: false; readonly fault: string };

/**
 * Reads a token. Never throws for hostile bytes.
 *
 * @param token DER of a TimeStampToken
 * @example
 * readToken(new Uint8Array([0x30, 0x00])); // { ok: false, fault: 'The token is not a time-stamp token …' }
 */
export function readToken(token: Uint8Array): ReadToken {
  if (token.length > MOST_BYTES)
    return { ok: false, fault: `The token has ${token.length} bytes: at most ${MOST_BYTES} are read.` };
  try {
    return { ok: true, parts: tokenParts(token) };
  } catch (error) {
    const why = error instanceof RefusedToken ? error.message : 'its bytes cannot be read as CMS signed data';
    return { ok: false, fault: `The token is not a time-stamp token (RFC 3161): ${why}.` };
  }
}

class RefusedToken extends Error {}

function tokenParts(token: Uint8Array): TokenParts {
  const outer = partsOf(parseDer(token));
  const contentInfo = ContentInfo.fromBER(token);
  if (contentInfo.contentType !== SIGNED_DATA) throw new RefusedToken('it is not signed data');
  const signedData = new SignedData({ schema: contentInfo.content });
  const { encapContentInfo, signerInfos } = signedData;
  if (encapContentInfo.eContentType !== TST_INFO) throw new RefusedToken('what is signed is no time-stamp');
  const [signer, second] = signerInfos;
  if (signer === undefined || second !== undefined)
    throw new RefusedToken(`it has ${signerInfos.length} signers and must have one`);
  const named = signedData.digestAlgorithms.map(({ algorithmId }) => algorithmId);
  if (!named.includes(signer.digestAlgorithm.algorithmId))
    throw new RefusedToken('it does not announce the hash that its signer uses');
  const content = encapContentInfo.eContent?.getValue();
  if (content === undefined) throw new RefusedToken('what is signed is left out of it');
  const raw = partsOf(partsOf(outer[1])[0]);
  const certificates = certificatesOf(raw);
  return {
    ...infoParts(new Uint8Array(content)),
    certificates,
    signer,
    signedAttributes: signedAttributesOf(partsOf(raw.at(-1))[0]),
  };
}

function certificatesOf(signedData: readonly asn1js.BaseBlock[]): Uint8Array[] {
  const set = signedData.find((part) => isTagged(part, 0));
  if (set === undefined) return [];
  const certificates = partsOf(set).map(rawOf);
  if (certificates.length > MOST_CERTIFICATES)
    throw new RefusedToken(
      `it carries ${certificates.length} certificates, and at most ${MOST_CERTIFICATES} are read`,
    );
  return certificates;
}

function signedAttributesOf(signerInfo: asn1js.BaseBlock | undefined): Uint8Array | null {
  const tagged = partsOf(signerInfo).find((part) => isTagged(part, 0) && part instanceof asn1js.Constructed);
  // The signer's identifier may be tagged [0] too, but then it holds no structure (a key identifier).
  if (tagged === undefined) return null;
  const set = rawOf(tagged);
  set[0] = 0x31;
  return set;
}

function infoParts(content: Uint8Array): Omit<TokenParts, 'certificates' | 'signer' | 'signedAttributes'> {
  const raw = partsOf(parseDer(content));
  const info = TSTInfo.fromBER(new Uint8Array(content));
  if (info.version !== 1) throw new RefusedToken(`it has the unknown version ${info.version}`);
  const { hashAlgorithm, hashedMessage } = info.messageImprint;
  return {
    content,
    info,
    genTime: instantOf(raw[4]),
    imprintOid: hashAlgorithm.algorithmId,
    imprint: new Uint8Array(hashedMessage.valueBlock.valueHexView),
    accuracySeconds: accuracyOf(info.accuracy),
    nonce: info.nonce?.toBigInt() ?? null,
  };
}

const GENERALIZED_TIME = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d*[1-9]))?Z$/u;

/** genTime must be UTC with seconds, and a fraction without trailing zeros (RFC 3161 §2.4.2). */
function instantOf(value: asn1js.BaseBlock | undefined): number {
  if (!(value instanceof asn1js.GeneralizedTime)) throw new RefusedToken('it states no time');
  const text = new TextDecoder().decode(rawOf(value).subarray(2));
  const match = GENERALIZED_TIME.exec(text);
  if (match === null) throw new RefusedToken('its time is not written in UTC as the standard asks');
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number);
  const written = `${year}-${month}-${day}-${hour}-${minute}-${second}`;
  const time = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day, hour, minute, second));
  const read = `${time.getUTCFullYear()}-${time.getUTCMonth() + 1}-${time.getUTCDate()}-${time.getUTCHours()}-${time.getUTCMinutes()}-${time.getUTCSeconds()}`;
  if (read !== written) throw new RefusedToken('its time is not a real day and hour');
  return time.getTime() + Math.floor(Number(`0.${match[7] ?? '0'}`) * 1000);
}

function accuracyOf(accuracy: TSTInfo['accuracy']): number | null {
  if (accuracy === undefined) return null;
  const { seconds = 0, millis = 0, micros = 0 } = accuracy;
  return Math.round(seconds * 1e6 + millis * 1e3 + micros) / 1e6;
}
