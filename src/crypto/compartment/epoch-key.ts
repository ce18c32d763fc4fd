/**
 * The key of a compartment in one epoch. A new epoch with a new key begins whenever a member leaves; the number and
 * the compartment travel with the key, so that it cannot be used for another one by a slip.
 */
import { createHmac } from 'node:crypto';
import { KEY_BYTES } from '../derive-key.ts';
import type { RandomBytes } from '../key-envelope.ts';
import { secretCopy } from '../secret-bytes.ts';
import { encodeBase64 } from '../strict-base64.ts';
import { BOUND, bindingOf } from './binding.ts';

/** A compartment's key, unlocked. */
export interface EpochKey {
  readonly compartment: string;
  /** 1-based; grows by one with every rotation. */
  readonly epoch: number;
  /** 32 bytes; `wipeEpochKey` overwrites it. */
  readonly key: Uint8Array;
}

/**
 * A fresh key for an epoch.
 *
 * @throws TypeError for an empty compartment or an epoch that is not a whole number from 1
 * @example
 * const key = createEpochKey({ compartment: 'north', epoch: 1, random });
 */
export function createEpochKey(input: {
  readonly compartment: string;
  readonly epoch: number;
  readonly random: RandomBytes;
}): EpochKey {
  const { compartment, epoch, random } = input;
  if (compartment === '') throw new TypeError('A compartment has an id.');
  if (!Number.isSafeInteger(epoch) || epoch < 1)
    throw new TypeError('An epoch is a whole number from 1 upwards.');
  const drawn = random(KEY_BYTES);
  if (drawn.length !== KEY_BYTES) throw new TypeError(`A compartment's key has ${KEY_BYTES} bytes.`);
  const key = secretCopy(drawn);
  drawn.fill(0);
  return Object.freeze({ compartment, epoch, key });
}

/**
 * What a head says of its epoch's key, so that every member can tell that they were given the same one: HMAC-SHA256
 * under the key, base64. It tells nobody else anything about a random key.
 *
 * @example
 * keyCheck(key) === head.keyCheck;
 */
export function keyCheck({ compartment, epoch, key }: EpochKey): string {
  const binding = bindingOf(BOUND.check, [compartment, epoch]);
  return encodeBase64(createHmac('sha256', key).update(binding).digest());
}

/**
 * Overwrites the key.
 *
 * @example
 * wipeEpochKey(key);
 */
export function wipeEpochKey(key: EpochKey): void {
  key.key.fill(0);
}
