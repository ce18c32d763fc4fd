/**
 * The master key of a vault, wrapped twice: under a passphrase (Argon2id) and under the printed recovery key. It is
 * plain JSON and stands in vault.json. A changed passphrase wraps the same master key anew, so nothing that it
 * encrypts is written again; an old copy of the envelope still opens with the old passphrase. Randomness is handed
 * in. What does not open gives null and no reason.
 */
import { deriveKey, KEY_BYTES } from './derive-key.ts';
import {
  type Argon2Cost,
  costFaults,
  type KeyFault,
  passphraseKey,
  SALT_BYTES,
  saltFault,
} from './passphrase-key.ts';
import { decodeBase64, encodeBase64 } from './strict-base64.ts';
import { isWrappedKey, NONCE_BYTES, openWrappedKey, wrapKey } from './wrapped-key.ts';

const PASSPHRASE_CONTEXT = 'onrecord/master-key/passphrase/v1';
const RECOVERY_CONTEXT = 'onrecord/master-key/recovery/v1';

/** The wrapped master key as it stands in vault.json. */
export interface KeyEnvelope {
  /** The work of one try of the passphrase. */
  readonly kdf: Argon2Cost & {
    readonly name: 'argon2id';
    /** Base64. */
    readonly salt: string;
  };
  /** The master key under the passphrase's key; base64 of nonce, ciphertext, tag. */
  readonly passphrase: string;
  /** The master key under the recovery key; base64 of nonce, ciphertext, tag. */
  readonly recovery: string;
}

/** Gives that many random bytes, other ones each time. */
export type RandomBytes = (count: number) => Uint8Array;

/**
 * Wraps a master key under a passphrase and a recovery key. Takes as long as the cost says.
 *
 * @param input.master 32 random bytes
 * @param input.recoveryKey 32 random bytes, printed and kept away from the vault
 * @throws TypeError for a passphrase, key or cost that cannot be used; never with a secret in it
 * @example
 * const envelope = createEnvelope({ master, passphrase, recoveryKey, cost: calibrateCost(measure), random });
 */
export function createEnvelope(input: {
  readonly master: Uint8Array;
  readonly passphrase: string;
  readonly recoveryKey: Uint8Array;
  readonly cost: Argon2Cost;
  readonly random: RandomBytes;
}): KeyEnvelope {
  const { master, recoveryKey, random } = input;
  return Object.freeze({
    ...underPassphrase(input),
    recovery: underRecoveryKey(master, recoveryKey, random),
  });
}

/**
 * The master key, or null for another passphrase or a changed envelope. Takes as long as the envelope's cost says.
 * Call `parseEnvelope` first on what was read from a file.
 *
 * @returns 32 bytes; overwrite them with zeros after use
 * @throws TypeError for a text that cannot be a passphrase
 * @example
 * const master = openWithPassphrase(envelope, typed);
 */
export function openWithPassphrase(envelope: KeyEnvelope, passphrase: string): Uint8Array | null {
  const salt = decodeBase64(envelope.kdf.salt) ?? new Uint8Array(0);
  const key = passphraseKey(passphrase, { ...envelope.kdf, salt });
  const master = openWrappedKey({ wrapped: envelope.passphrase, key, context: PASSPHRASE_CONTEXT });
  key.fill(0);
  return master;
}

/**
 * The master key, or null for the recovery key of another vault or a changed envelope.
 *
 * @param recoveryKey 32 bytes, as `readRecoveryKey` gives them
 * @returns 32 bytes; overwrite them with zeros after use
 * @throws TypeError for a recovery key that is not 32 bytes
 * @example
 * const master = openWithRecoveryKey(envelope, read.key);
 */
export function openWithRecoveryKey(envelope: KeyEnvelope, recoveryKey: Uint8Array): Uint8Array | null {
  const key = deriveKey(recoveryKey, 'onrecord/recovery-key/v1');
  const master = openWrappedKey({ wrapped: envelope.recovery, key, context: RECOVERY_CONTEXT });
  key.fill(0);
  return master;
}

/**
 * The envelope with another passphrase; the master key and the recovery key stay.
 *
 * @throws TypeError for a passphrase, key or cost that cannot be used
 * @example
 * const changed = changePassphrase(envelope, { master, passphrase: typed, cost, random });
 */
export function changePassphrase(
  envelope: KeyEnvelope,
  input: {
    readonly master: Uint8Array;
    readonly passphrase: string;
    readonly cost: Argon2Cost;
    readonly random: RandomBytes;
  },
): KeyEnvelope {
  return Object.freeze({ ...envelope, ...underPassphrase(input) });
}

/**
 * The envelope with another recovery key; the master key and the passphrase stay, the old paper opens nothing.
 *
 * @throws TypeError for a key that is not 32 bytes
 * @example
 * const changed = changeRecoveryKey(envelope, { master, recoveryKey: random(32), random });
 */
export function changeRecoveryKey(
  envelope: KeyEnvelope,
  input: { readonly master: Uint8Array; readonly recoveryKey: Uint8Array; readonly random: RandomBytes },
): KeyEnvelope {
  const recovery = underRecoveryKey(input.master, input.recoveryKey, input.random);
  return Object.freeze({ ...envelope, recovery });
}

