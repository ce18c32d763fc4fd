/**
 * A key from a passphrase: Argon2id (RFC 9106, version 0x13), 32 bytes. The passphrase is normalised (NFKC), so that
 * the same words typed on another keyboard or system give the same key. A cost below 64 MiB is refused as too weak;
 * one above 4 GiB or 64 passes is refused as well, because the cost stands in a file that somebody may have changed
 * to make this machine run out of memory.
 */
import { hashRaw, hashRawSync } from '@node-rs/argon2';
import { KEY_BYTES } from './derive-key.ts';
import { secretCopy } from './secret-bytes.ts';

/** How much work one try of a passphrase costs. */
export interface Argon2Cost {
  /** KiB of memory: at least 65,536 (64 MiB), at most 4,194,304 (4 GiB). */
  readonly memoryKib: number;
  /** Passes over the memory, 1 to 64. */
  readonly passes: number;
  /** Lanes, 1 to 16; memory is shared between them. */
  readonly lanes: number;
}

/** The work and the salt of one passphrase. */
export interface PassphraseCost extends Argon2Cost {
  /** 16 to 64 random bytes. */
  readonly salt: Uint8Array;
}

/** Something that is wrong with an input, and where. */
export interface KeyFault {
  /** Dotted path of the field; '' for the whole. */
  readonly path: string;
  readonly message: string;
}

/** Bytes of a salt that is made here. */
export const SALT_BYTES = 16;
const MOST_SALT = 64;
const MIB = 1024;
/** KiB; what is used unless the machine is too slow for it. */
export const USUAL_MEMORY_KIB = 128 * MIB;
const LEAST_MEMORY = 64 * MIB;
const MOST_MEMORY = 4096 * MIB;
const MOST_PASSES = 64;
const MOST_LANES = 16;
/** UTF-8 bytes after normalisation; far more than anybody types. */
const MOST_PASSPHRASE = 4096;
/** `Algorithm.Argon2id` and `Version.V0x13`: the library's own names are types only. */
const ARGON2ID = 2;
const VERSION_13 = 1;

/**
 * The key of a passphrase. Takes as long as the cost says and blocks meanwhile.
 *
 * @throws TypeError for a passphrase that cannot be one or a cost outside the limits; never with the passphrase in it
 * @example
 * const key = passphraseKey('correct horse battery staple', { memoryKib: 131072, passes: 3, lanes: 1, salt });
 */
export function passphraseKey(passphrase: string, cost: PassphraseCost): Uint8Array {
  const typed = typedBytes(passphrase, cost);
  const hashed = hashRawSync(typed, argonOptions(cost));
  typed.fill(0);
  return keyOf(hashed);
}

/**
 * The same key, made on another thread: this one is free meanwhile.
 *
 * @throws TypeError as `passphraseKey`
 * @example
 * const key = await passphraseKeyAside('correct horse battery staple', { memoryKib: 131072, passes: 3, lanes: 1, salt });
 */
export async function passphraseKeyAside(passphrase: string, cost: PassphraseCost): Promise<Uint8Array> {
  const typed = typedBytes(passphrase, cost);
  try {
    return keyOf(await hashRaw(typed, argonOptions(cost)));
  } finally {
    typed.fill(0);
  }
}

function typedBytes(passphrase: string, cost: PassphraseCost): Uint8Array {
  const fault = passphraseFault(passphrase) ?? costFaults(cost)[0]?.message ?? saltFault(cost.salt);
  if (fault !== null) throw new TypeError(fault);
  return Buffer.from(passphrase.normalize('NFKC'), 'utf8');
}

function argonOptions({ memoryKib, passes, lanes, salt }: PassphraseCost) {
  return {
    algorithm: ARGON2ID,
    version: VERSION_13,
    memoryCost: memoryKib,
    timeCost: passes,
    parallelism: lanes,
    outputLen: KEY_BYTES,
    salt,
  };
}

function keyOf(hashed: Uint8Array): Uint8Array {
  const key = secretCopy(hashed);
  hashed.fill(0);
  return key;
}

/**
 * Why a text cannot be a passphrase, or null when it can. The sentence never repeats the text.
 *
 * @example
 * passphraseFault(''); // 'The passphrase is empty.'
 */
