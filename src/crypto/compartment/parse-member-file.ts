/** Reads a member file from the JSON that a disk hands over. Whether it opens `openMemberFile` says. */
import { KEY_BYTES } from '../derive-key.ts';
import { parseEnvelope } from '../key-envelope.ts';
import type { KeyFault } from '../passphrase-key.ts';
import { isWrappedKey } from '../wrapped-key.ts';
import { MEMBER_FORMAT, type MemberFile } from './member-file.ts';
import { readPublicKeys } from './member-keys.ts';

/** A member file that was read, or everything that is wrong with it. */
export type ParsedMemberFile =
  | { readonly ok: true; readonly value: MemberFile }
  | { readonly ok: false; readonly faults: readonly KeyFault[] };

/**
 * Checks what claims to be a member file: form, lengths, a cost within the limits. Reports every fault.
 *
 * @example
 * parseMemberFile({}); // { ok: false, faults: [{ path: 'format', … }, …] }
 */
export function parseMemberFile(input: unknown): ParsedMemberFile {
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    return { ok: false, faults: [{ path: '', message: 'The member file is not an object.' }] };
  const { format, name, publicKeys, envelope, second, ...unknown } = input as Record<string, unknown>;
  const keys = readPublicKeys(publicKeys);
  const parsed = parseEnvelope(envelope);
  const isName = typeof name === 'string' && name !== '';
  const isSecond = typeof second === 'string' && isWrappedKey(second, KEY_BYTES);
  const faults: KeyFault[] = [
    ...(format === MEMBER_FORMAT ? [] : [{ path: 'format', message: `format must be "${MEMBER_FORMAT}".` }]),
    ...(isName ? [] : [{ path: 'name', message: 'name must be a text.' }]),
    ...(keys === null ? [{ path: 'publicKeys', message: 'publicKeys must be two keys in base64.' }] : []),
    ...(parsed.ok
      ? []
      : parsed.faults.map(({ path, message }) => ({ path: `envelope.${path}`.replace(/\.$/, ''), message }))),
    ...(isSecond ? [] : [{ path: 'second', message: 'second must be 80 characters of base64.' }]),
    ...Object.keys(unknown).map((field) => ({
      path: field.slice(0, 40),
      message: 'This member is not known here.',
    })),
  ];
  if (faults.length > 0 || !parsed.ok || keys === null || !isName || !isSecond) return { ok: false, faults };
  return {
    ok: true,
    value: Object.freeze({ format: MEMBER_FORMAT, name, publicKeys: keys, envelope: parsed.value, second }),
  };
}
