/**
 * A member's secret on their own disk: wrapped under a passphrase (Argon2id) and under a printed recovery key, as a
 * vault's master key is. Plain JSON. Beside them stands a second slot of the same size. It may hold a mark under
 * another passphrase, which asks for the file to be destroyed when it is typed; else it holds random bytes. Nobody can
 * tell which without that passphrase, the program included. Both slots are tried every time, so that a try takes the
 * same time whatever was typed. What does not open gives null and no reason.
 */
import { KEY_BYTES } from '../derive-key.ts';
import type { KeyEnvelope, RandomBytes } from '../key-envelope.ts';
import { type Argon2Cost, passphraseKeyAside } from '../passphrase-key.ts';
import { secretCopy } from '../secret-bytes.ts';
import { decodeBase64 } from '../strict-base64.ts';
import { type MemberPublicKeys, publicKeysOf } from './member-keys.ts';
import {
  type MemberPassphrases,
  openedRecovery,
  openedSlots,
  passphraseSlots,
  recoverySlot,
} from './member-slots.ts';

/** The first field of every member file. */
export const MEMBER_FORMAT = 'onrecord/member/v1';

/** A member's secret as it stands in their file. */
export interface MemberFile {
  readonly format: typeof MEMBER_FORMAT;
  /** The name that heads use; in clear. */
  readonly name: string;
  /** In clear, so that the fingerprint can be read out without unlocking. */
  readonly publicKeys: MemberPublicKeys;
  /** The secret under passphrase and recovery key. */
  readonly envelope: KeyEnvelope;
  /** The second slot: base64 of 60 bytes, with a destroy passphrase or without. */
  readonly second: string;
}

/** Which slot a passphrase opened. */
export type OpenedMemberFile =
  /** The member's: 32 bytes; make `memberKeys` of it and overwrite it. */
  | { readonly slot: 'member'; readonly secret: Uint8Array }
  /** The second: the caller destroys the file at once and says nothing else than for a wrong passphrase. */
  | { readonly slot: 'destroy' };

/**
 * Makes a member file. Takes as long as the cost says, twice with a destroy passphrase.
 *
 * @param input.secret 32 bytes, from `createMember`
 * @param input.recoveryKey 32 random bytes, printed or split and kept away from the file
 * @throws TypeError for a passphrase, key or cost that cannot be used, or the same passphrase twice; never with a
 *   secret in it
 * @example
 * const file = createMemberFile({ name: 'lena', secret, passphrase, destroyPassphrase: null, recoveryKey, cost, random });
 */
export function createMemberFile(
  input: MemberPassphrases & {
    readonly name: string;
    readonly secret: Uint8Array;
    readonly recoveryKey: Uint8Array;
    readonly cost: Argon2Cost;
    readonly random: RandomBytes;
  },
): MemberFile {
  const { name, secret } = input;
  const { second, ...underPassphrase } = passphraseSlots(input);
  const envelope = Object.freeze({ ...underPassphrase, recovery: recoverySlot(input) });
  return Object.freeze({ format: MEMBER_FORMAT, name, publicKeys: publicKeysOf(secret), envelope, second });
}

/**
 * Tries a passphrase on both slots. Takes as long as the file's cost says, whatever was typed, on another thread. Call
 * `parseMemberFile` first on what was read from disk.
 *
 * @returns null for a passphrase that opens neither, or a changed file
 * @throws TypeError for a text that cannot be a passphrase
 * @example
 * const opened = await openMemberFile(file, typed);
 */
export async function openMemberFile(file: MemberFile, passphrase: string): Promise<OpenedMemberFile | null> {
  const { envelope, second } = file;
  const salt = decodeBase64(envelope.kdf.salt) ?? new Uint8Array(0);
  const key = await passphraseKeyAside(passphrase, { ...envelope.kdf, salt });
  const { secret, destroys } = openedSlots({ passphrase: envelope.passphrase, second }, key);
  key.fill(0);
  const mine = secretOf(file, secret);
  if (mine !== null) return { slot: 'member', secret: mine };
  return destroys ? { slot: 'destroy' } : null;
}

/**
 * The member's secret by the printed recovery key, or null for another one or a changed file.
 *
 * @param recoveryKey 32 bytes, from `readRecoveryKey` or `joinShares`
 * @returns 32 bytes; overwrite them after use
 * @throws TypeError for a recovery key that is not 32 bytes
 * @example
 * const secret = recoverMember(file, read.key);
 */
export function recoverMember(file: MemberFile, recoveryKey: Uint8Array): Uint8Array | null {
  return secretOf(file, openedRecovery(file.envelope.recovery, recoveryKey));
}

/**
 * Whether a secret is that of a file's public keys.
 *
 * @throws TypeError for a secret that is not 32 bytes
 * @example
 * isSecretOf(file, secret); // true
 */
export function isSecretOf({ publicKeys }: MemberFile, secret: Uint8Array): boolean {
  const { sign, receive } = publicKeysOf(secret);
  return sign === publicKeys.sign && receive === publicKeys.receive;
}

/** The secret when it is that of the file's public keys: somebody may have put other keys beside it. */
function secretOf(file: MemberFile, secret: Uint8Array | null): Uint8Array | null {
  if (secret === null) return null;
  const mine = secret.length === KEY_BYTES && isSecretOf(file, secret) ? secretCopy(secret) : null;
  secret.fill(0);
  return mine;
}
