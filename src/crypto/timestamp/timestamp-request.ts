/** Time-stamp requests: TimeStampReq of RFC 3161 §2.4.1. Only the hash of the message leaves the house. */
import { createHash } from 'node:crypto';
import * as asn1js from 'asn1js';
import { AlgorithmIdentifier, MessageImprint, TimeStampReq } from 'pkijs';
import { type HashName, hashOid } from './hash-names.ts';

/** What is to be stamped. */
export interface TimestampRequestInput {
  /** The bytes whose hash is sent. */
  readonly message: Uint8Array;
  /** 8 to 32 random bytes; the authority must give them back, so that an old answer cannot be replayed. */
  readonly nonce: Uint8Array;
  /** Ask for the authority's certificates in the token; without them it cannot be verified later. */
  readonly certReq: boolean;
  /** SHA-256 when absent. */
  readonly hash?: HashName;
}

/**
 * Writes a request in DER, to be sent as `application/timestamp-query`.
 *
 * @throws TypeError for a nonce that is not 8 to 32 bytes
 * @example
 * timestampRequest({ message, nonce: crypto.getRandomValues(new Uint8Array(16)), certReq: true });
 */
export function timestampRequest({
  message,
  nonce,
  certReq,
  hash = 'sha256',
}: TimestampRequestInput): Uint8Array {
  if (nonce.length < 8 || nonce.length > 32) throw new TypeError('A nonce must have 8 to 32 bytes.');
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({
        algorithmId: hashOid(hash),
        algorithmParams: new asn1js.Null(),
      }),
      hashedMessage: new asn1js.OctetString({ valueHex: createHash(hash).update(message).digest() }),
    }),
    nonce: asn1js.Integer.fromBigInt(nonceNumber(nonce)),
    certReq,
  });
  return new Uint8Array(request.toSchema().toBER());
}

/**
 * The number that a nonce stands for: its bytes, most significant first, never negative.
 *
 * @example
 * nonceNumber(new Uint8Array([0xff, 0, 0, 0, 0, 0, 0, 1])); // 18374686479671623681n
 */
export function nonceNumber(nonce: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(nonce).toString('hex') || '0'}`);
}
