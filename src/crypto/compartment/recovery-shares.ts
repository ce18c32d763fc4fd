/**
 * A recovery key split among people: any k of n shares give it back, fewer tell nothing but a check of 32 bits
 * (Shamir, How to share a secret, 1979, over GF(256) byte by byte). Each share is printed like a recovery key, with
 * groups that are checked. A share also says how many are needed, its own number, and the check, by which shares of
 * different splits are told apart and the result is proved.
 */
import { createHash } from 'node:crypto';
import { combine, split } from 'shamir-secret-sharing';
import { groupsText, readGroups } from '../checked-groups.ts';
import { KEY_BYTES } from '../derive-key.ts';
import { secretBytes, secretCopy } from '../secret-bytes.ts';
import { BOUND, bindingOf } from './binding.ts';

const CHECK_BYTES = 4;
/** Check, how many are needed, the share's number, 32 bytes. */
const SHARE_BYTES = CHECK_BYTES + 2 + KEY_BYTES;
const MOST_SHARES = 16;

/** A share that was read. */
export interface RecoveryShare {
  /** How many shares are needed. */
  readonly needed: number;
  /** The share's own number, 1 to 255; not in the order of printing. */
  readonly number: number;
  /** The first four bytes of a hash of the recovery key: the same in all shares of a split. */
  readonly check: Uint8Array;
  /** 32 bytes; secret. */
  readonly part: Uint8Array;
}

/** A share as a person typed it, or what is wrong. */
export type ReadShare =
  | { readonly ok: true; readonly share: RecoveryShare }
  | { readonly ok: false; readonly groups: readonly number[]; readonly message: string };

/** The recovery key, or a sentence for a person that says why there is none. */
export type JoinedShares =
  | { readonly ok: true; readonly key: Uint8Array }
  | { readonly ok: false; readonly message: string };

/**
 * Splits a recovery key. The randomness of the split is the library's own, from the operating system.
 *
 * @param input.shares how many people, 2 to 16
 * @param input.needed how many of them together, 2 to `shares`
 * @throws TypeError for other numbers or a key that is not 32 bytes
 * @example
 * const shares = await splitRecoveryKey({ recoveryKey, shares: 5, needed: 3 });
 */
export async function splitRecoveryKey(input: {
  readonly recoveryKey: Uint8Array;
  readonly shares: number;
  readonly needed: number;
}): Promise<readonly RecoveryShare[]> {
  const { recoveryKey, shares, needed } = input;
  if (recoveryKey.length !== KEY_BYTES) throw new TypeError(`A recovery key has ${KEY_BYTES} bytes.`);
  if (!Number.isInteger(shares) || shares < 2 || shares > MOST_SHARES)
    throw new TypeError(`A recovery key is split into 2 to ${MOST_SHARES} shares.`);
  if (!Number.isInteger(needed) || needed < 2 || needed > shares)
    throw new TypeError('At least two shares are needed, and not more than there are.');
  const check = checkOf(recoveryKey);
  const parts = await split(recoveryKey, shares, needed);
  return parts.map((bytes) => {
    const part = secretCopy(bytes.subarray(0, KEY_BYTES));
    const number = bytes[KEY_BYTES] ?? 0;
    bytes.fill(0);
    return Object.freeze({ needed, number, check, part });
  });
}

/**
 * Writes a share to be printed: four lines of groups.
 *
 * @example
 * shareText(share); // '0ABCD-…'
 */
export function shareText({ needed, number, check, part }: RecoveryShare): string {
  const bytes = secretBytes(SHARE_BYTES);
  bytes.set(check);
  bytes.set([needed, number], CHECK_BYTES);
  bytes.set(part, CHECK_BYTES + 2);
  const text = groupsText(bytes);
  bytes.fill(0);
  return text;
}

/**
 * Reads a share as a person typed it, and says which groups are wrong.
 *
 * @example
 * const read = readShare(typed);
 * if (!read.ok) terminal.err(read.message);
 */
export function readShare(typed: string): ReadShare {
  const read = readGroups(typed, SHARE_BYTES, 'A share of a recovery key');
  if (!read.ok) return read;
  const { bytes } = read;
  const [needed = 0, number = 0] = bytes.subarray(CHECK_BYTES);
  const check = bytes.slice(0, CHECK_BYTES);
  const part = secretCopy(bytes.subarray(CHECK_BYTES + 2));
  bytes.fill(0);
  if (needed < 2 || needed > MOST_SHARES || number === 0)
    return { ok: false, groups: [], message: 'This is no share of a recovery key.' };
  return { ok: true, share: Object.freeze({ needed, number, check, part }) };
}

/**
 * Joins shares. Says how many are missing, which belong to another split, and whether the result is the key that
 * was split; it never gives a wrong key.
 *
 * @returns 32 bytes; overwrite them after use
 * @example
 * const joined = await joinShares([first, second, third]);
 */
export async function joinShares(shares: readonly RecoveryShare[]): Promise<JoinedShares> {
  const first = shares[0];
  if (first === undefined) return no('There is no share yet.');
  const { needed, check } = first;
  if (shares.some((share) => share.needed !== needed || !Buffer.from(share.check).equals(check)))
    return no('These shares belong to different recovery keys.');
  const distinct = [...new Map(shares.map((share) => [share.number, share])).values()];
  const missing = needed - distinct.length;
  if (missing > 0)
    return no(`${missing} more of the ${needed} shares that are needed ${be(missing)} missing.`);
  const parts = distinct.slice(0, needed).map(({ part, number }) => {
    const bytes = secretBytes(KEY_BYTES + 1);
    bytes.set(part);
    bytes[KEY_BYTES] = number;
    return bytes;
  });
  const joined = await combine(parts);
  for (const part of parts) part.fill(0);
  const key = secretCopy(joined);
  joined.fill(0);
  if (Buffer.from(checkOf(key)).equals(check)) return { ok: true, key };
  key.fill(0);
  return no('These shares do not give the recovery key: one of them was changed.');
}

function no(message: string): JoinedShares {
  return { ok: false, message };
}

function be(count: number): string {
  return count === 1 ? 'is' : 'are';
}

function checkOf(recoveryKey: Uint8Array): Uint8Array {
  const hash = createHash('sha256').update(bindingOf(BOUND.split, [])).update(recoveryKey).digest();
  return new Uint8Array(hash.subarray(0, CHECK_BYTES));
}
