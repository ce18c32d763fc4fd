/**
 * The wrapped parts of a member file: the secret under a passphrase, a second slot of the same size that may hold a mark
 * under another passphrase, and the secret under the recovery key.
 */
import { deriveKey, KEY_BYTES } from '../derive-key.ts';
import type { KeyEnvelope, RandomBytes } from '../key-envelope.ts';
import { type Argon2Cost, passphraseKey, SALT_BYTES } from '../passphrase-key.ts';
import { encodeBase64 } from '../strict-base64.ts';
import { NONCE_BYTES, openWrappedKey, wrapKey } from '../wrapped-key.ts';

const SECRET_CONTEXT = 'onrecord/member-secret/passphrase/v1';
const DESTROY_CONTEXT = 'onrecord/member-secret/destroy/v1';
const RECOVERY_CONTEXT = 'onrecord/member-secret/recovery/v1';
const SECOND_BYTES = NONCE_BYTES + KEY_BYTES + 16;

/** The passphrases of a member file. */
export interface MemberPassphrases {
  readonly passphrase: string;
  /** Typed instead of the passphrase, it asks for the file to be destroyed; null for none. */
  readonly destroyPassphrase: string | null;
}

/** What stands under passphrases. */
type PassphraseSlots = Pick<KeyEnvelope, 'kdf' | 'passphrase'> & { readonly second: string };

/**
 * Wraps under passphrases. Takes as long as the cost says, twice with a destroy passphrase.
 *
 * @param input.secret 32 bytes
 * @throws TypeError for a passphrase, secret or cost that cannot be used, or the same passphrase twice
 * @example
 * const { kdf, passphrase, second } = passphraseSlots({ secret, passphrase: typed, destroyPassphrase: null, cost, random });
 */
export function passphraseSlots(
  input: MemberPassphrases & {
    readonly secret: Uint8Array;
    readonly cost: Argon2Cost;
    readonly random: RandomBytes;
  },
): PassphraseSlots {
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

/**
 * What a key of a passphrase opens: both slots are tried every time, so that a try takes the same time whatever was typed.
 *
 * @param key 32 bytes; the caller overwrites it
 * @returns `secret` null: not the first slot; `destroys`: the second
 * @example
 * const { secret, destroys } = openedSlots({ passphrase: envelope.passphrase, second }, key);
 */
export function openedSlots(
  { passphrase, second }: Pick<PassphraseSlots, 'passphrase' | 'second'>,
  key: Uint8Array,
): { readonly secret: Uint8Array | null; readonly destroys: boolean } {
  const secret = openWrappedKey({ wrapped: passphrase, key, context: SECRET_CONTEXT });
  const mark = openWrappedKey({ wrapped: second, key, context: DESTROY_CONTEXT });
  return { secret, destroys: mark !== null };
}

/**
 * The secret under a recovery key.
 *
 * @param input.recoveryKey 32 random bytes
 * @throws TypeError for a secret or key that is not 32 bytes
 * @example
 * const recovery = recoverySlot({ secret, recoveryKey: random(32), random });
 */
export function recoverySlot(input: {
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

/**
 * The secret out of the slot of the recovery key; null for another key or a changed slot.
 *
 * @throws TypeError for a recovery key that is not 32 bytes
 * @example
 * const secret = openedRecovery(file.envelope.recovery, recoveryKey);
 */
export function openedRecovery(wrapped: string, recoveryKey: Uint8Array): Uint8Array | null {
  const key = deriveKey(recoveryKey, 'onrecord/recovery-key/v1');
  const secret = openWrappedKey({ wrapped, key, context: RECOVERY_CONTEXT });
  key.fill(0);
  return secret;
}

function refuseSecret(secret: Uint8Array): void {
  if (secret.length !== KEY_BYTES) throw new TypeError(`A member's secret has ${KEY_BYTES} bytes.`);
}
