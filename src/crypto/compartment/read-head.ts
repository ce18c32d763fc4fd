/**
 * Reads a head, or a wrapped key, from the JSON that a store hands over: the form, every fault with its place, no
 * unknown member. Whether it is genuine `checkHead` and `unwrapKey` say.
 */
import type { KeyFault } from '../passphrase-key.ts';
import { decodeBase64 } from '../strict-base64.ts';
import type { CompartmentHead, HeadMember } from './compartment-head.ts';
import { readPublicKeys } from './member-keys.ts';
import type { WrappedEpochKey } from './wrap-key.ts';

/** A head that was read, or everything that is wrong with its form. */
export type ReadHead =
  | { readonly ok: true; readonly head: CompartmentHead }
  | { readonly ok: false; readonly faults: readonly KeyFault[] };

type Check = (value: unknown) => string | null;

const MOST_NAME = 200;
/** More than any compartment should have; a list without end would stop the program. */
const MOST_MEMBERS = 1000;
const MOST_LABEL = 1000;

const name: Check = (value) =>
  typeof value === 'string' &&
  value !== '' &&
  value.length <= MOST_NAME &&
  value.isWellFormed() &&
  value === value.normalize('NFC').trim()
    ? null
    : `must be a text of 1 to ${MOST_NAME} characters, in NFC, without spaces around it`;

const count: Check = (value) =>
  Number.isSafeInteger(value) && (value as number) >= 1 ? null : 'must be a whole number from 1 upwards';

const base64Of =
  (bytes: number): Check =>
  (value) =>
    typeof value === 'string' && decodeBase64(value)?.length === bytes
      ? null
      : `must be base64 of ${bytes} bytes`;

const hash: Check = (value) =>
  value === null || (typeof value === 'string' && /^[0-9a-f]{64}$/.test(value))
    ? null
    : 'must be a SHA-256 in lower-case hexadecimal, or null';

const label: Check = (value) =>
  value === null || (typeof value === 'string' && value.length <= MOST_LABEL && decodeBase64(value) !== null)
    ? null
    : 'must be a sealed label in base64, or null';

const instant: Check = (value) =>
  typeof value === 'string' &&
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z$/.test(value) &&
  !Number.isNaN(Date.parse(value))
    ? null
    : 'must be a time in UTC, like 2026-01-05T09:00:00Z';

const members: Check = (value) =>
  Array.isArray(value) && value.length >= 1 && value.length <= MOST_MEMBERS
    ? null
    : `must be a list of 1 to ${MOST_MEMBERS} members`;

const HEAD: Readonly<Record<keyof CompartmentHead, Check>> = {
  compartment: name,
  number: count,
  epoch: count,
  keyCheck: base64Of(32),
  label,
  members,
  previous: hash,
  records: hash,
  at: instant,
  by: name,
  signature: base64Of(64),
};

const MEMBER: Readonly<Record<keyof HeadMember, Check>> = {
  name,
  keys: (value) => (readPublicKeys(value) === null ? 'must be two public keys in base64' : null),
  role: (value) => (value === 'admin' || value === 'member' ? null : 'must be "admin" or "member"'),
};

const WRAP: Readonly<Record<keyof WrappedEpochKey, Check>> = {
  compartment: name,
  epoch: count,
  member: name,
  memberKey: base64Of(32),
  enc: base64Of(32),
  ct: base64Of(48),
  by: name,
  signature: base64Of(64),
};

/**
 * Reads a head.
 *
 * @example
 * const read = readHead(JSON.parse(body));
 */
export function readHead(input: unknown): ReadHead {
  const faults = faultsOf(input, HEAD, '');
  if (faults.length > 0) return { ok: false, faults };
  const fields = input as CompartmentHead;
  const memberFaults = fields.members.flatMap((member, at) => faultsOf(member, MEMBER, `members.${at}.`));
  if (memberFaults.length > 0) return { ok: false, faults: memberFaults };
  const copied = fields.members.map(({ name, keys, role }) =>
    Object.freeze({ name, keys: Object.freeze({ sign: keys.sign, receive: keys.receive }), role }),
  );
  return { ok: true, head: Object.freeze({ ...fields, members: Object.freeze(copied) }) };
}

/**
 * Reads a wrapped key of a compartment; null when it has not the form of one.
 *
 * @example
 * const wrapped = readWrappedKey(JSON.parse(row.body));
 */
export function readWrappedKey(input: unknown): WrappedEpochKey | null {
  return faultsOf(input, WRAP, '').length > 0 ? null : Object.freeze({ ...(input as WrappedEpochKey) });
}

function faultsOf(input: unknown, form: Readonly<Record<string, Check>>, before: string): KeyFault[] {
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    return [{ path: before.slice(0, -1), message: 'must be an object' }];
  const fields = input as Readonly<Record<string, unknown>>;
  const wrong = Object.entries(form).flatMap(([field, check]) => {
    const message = check(fields[field]);
    return message === null ? [] : [{ path: `${before}${field}`, message }];
  });
  const unknown = Object.keys(fields)
    .filter((field) => !Object.hasOwn(form, field))
    .map((field) => ({ path: `${before}${field.slice(0, 40)}`, message: 'is not known here' }));
  return [...wrong, ...unknown];
}
