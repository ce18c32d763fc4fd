/** A member file with other passphrases or another recovery key; the member's secret stays the same. */
import type { RandomBytes } from '../key-envelope.ts';
import type { Argon2Cost } from '../passphrase-key.ts';
import { isSecretOf, type MemberFile } from './member-file.ts';
import { type MemberPassphrases, passphraseSlots, recoverySlot } from './member-slots.ts';

/**
 * The file with other passphrases; secret and recovery key stay. The second slot is written anew as well, since
 * nobody can tell whether the old one was used: give the destroy passphrase again or lose it.
 *
 * @throws TypeError as `createMemberFile`, and for another member's secret
 * @example
 * const changed = changeMemberPassphrases(file, { secret, passphrase, destroyPassphrase: null, cost, random });
 */
export function changeMemberPassphrases(
  file: MemberFile,
  input: MemberPassphrases & {
    readonly secret: Uint8Array;
    readonly cost: Argon2Cost;
    readonly random: RandomBytes;
  },
): MemberFile {
  refuseOther(file, input.secret);
  const { second, ...underPassphrase } = passphraseSlots(input);
  const envelope = Object.freeze({ ...file.envelope, ...underPassphrase });
  return Object.freeze({ ...file, envelope, second });
}

/**
 * The file with another recovery key; the passphrases stay, the old paper and its shares open nothing in this file.
 *
 * @throws TypeError for a key that is not 32 bytes or another member's secret
 * @example
 * const changed = changeMemberRecovery(file, { secret, recoveryKey: random(32), random });
 */
export function changeMemberRecovery(
  file: MemberFile,
  input: { readonly secret: Uint8Array; readonly recoveryKey: Uint8Array; readonly random: RandomBytes },
): MemberFile {
  refuseOther(file, input.secret);
  const envelope = Object.freeze({ ...file.envelope, recovery: recoverySlot(input) });
  return Object.freeze({ ...file, envelope });
}

function refuseOther(file: MemberFile, secret: Uint8Array): void {
  if (!isSecretOf(file, secret)) throw new TypeError('This secret is of another member.');
}
