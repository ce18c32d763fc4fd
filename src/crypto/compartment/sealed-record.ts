/**
 * A record sealed for a compartment: its content, padded, under a key of its own (drawn anew for each version), and
 * that key under the epoch's key. The content is bound to compartment, record and version, its key to the epoch as
 * well. Rotation wraps the small key anew and leaves the content; erasure destroys the small key. A flipped bit, a
 * swapped id, another version or a wrong key: all give null and no reason.
 */
import { KEY_BYTES } from '../derive-key.ts';
import type { RandomBytes } from '../key-envelope.ts';
import { secretCopy } from '../secret-bytes.ts';
import { decodeBase64, encodeBase64 } from '../strict-base64.ts';
import { BOUND, bindingOf } from './binding.ts';
import type { EpochKey } from './epoch-key.ts';
import { pad, unpad } from './padding.ts';
import { openBytes, SEALED_EXTRA, sealBytes } from './xchacha.ts';

/** Which version of which record. */
export interface RecordAddress {
  readonly compartment: string;
  /** Says nothing about its content. */
  readonly record: string;
  /** 1-based; each saved version has the next number. */
  readonly version: number;
}

/** A record's own key under the epoch's key; JSON, replaced at rotation, deleted at erasure. */
export interface WrappedRecordKey {
  readonly epoch: number;
  /** Nonce, ciphertext and tag: base64 of 72 bytes. */
  readonly wrapped: string;
}

/** A sealed record: its body, which never changes, and its wrapped key, which rotation replaces. */
export interface SealedRecord {
  /** Nonce, ciphertext of the padded content, tag. */
  readonly body: Uint8Array;
  readonly recordKey: WrappedRecordKey;
}

/**
 * Seals a version of a record.
 *
 * @param input.content up to 1 GiB
 * @throws TypeError for another compartment's key, a version that is not a whole number from 1, or too much content
 * @example
 * const sealed = sealRecord({ address: { compartment: 'north', record: 'case-7', version: 1 }, content, key, random });
 */
export function sealRecord(input: {
  readonly address: RecordAddress;
  readonly content: Uint8Array;
  readonly key: EpochKey;
  readonly random: RandomBytes;
}): SealedRecord {
  const { address, content, key, random } = input;
  refuseAddress(address, key);
  const padded = pad(content);
  const drawn = random(KEY_BYTES);
  const dek = secretCopy(drawn);
  drawn.fill(0);
  const body = sealBytes({ key: dek, content: padded, binding: recordBinding(address), random });
  const recordKey = wrapRecordKey(dek, { address, key, random });
  padded.fill(0);
  dek.fill(0);
  return Object.freeze({ body, recordKey });
}

/**
 * The content of a sealed record, or null when anything about it is not as it was sealed.
 *
 * @param input.address what the reader asked for; never what the store says it handed over
 * @throws TypeError for another compartment's key
 * @example
 * const content = openRecord({ address, sealed, key });
 */
export function openRecord(input: {
  readonly address: RecordAddress;
  readonly sealed: SealedRecord;
  readonly key: EpochKey;
}): Uint8Array | null {
  const { address, sealed, key } = input;
  const dek = openRecordKey({ address, recordKey: sealed.recordKey, key });
  if (dek === null) return null;
  const padded = openBytes({ key: dek, sealed: sealed.body, binding: recordBinding(address) });
  dek.fill(0);
  return padded === null ? null : unpad(padded);
}

/**
 * The record's key under the next epoch's key; the body stays as it is. Null when the old wrap does not open.
 *
 * @throws TypeError for another compartment's key
 * @example
 * const next = rewrapRecord({ address, recordKey: sealed.recordKey, from: oldKey, to: newKey, random });
 */
export function rewrapRecord(input: {
  readonly address: RecordAddress;
  readonly recordKey: WrappedRecordKey;
  readonly from: EpochKey;
  readonly to: EpochKey;
  readonly random: RandomBytes;
}): WrappedRecordKey | null {
  const { address, recordKey, from, to, random } = input;
  refuseAddress(address, to);
  const dek = openRecordKey({ address, recordKey, key: from });
  if (dek === null) return null;
  const wrapped = wrapRecordKey(dek, { address, key: to, random });
  dek.fill(0);
  return wrapped;
}

function wrapRecordKey(
  dek: Uint8Array,
  { address, key, random }: { address: RecordAddress; key: EpochKey; random: RandomBytes },
): WrappedRecordKey {
  const binding = keyBinding(address, key.epoch);
  const sealed = sealBytes({ key: key.key, content: dek, binding, random });
  return Object.freeze({ epoch: key.epoch, wrapped: encodeBase64(sealed) });
}

function openRecordKey(input: {
  readonly address: RecordAddress;
  readonly recordKey: WrappedRecordKey;
  readonly key: EpochKey;
}): Uint8Array | null {
  const { address, recordKey, key } = input;
  refuseAddress(address, key);
  const sealed = decodeBase64(recordKey.wrapped);
  if (recordKey.epoch !== key.epoch || sealed?.length !== KEY_BYTES + SEALED_EXTRA) return null;
  return openBytes({ key: key.key, sealed, binding: keyBinding(address, key.epoch) });
}

function recordBinding({ compartment, record, version }: RecordAddress): Uint8Array {
  return bindingOf(BOUND.record, [compartment, record, version]);
}

function keyBinding({ compartment, record, version }: RecordAddress, epoch: number): Uint8Array {
  return bindingOf(BOUND.dek, [compartment, epoch, record, version]);
}

function refuseAddress({ compartment, record, version }: RecordAddress, key: EpochKey): void {
  if (compartment !== key.compartment) throw new TypeError('This key is of another compartment.');
  if (record === '') throw new TypeError('A sealed record has an id.');
  if (!Number.isSafeInteger(version) || version < 1)
    throw new TypeError('The version of a sealed record is a whole number from 1 upwards.');
}