function underPassphrase(input: {
  readonly master: Uint8Array;
  readonly passphrase: string;
  readonly cost: Argon2Cost;
  readonly random: RandomBytes;
}): Pick<KeyEnvelope, 'kdf' | 'passphrase'> {
  const { memoryKib, passes, lanes } = input.cost;
  refuseMaster(input.master);
  const salt = input.random(SALT_BYTES);
  const key = passphraseKey(input.passphrase, { memoryKib, passes, lanes, salt });
  const passphrase = wrapKey({
    key,
    secret: input.master,
    context: PASSPHRASE_CONTEXT,
    nonce: input.random(NONCE_BYTES),
  });
  key.fill(0);
  const kdf = { name: 'argon2id' as const, memoryKib, passes, lanes, salt: encodeBase64(salt) };
  return { kdf: Object.freeze(kdf), passphrase };
}

function underRecoveryKey(master: Uint8Array, recoveryKey: Uint8Array, random: RandomBytes): string {
  refuseMaster(master);
  const key = deriveKey(recoveryKey, 'onrecord/recovery-key/v1');
  const wrapped = wrapKey({ key, secret: master, context: RECOVERY_CONTEXT, nonce: random(NONCE_BYTES) });
  key.fill(0);
  return wrapped;
}

function refuseMaster(master: Uint8Array): void {
  if (master.length !== KEY_BYTES) throw new TypeError(`A master key has ${KEY_BYTES} bytes.`);
}

/** A parsed envelope, or everything that is wrong with it. */
export type ParsedEnvelope =
  | { readonly ok: true; readonly value: KeyEnvelope }
  | { readonly ok: false; readonly faults: readonly KeyFault[] };

const MEMBERS = ['kdf', 'passphrase', 'recovery'];
const KDF_MEMBERS = ['name', 'memoryKib', 'passes', 'lanes', 'salt'];

/**
 * Checks what claims to be an envelope: form, lengths and a cost within the limits. Reports every fault and unknown
 * member; says nothing about whether a passphrase opens it.
 *
 * @example
 * parseEnvelope({}); // { ok: false, faults: [{ path: 'kdf', … }, { path: 'passphrase', … }, …] }
 */
export function parseEnvelope(input: unknown): ParsedEnvelope {
  if (!isObject(input))
    return { ok: false, faults: [{ path: '', message: 'The envelope is not an object.' }] };
  const kdf = parseKdf(input.kdf);
  const passphrase = wrappedMaster(input.passphrase);
  const recovery = wrappedMaster(input.recovery);
  if (!('faults' in kdf) && passphrase !== null && recovery !== null && hasOnly(input, MEMBERS)) {
    return { ok: true, value: Object.freeze({ kdf: Object.freeze(kdf), passphrase, recovery }) };
  }
  return {
    ok: false,
    faults: [
      ...('faults' in kdf ? kdf.faults : []),
      ...(passphrase === null ? [notWrapped('passphrase')] : []),
      ...(recovery === null ? [notWrapped('recovery')] : []),
      ...unknownMembers(input, MEMBERS, ''),
    ],
  };
}

function parseKdf(input: unknown): KeyEnvelope['kdf'] | { readonly faults: readonly KeyFault[] } {
  if (!isObject(input)) return { faults: [{ path: 'kdf', message: 'kdf is not an object.' }] };
  const cost = {
    memoryKib: numberOf(input.memoryKib),
    passes: numberOf(input.passes),
    lanes: numberOf(input.lanes),
  };
  const salt = typeof input.salt === 'string' ? input.salt : '';
  const saltBytes = decodeBase64(salt);
  const saltWrong = saltBytes === null ? 'salt is not base64.' : saltFault(saltBytes);
  const faults = [
    ...(input.name === 'argon2id' ? [] : [{ path: 'name', message: 'name must be "argon2id".' }]),
    ...costFaults(cost),
    ...(saltWrong === null ? [] : [{ path: 'salt', message: saltWrong }]),
    ...unknownMembers(input, KDF_MEMBERS, ''),
  ];
  if (faults.length === 0) return { name: 'argon2id', ...cost, salt };
  return { faults: faults.map(({ path, message }) => ({ path: `kdf.${path}`, message })) };
}

function wrappedMaster(input: unknown): string | null {
  return typeof input === 'string' && isWrappedKey(input, KEY_BYTES) ? input : null;
}

function notWrapped(path: string): KeyFault {
  return { path, message: `${path} must be a wrapped key: 80 characters of base64.` };
}

function unknownMembers(input: object, known: readonly string[], before: string): KeyFault[] {
  return Object.keys(input)
    .filter((name) => !known.includes(name))
    .map((name) => ({ path: `${before}${name.slice(0, 40)}`, message: 'This member is not known here.' }));
}

function hasOnly(input: object, known: readonly string[]): boolean {
  return Object.keys(input).every((name) => known.includes(name));
}

function numberOf(input: unknown): number {
  return typeof input === 'number' ? input : Number.NaN;
}

function isObject(input: unknown): input is Record<string, unknown> {
  return typeof input === 'object' && input !== null && !Array.isArray(input);
}
