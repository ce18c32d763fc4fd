/**
 * Reads wrapped keys from the JSON that a store hands over; null for another form. Whether they are genuine
 * `unwrapKey` and `openAsCustodian` say.
 */
import type { CustodyCopy } from './custody-copy.ts';
import { base64Form, type Check, countForm, formFaults, nameForm } from './json-form.ts';
import { readPublicKeys } from './member-keys.ts';
import type { WrappedRecordKey } from './sealed-record.ts';
import type { WrappedEpochKey } from './wrap-key.ts';

const WRAP: Readonly<Record<keyof WrappedEpochKey, Check>> = {
  compartment: nameForm,
  epoch: countForm,
  member: nameForm,
  memberKey: base64Form(32),
  enc: base64Form(32),
  ct: base64Form(48),
  by: nameForm,
  signature: base64Form(64),
};

const CUSTODY: Readonly<Record<keyof CustodyCopy, Check>> = {
  member: nameForm,
  memberKeys: (value) => (readPublicKeys(value) === null ? 'must be two public keys in base64' : null),
  custodian: nameForm,
  custodianKey: base64Form(32),
  enc: base64Form(32),
  ct: base64Form(48),
  signature: base64Form(64),
};

const RECORD_KEY: Readonly<Record<keyof WrappedRecordKey, Check>> = {
  epoch: countForm,
  wrapped: base64Form(72),
};

/**
 * Reads a wrapped key of a compartment; null when it has not the form of one.
 *
 * @example
 * const wrapped = readWrappedKey(JSON.parse(row.body));
 */
export function readWrappedKey(input: unknown): WrappedEpochKey | null {
  return formFaults(input, WRAP, '').length > 0 ? null : Object.freeze({ ...(input as WrappedEpochKey) });
}

/**
 * Reads a member's secret for a custodian; null when it has not the form of one.
 *
 * @example
 * const copy = readCustodyCopy(JSON.parse(text));
 */
export function readCustodyCopy(input: unknown): CustodyCopy | null {
  return formFaults(input, CUSTODY, '').length > 0 ? null : Object.freeze({ ...(input as CustodyCopy) });
}

/**
 * Reads a record's wrapped key; null when it has not the form of one.
 *
 * @example
 * const recordKey = readWrappedRecordKey({ epoch: row.epoch, wrapped: row.wrapped });
 */
export function readWrappedRecordKey(input: unknown): WrappedRecordKey | null {
  return formFaults(input, RECORD_KEY, '').length > 0
    ? null
    : Object.freeze({ ...(input as WrappedRecordKey) });
}
