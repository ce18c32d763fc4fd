/**
 * The printed recovery key: 32 random bytes as 13 groups of five symbols (`checked-groups.ts`): a wrong group is
 * named. A key that reads well may still be the key of another vault or member.
 */
import { groupsText, readGroups } from './checked-groups.ts';
import { KEY_BYTES } from './derive-key.ts';

/** A recovery key that was read, or what is wrong with it. */
export type ReadRecoveryKey =
  | { readonly ok: true; readonly key: Uint8Array }
  | {
      readonly ok: false;
      /** Groups that are wrong, 1-based, in order; empty when the number of symbols is wrong. */
      readonly groups: readonly number[];
      /** A sentence for a person; it holds nothing of the key. */
      readonly message: string;
    };

/**
 * Writes a recovery key to be printed: three lines of groups.
 *
 * @param key 32 random bytes
 * @throws TypeError for another length
 * @example
 * recoveryKeyText(new Uint8Array(32)); // '00002-00004-00006-00008-0000A\n0000C-…'
 */
export function recoveryKeyText(key: Uint8Array): string {
  if (key.length !== KEY_BYTES) throw new TypeError(`A recovery key has ${KEY_BYTES} bytes.`);
  return groupsText(key);
}

/**
 * Reads a recovery key as a person typed it, and says which groups are wrong.
 *
 * @example
 * const read = readRecoveryKey(typed);
 * if (!read.ok) terminal.err(read.message);
 */
export function readRecoveryKey(typed: string): ReadRecoveryKey {
  const read = readGroups(typed, KEY_BYTES, 'A recovery key');
  return read.ok ? { ok: true, key: read.bytes } : read;
}
