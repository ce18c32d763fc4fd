/**
 * Raw parts of DER structures, as they were signed: nothing is re-encoded before it is hashed or verified.
 * Throws TypeError for bytes that are not one whole ASN.1 value; callers turn that into a fault sentence.
 */
import * as asn1js from 'asn1js';

/** Any ASN.1 value. */
export type Asn1 = ReturnType<typeof asn1js.fromBER>['result'];

const DEEPEST = 60;

/**
 * Reads bytes that must be exactly one ASN.1 value in DER: every length in its shortest form, and every value ending
 * where the one around it ends, so that no byte stands outside of what is read.
 *
 * @throws TypeError for anything else, trailing bytes included
 * @example
 * partsOf(parseDer(new Uint8Array([0x30, 0x03, 0x02, 0x01, 0x05]))).length; // 1
 */
export function parseDer(bytes: Uint8Array): Asn1 {
  const end = endOfValue(bytes, { from: 0, limit: bytes.length, depth: 0 });
  if (end !== bytes.length) throw new TypeError('The bytes are not one ASN.1 value.');
  return asn1js.fromBER(bytes).result;
}

interface Span {
  readonly from: number;
  /** Where the value around it ends. */
  readonly limit: number;
  readonly depth: number;
}

/** X.690 §8.1, §10.1: tag, length, content; tags below 31 only, which is all that X.509 and CMS use. */
function endOfValue(bytes: Uint8Array, { from, limit, depth }: Span): number {
  const [tag, first] = [bytes[from], bytes[from + 1]];
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f || depth > DEEPEST) throw notDer();
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
  if (first === 0x80 || lengthBytes > 4) throw notDer();
  const given = bytes.subarray(from + 2, from + 2 + lengthBytes);
  const length = lengthBytes === 0 ? first : given.reduce((sum, byte) => sum * 256 + byte, 0);
  if (lengthBytes > 0 && (given[0] === 0 || length < 0x80)) throw notDer();
  const start = from + 2 + lengthBytes;
  const end = start + length;
  if (end > limit) throw notDer();
  if ((tag & 0x20) === 0) return end;
  let at = start;
  while (at < end) at = endOfValue(bytes, { from: at, limit: end, depth: depth + 1 });
  return end;
}

function notDer(): TypeError {
  return new TypeError('The bytes are not ASN.1 in DER.');
}

/**
 * The values inside a sequence, set or tagged value.
 *
 * @throws TypeError for a value that holds no others
 * @example
 * partsOf(parseDer(new Uint8Array([0x30, 0x00]))); // []
 */
export function partsOf(value: Asn1 | undefined): readonly Asn1[] {
  if (value instanceof asn1js.Constructed) return value.valueBlock.value;
  throw new TypeError('A structure was expected in the ASN.1 value.');
}

/**
 * The bytes of a value as they stood in the input, tag and length included.
 *
 * @example
 * rawOf(parseDer(bytes)); // a copy of bytes
 */
export function rawOf(value: Asn1 | undefined): Uint8Array {
  if (value === undefined) throw new TypeError('A part is missing in the ASN.1 value.');
  return value.valueBeforeDecodeView.slice();
}

/**
 * Whether a value bears the context-specific tag `[number]`.
 *
 * @example
 * partsOf(signedData).find((part) => isTagged(part, 0)); // the certificates
 */
export function isTagged(value: Asn1, number: number): boolean {
  return value.idBlock.tagClass === 3 && value.idBlock.tagNumber === number;
}

/**
 * Whether two byte strings are the same. For public values: it may stop at the first difference.
 *
 * @example
 * sameBytes(new Uint8Array([1]), new Uint8Array([1])); // true
 */
export function sameBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, index) => byte === right[index]);
}
