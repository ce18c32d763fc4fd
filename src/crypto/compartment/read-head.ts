/**
 * Reads a head from the JSON that a store hands over: the form, every fault with its place, no unknown member. Whether
 * it is genuine `checkHead` says.
 */
import type { KeyFault } from '../passphrase-key.ts';
import { decodeBase64 } from '../strict-base64.ts';
import type { CompartmentHead, HeadMember } from './compartment-head.ts';
import { base64Form, type Check, countForm, formFaults, nameForm } from './json-form.ts';
import { readPublicKeys } from './member-keys.ts';

/** A head that was read, or everything that is wrong with its form. */
export type ReadHead =
  | { readonly ok: true; readonly head: CompartmentHead }
  | { readonly ok: false; readonly faults: readonly KeyFault[] };

/** More than any compartment should have; a list without end would stop the program. */
const MOST_MEMBERS = 1000;
const MOST_LABEL = 1000;

const hashForm: Check = (value) =>
  value === null || (typeof value === 'string' && /^[0-9a-f]{64}$/.test(value))
    ? null
    : 'must be a SHA-256 in lower-case hexadecimal, or null';

const labelForm: Check = (value) =>
  value === null || (typeof value === 'string' && value.length <= MOST_LABEL && decodeBase64(value) !== null)
    ? null
    : 'must be a sealed label in base64, or null';

const instantForm: Check = (value) =>
  typeof value === 'string' &&
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?Z$/.test(value) &&
  !Number.isNaN(Date.parse(value))
    ? null
    : 'must be a time in UTC, like 2026-01-05T09:00:00Z';

const membersForm: Check = (value) =>
  Array.isArray(value) && value.length >= 1 && value.length <= MOST_MEMBERS
    ? null
    : `must be a list of 1 to ${MOST_MEMBERS} members`;

const HEAD: Readonly<Record<keyof CompartmentHead, Check>> = {
  compartment: nameForm,
  number: countForm,
  epoch: countForm,
  keyCheck: base64Form(32),
  label: labelForm,
  members: membersForm,
  previous: hashForm,
  records: hashForm,
  at: instantForm,
  by: nameForm,
  signature: base64Form(64),
};

const MEMBER: Readonly<Record<keyof HeadMember, Check>> = {
  name: nameForm,
  keys: (value) => (readPublicKeys(value) === null ? 'must be two public keys in base64' : null),
  role: (value) => (value === 'admin' || value === 'member' ? null : 'must be "admin" or "member"'),
};

/**
 * Reads a head.
 *
 * @example
 * const read = readHead(JSON.parse(body));
 */
export function readHead(input: unknown): ReadHead {
  const faults = formFaults(input, HEAD, '');
  if (faults.length > 0) return { ok: false, faults };
  const fields = input as CompartmentHead;
  const memberFaults = fields.members.flatMap((member, at) => formFaults(member, MEMBER, `members.${at}.`));
  if (memberFaults.length > 0) return { ok: false, faults: memberFaults };
  const copied = fields.members.map(({ name, keys, role }) =>
    Object.freeze({ name, keys: Object.freeze({ sign: keys.sign, receive: keys.receive }), role }),
  );
  return { ok: true, head: Object.freeze({ ...fields, members: Object.freeze(copied) }) };
}
