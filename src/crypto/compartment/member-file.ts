/**
 * A member's secret on their own disk: wrapped under a passphrase (Argon2id) and under a printed recovery key, as a
 * vault's master key is. Plain JSON. Beside them stands a second slot of the same size. It may hold a mark under
 * another passphrase, which asks for the file to be destroyed when it is typed; else it holds random bytes. Nobody can
 * tell which without that passphrase, the program included. Both slots are tried every time, so that a try takes the
 * same time whatever was typed. What does not open gives null and no reason.
 */
import { deriveKey, KEY_BYTES } from '../derive-key.ts';
import { type KeyEnvelope, parseEnvelope, type RandomBytes } from '../key-envelope.ts';
import {
  type Argon2Cost,
  type KeyFault,
  passphraseKey,
  passphraseKeyAside,
  SALT_BYTES,
} from '../passphrase-key.ts';
import { secretCopy } from '../secret-bytes.ts';
import { decodeBase64, encodeBase64 } from '../strict-base64.ts';
import { isWrappedKey, NONCE_BYTES, openWrappedKey, wrapKey } from '../wrapped-key.ts';
import { type MemberPublicKeys, publicKeysOf, readPublicKeys } from './member-keys.ts';

const FORMAT = 'onrecord/member/v1';
const SECRET_CONTEXT = 'onrecord/member-secret/passphrase/v1';
const DESTROY_CONTEXT = 'onrecord/member-secret/destroy/v1';
const RECOVERY_CONTEXT = 'onrecord/member-secret/recovery/v1';
const SECOND_BYTES = NONCE_BYTES + KEY_BYTES + 16;

/** A member's secret as it stands in their file. */
export interface MemberFile {
  readonly format: typeof FORMAT;
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

/** The passphrases of a member file. */
export interface MemberPassphrases {
  readonly passphrase: string;
  /** Typed instead of the passphrase, it asks for the file to be destroyed; null for none. */
  readonly destroyPassphrase: string | null;
}

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
  const envelope = Object.freeze({ ...underPassphrase, recovery: underRecovery(input) });
  return Object.freeze({ format: FORMAT, name, publicKeys: publicKeysOf(secret), envelope, second });
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
  const secret = openWrappedKey({ wrapped: envelope.passphrase, key, context: SECRET_CONTEXT });
  const mark = openWrappedKey({ wrapped: second, key, context: DESTROY_CONTEXT });
  key.fill(0);
  const mine = secretOf(file, secret);
  if (mine !== null) return { slot: 'member', secret: mine };
  return mark === null ? null : { slot: 'destroy' };
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
  const key = deriveKey(recoveryKey, 'onrecord/recovery-key/v1');
  const secret = openWrappedKey({ wrapped: file.envelope.recovery, key, context: RECOVERY_CONTEXT });
  key.fill(0);
  return secretOf(file, secret);
}

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
  const envelope = Object.freeze({ ...file.envelope, recovery: underRecovery(input) });
  return Object.freeze({ ...file, envelope });
}

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
    ...(format === FORMAT ? [] : [{ path: 'format', message: `format must be "${FORMAT}".` }]),
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
    value: Object.freeze({ format: FORMAT, name, publicKeys: keys, envelope: parsed.value, second }),
  };
}

function passphraseSlots(
  input: MemberPassphrases & {
    readonly secret: Uint8Array;
    readonly cost: Argon2Cost;
    readonly random: RandomBytes;
  },
): Pick<KeyEnvelope, 'kdf' | 'passphrase'> & { readonly second: string } {
  const { passphrase, destroyPassphrase, secret, random } = input;
  const { memoryKib, passes, lanes } = input.cost;
  refuseSecret(secret);
  if (destroyPassphrase !== null && passphrase.normalize('NFKC') === destroyPassphrase.normalize('NFKC'))
    throw new TypeError('The destroy passphrase must be another one than the passphrase.');
  const salt = random(SALT_BYTES);
  const wrapped = (typed: string, content: Uint8Array, context: string): string => {
    const key = passphraseKey(typed, { memoryKib, passes, lanes, salt });
    const text = wrapKey({ key, secret: content, context, nonce: random(NONCE_BYTES) });
    key.fill(0);
    return text;
  };
  const kdf = Object.freeze({
    name: 'argon2id' as const,
    memoryKib,
    passes,
    lanes,
    salt: encodeBase64(salt),
  });
  const second =
    destroyPassphrase === null
      ? encodeBase64(random(SECOND_BYTES))
      : wrapped(destroyPassphrase, random(KEY_BYTES), DESTROY_CONTEXT);
  return { kdf, passphrase: wrapped(passphrase, secret, SECRET_CONTEXT), second };
}

function underRecovery(input: {
  readonly secret: Uint8Array;
  readonly recoveryKey: Uint8Array;
  readonly random: RandomBytes;
}): string {
  const { secret, recoveryKey, random } = input;
  refuseSecret(secret);
  const key = deriveKey(recoveryKey, 'onrecord/recovery-key/v1');
  const wrapped = wrapKey({ key, secret, context: RECOVERY_CONTEXT, nonce: random(NONCE_BYTES) });
  key.fill(0);
  return wrapped;
}

/** The secret when it is that of the file's public keys: somebody may have put other keys beside it. */
function secretOf(file: MemberFile, secret: Uint8Array | null): Uint8Array | null {
  if (secret === null) return null;
  const mine = secret.length === KEY_BYTES && isSecretOf(file, secret) ? secretCopy(secret) : null;
  secret.fill(0);
  return mine;
}

function isSecretOf({ publicKeys }: MemberFile, secret: Uint8Array): boolean {
  const { sign, receive } = publicKeysOf(secret);
  return sign === publicKeys.sign && receive === publicKeys.receive;
}

function refuseSecret(secret: Uint8Array): void {
  if (secret.length !== KEY_BYTES) throw new TypeError(`A member's secret has ${KEY_BYTES} bytes.`);
}

function refuseOther(file: MemberFile, secret: Uint8Array): void {
  refuseSecret(secret);
  if (!isSecretOf(file, secret)) throw new TypeError('This secret is of another member.');
}
