/**
 * What a sealed thing is bound to, as bytes: canonical JSON (RFC 8785) of a label and its parts in order, so that no
 * two different lists give the same bytes. The label names the use and its version; a changed use gets a new number.
 */
import { canonicalJson } from '../canonical-json.ts';

/**
 * The uses. The texts are part of the formats and never change.
 * epoch-key: a compartment's key wrapped for a member. wrap: its signature. dek: a record's key under the epoch's key.
 * record: a record's content. label: a compartment's name. check: proves that a key is the epoch's. head: a head's
 * signature. fingerprint: of a member's public keys. records: all records of a compartment. custody: a member's
 * secret for a second custodian, and its signature. split: tells the shares of one recovery key from another's.
 * counts: the signatures of who prepared a release of counts and of who signed it off.
 */
export const BOUND = {
  epochKey: 'onrecord/epoch-key/v1',
  wrap: 'onrecord/epoch-key-wrap/v1',
  dek: 'onrecord/record-key/v1',
  record: 'onrecord/sealed-record/v1',
  label: 'onrecord/compartment-label/v1',
  check: 'onrecord/compartment-check/v1',
  head: 'onrecord/compartment-head/v1',
  fingerprint: 'onrecord/member-fingerprint/v1',
  records: 'onrecord/compartment-records/v1',
  split: 'onrecord/recovery-split/v1',
  custody: 'onrecord/custody-copy/v1',
  custodySignature: 'onrecord/custody-copy-signature/v1',
  countsPrepared: 'onrecord/counts-prepared/v1',
  countsSignedOff: 'onrecord/counts-signed-off/v1',
} as const;

const ENCODER = new TextEncoder();

/**
 * The bytes to authenticate along with what is sealed or signed.
 *
 * @throws TypeError for a part that JSON cannot say, naming its place and never its content
 * @example
 * bindingOf(BOUND.record, ['north', 'case-7', 2]); // bytes of ["onrecord/sealed-record/v1","north","case-7",2]
 */
export function bindingOf(label: (typeof BOUND)[keyof typeof BOUND], parts: readonly unknown[]): Uint8Array {
  return ENCODER.encode(
    parts.every(isPlain) ? JSON.stringify([label, ...parts]) : canonicalJson([label, ...parts]),
  );
}

/** Whether JSON has one way to write it, so that a list of such parts needs no ordering; binding.test.ts holds both to the same bytes. */
function isPlain(part: unknown): boolean {
  return typeof part === 'string' ? part.isWellFormed() : Number.isSafeInteger(part);
}
