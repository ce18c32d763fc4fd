/** The form of the JSON that a store hands over: checks of single fields, and every fault of an object with its place. */
import type { KeyFault } from '../passphrase-key.ts';
import { decodeBase64 } from '../strict-base64.ts';

/** What is wrong with a field, or null. */
export type Check = (value: unknown) => string | null;

const MOST_NAME = 200;
/** Control characters and those that turn the direction of what follows: one name could look like another. */
const HIDDEN = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

/** The name of a member or the id of a compartment. */
export const nameForm: Check = (value) =>
  typeof value === 'string' &&
  value !== '' &&
  value.length <= MOST_NAME &&
  value.isWellFormed() &&
  !HIDDEN.test(value) &&
  value === value.normalize('NFC').trim()
    ? null
    : `must be a text of 1 to ${MOST_NAME} characters, in NFC, without spaces around it or hidden characters`;

/** A number of a head, an epoch or a version. */
export const countForm: Check = (value) =>
  Number.isSafeInteger(value) && (value as number) >= 1 ? null : 'must be a whole number from 1 upwards';

/** So many bytes in base64. */
export const base64Form =
  (bytes: number): Check =>
  (value) =>
    typeof value === 'string' && decodeBase64(value)?.length === bytes
      ? null
      : `must be base64 of ${bytes} bytes`;

/**
 * Everything that is wrong with an object's fields, unknown ones included.
 *
 * @param before what stands before each path, with its dot
 * @example
 * formFaults({ epoch: 0 }, { epoch: countForm }, ''); // [{ path: 'epoch', message: 'must be a whole number …' }]
 */
export function formFaults(
  input: unknown,
  form: Readonly<Record<string, Check>>,
  before: string,
): KeyFault[] {
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
