/**
 * The keys of blobs: one random key for each, wrapped under the vault's key. A key is made when bytes are put, kept in
 * memory until the entry that names them is logged, and written in that entry's transaction; erasing destroys it.
 * Bytes whose entry was never logged have no key any more and are noise. While the keys of a vault are being changed, a
 * blob has two wrapped keys in one text, with a space between: under the old key and under the next one.
 */
import { createHmac } from 'node:crypto';
import { ageDecrypt, ageEncrypt } from '../../crypto/age-file.ts';
import { NONCE_BYTES, openWrappedKey, wrapKey } from '../../crypto/wrapped-key.ts';
import type { Sha256 } from '../../record/id.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { BlobCover, BlobSeat } from '../blobs/blob-cover.ts';

/** What a record store gives the ring: the wrapped keys that were logged. */
export interface LoggedBlobKeys {
  /** Null when there is none. */
  wrapped(sha256: Sha256): Promise<string | null>;
  all(): AsyncIterable<Sha256>;
}

/** What a record store takes from the ring while it appends. */
export interface PendingBlobKeys {
  /** The wrapped key of bytes put and not logged yet; null when there is none. */
  pending(sha256: Sha256): string | null;
  /** The entry is logged: the key is in the store now. */
  settled(sha256: Sha256): void;
}

export interface BlobKeyRing extends PendingBlobKeys {
  cover(logged: LoggedBlobKeys): BlobCover;
}

/**
 * Opens a ring.
 *
 * @param key from `deriveKey(master, 'onrecord/blob-keys/v1')`
 * @param random unpredictable bytes
 * @example
 * const ring = blobKeyRing(key, (count) => randomBytes(count));
 */
export function blobKeyRing(key: Uint8Array, random: (count: number) => Uint8Array): BlobKeyRing {
  const waiting = new Map<Sha256, string>();
  const seatOf = (sha256: Sha256, wrapped: string): BlobSeat => {
    const own = ownPart(wrapped, key, sha256);
    const secret = own === null ? null : openWrappedKey({ wrapped: own, key, context: contextOf(sha256) });
    if (secret === null) throw changedKey(sha256);
    return sealedSeat(secret);
  };
  const found = async (sha256: Sha256, logged: LoggedBlobKeys): Promise<BlobSeat | null> => {
    const wrapped = waiting.get(sha256) ?? (await logged.wrapped(sha256));
    return wrapped === null ? null : seatOf(sha256, wrapped);
  };
  const made = (sha256: Sha256): BlobSeat => {
    const wrapped =
      waiting.get(sha256) ??
      wrapKey({ key, secret: random(32), context: contextOf(sha256), nonce: random(NONCE_BYTES) });
    waiting.set(sha256, wrapped);
    return seatOf(sha256, wrapped);
  };
  return {
    pending: (sha256) => waiting.get(sha256) ?? null,
    settled: (sha256) => void waiting.delete(sha256),
    cover: (logged) => ({
      seat: (sha256) => found(sha256, logged),
      newSeat: async (sha256) => (await found(sha256, logged)) ?? made(sha256),
      known: () => together(waiting, logged),
    }),
  };
}

async function* together(
  waiting: ReadonlyMap<Sha256, string>,
  logged: LoggedBlobKeys,
): AsyncGenerator<Sha256> {
  const early = [...waiting.keys()];
  yield* early;
  for await (const sha256 of logged.all()) if (!early.includes(sha256)) yield sha256;
}

/**
 * Of a blob's wrapped keys the one that opens under this vault's key; null: none does.
 *
 * @param wrapped one, or two with a space between
 * @param key from `deriveKey(master, 'onrecord/blob-keys/v1')`
 * @example
 * ownPart(wrapped, key, sha256) === wrapped; // true, unless keys are being changed
 */
export function ownPart(wrapped: string, key: Uint8Array, sha256: Sha256): string | null {
  const context = contextOf(sha256);
  return wrapped.split(' ').find((part) => openWrappedKey({ wrapped: part, key, context }) !== null) ?? null;
}

/** A key opens only the bytes it was made for. */
function contextOf(sha256: Sha256): string {
  return `onrecord/blob-key/v1 ${sha256}`;
}

/**
 * The seat that a blob's own key gives.
 *
 * @param secret 32 bytes
 * @example
 * sealedSeat(secret).name.length; // 64
 */
export function sealedSeat(secret: Uint8Array): BlobSeat {
  return {
    name: createHmac('sha256', secret).update('onrecord/blob-name/v1').digest('hex'),
    close: (bytes) => ageEncrypt(bytes, secret),
    open: (stored) => ageDecrypt(stored, secret),
  };
}

function changedKey(sha256: Sha256): OnRecordError {
  return new OnRecordError(
    'damaged',
    `The key of the stored bytes ${sha256} was changed. Restore the vault from a backup, then run: onrecord verify.`,
    { subject: sha256 },
  );
}