export function passphraseFault(passphrase: string): string | null {
  if (passphrase.length > MOST_PASSPHRASE) return `The passphrase is longer than ${MOST_PASSPHRASE} bytes.`;
  if (!passphrase.isWellFormed()) return 'The passphrase holds half a character: type it again.';
  const normal = passphrase.normalize('NFKC');
  if (normal.trim() === '') return 'The passphrase is empty.';
  if (Buffer.byteLength(normal, 'utf8') > MOST_PASSPHRASE)
    return `The passphrase is longer than ${MOST_PASSPHRASE} bytes.`;
  return null;
}

/**
 * Everything that is wrong with a cost; empty when it can be used.
 *
 * @example
 * costFaults({ memoryKib: 19456, passes: 2, lanes: 1 }); // memoryKib must be 65536 to 4194304 …
 */
export function costFaults(cost: Argon2Cost): readonly KeyFault[] {
  return [
    ...rangeFault('memoryKib', cost.memoryKib, [LEAST_MEMORY, MOST_MEMORY]),
    ...rangeFault('passes', cost.passes, [1, MOST_PASSES]),
    ...rangeFault('lanes', cost.lanes, [1, MOST_LANES]),
  ];
}

function rangeFault(path: string, value: number, [least, most]: readonly [number, number]): KeyFault[] {
  if (Number.isInteger(value) && value >= least && value <= most) return [];
  return [{ path, message: `${path} must be a whole number from ${least} to ${most}.` }];
}

/**
 * Why bytes cannot be a salt, or null when they can.
 *
 * @example
 * saltFault(new Uint8Array(8)); // 'A salt has 16 to 64 bytes.'
 */
export function saltFault(salt: Uint8Array): string | null {
  return salt.length >= SALT_BYTES && salt.length <= MOST_SALT
    ? null
    : `A salt has ${SALT_BYTES} to ${MOST_SALT} bytes.`;
}

/** Milliseconds that one key of this cost takes on this machine. */
export type MeasureCost = (cost: Argon2Cost) => number;

/**
 * Measures by making a key of a known passphrase.
 *
 * @param now milliseconds of a clock that only goes forward
 * @example
 * const cost = calibrateCost(measureWith(() => performance.now()));
 */
export function measureWith(now: () => number): MeasureCost {
  return (cost) => {
    const start = now();
    passphraseKey('measuring', { ...cost, salt: new Uint8Array(SALT_BYTES) });
    return now() - start;
  };
}

/** Milliseconds that one try should take: with starting a process and opening the vault it stays below 1.5 s. */
const TARGET_MS = 800;
/** Passes: RFC 9106 §4 recommends 3 with 64 MiB; a slow machine takes longer rather than do less. */
const LEAST_CALIBRATED = 3;

/**
 * Finds the cost that takes about one second on this machine: 128 MiB and as many passes as fit, or 64 MiB where
 * 128 MiB leave no room for three passes. The first key in a fresh process also pays for getting the memory, and
 * every unlocking is one, so the first measurement is kept apart from the speed of a pass. Takes about a second.
 *
 * @param targetMs milliseconds
 * @example
 * calibrateCost(measureWith(() => performance.now())); // { memoryKib: 131072, passes: 16, lanes: 1 }
 */
export function calibrateCost(measure: MeasureCost, targetMs: number = TARGET_MS): Argon2Cost {
  const first = measure({ memoryKib: USUAL_MEMORY_KIB, passes: 1, lanes: 1 });
  // The quicker of two: a machine that is busy for a moment must not leave a weak cost for years.
  const three = [0, 1].map(() =>
    measure({ memoryKib: USUAL_MEMORY_KIB, passes: LEAST_CALIBRATED, lanes: 1 }),
  );
  const pass = Math.max(Math.min(...three) / LEAST_CALIBRATED, 0.01);
  const gettingMemory = Math.max(0, first - pass);
  const usual = Math.floor((targetMs - gettingMemory) / pass);
  if (usual >= LEAST_CALIBRATED)
    return { memoryKib: USUAL_MEMORY_KIB, passes: Math.min(usual, MOST_PASSES), lanes: 1 };
  const half = Math.floor((targetMs - gettingMemory / 2) / (pass / 2));
  return { memoryKib: LEAST_MEMORY, passes: Math.max(LEAST_CALIBRATED, half), lanes: 1 };
}
