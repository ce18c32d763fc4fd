/**
 * Blobs as objects of a store elsewhere, under the same names and in the same form as in a folder: of an encrypted vault the
 * store holds ciphertext under names that say nothing.
 */
import { sha256Hex } from '../../crypto/sha256.ts';
import type { BlobStore } from '../../desk/ports/blob-store.ts';
import { isSha256, type Sha256 } from '../../record/id.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { BlobCover, BlobSeat } from './blob-cover.ts';
import type { ObjectPlace } from './s3-objects.ts';

/** Objects sent, or looked at, at the same time: with their ciphertexts they are what this holds in memory. */
const AT_ONCE = 8;

/**
 * Makes the store.
 *
 * @example
 * const blobs = objectBlobStore(s3Objects(address, keys), { readOnly: false, cover });
 */
export function objectBlobStore(
  objects: ObjectPlace,
  { readOnly, cover }: { readonly readOnly: boolean; readonly cover: BlobCover },
): BlobStore {
  const writable = (): void => {
    if (readOnly)
      throw new OnRecordError(
        'read-only',
        `This vault is open for reading only: no file can be stored in it. (${objects.shown})`,
      );
  };
  const seatOf = async (sha256: Sha256): Promise<BlobSeat | null> => {
    if (!isSha256(sha256))
      throw new OnRecordError('bad-usage', 'A stored file is named by 64 lower-case hexadecimal digits.');
    return cover.seat(sha256);
  };
  const put = async (bytes: Uint8Array): Promise<Sha256> => {
    const sha256 = sha256Hex(bytes);
    const seat = await cover.newSeat(sha256);
    if ((await wholeIn(objects, seat, sha256)) !== null) return sha256;
    await objects.put(seat.name, await seat.close(bytes));
    return sha256;
  };
  return {
    elsewhere: {
      shown: objects.shown,
      reach: async () => {
        for await (const _ of objects.names()) return;
      },
    },
    put: async (bytes) => {
      writable();
      return put(bytes);
    },
    putAll: async (many) => {
      writable();
      const fresh = new Map(many.map((bytes) => [sha256Hex(bytes), bytes]));
      await eachAtOnce([...fresh.values()], async (bytes) => void (await put(bytes)));
      return many.map((bytes) => sha256Hex(bytes));
    },
    get: async (sha256) => {
      const seat = await seatOf(sha256);
      const stored = seat === null ? null : await objects.get(seat.name);
      if (seat === null || stored === null) return null;
      const bytes = await seat.open(stored);
      if (bytes !== null && sha256Hex(bytes) === sha256) return bytes;
      throw new OnRecordError(
        'damaged',
        `The stored bytes ${sha256} were changed or damaged in the object store (${objects.shown}). Put them back from a backup, then run: onrecord verify.`,
        { subject: sha256 },
      );
    },
    has: async (sha256) => {
      const seat = await seatOf(sha256);
      return seat !== null && (await objects.has(seat.name));
    },
    list: () => listHashes(objects, cover),
    check: async (leaveOut = new Set()) => {
      const bad: Sha256[] = [];
      const asked: Sha256[] = [];
      for await (const sha256 of listHashes(objects, cover)) if (!leaveOut.has(sha256)) asked.push(sha256);
      await eachAtOnce(asked, async (sha256) => {
        const seat = await cover.seat(sha256);
        if (seat === null || (await wholeIn(objects, seat, sha256)) === null) bad.push(sha256);
      });
      return bad;
    },
    remove: async (sha256) => {
      writable();
      const seat = await seatOf(sha256);
      return seat === null ? async () => undefined : () => objects.remove(seat.name);
    },
  };
}

/** The bytes, when they are there and unharmed. */
async function wholeIn(objects: ObjectPlace, seat: BlobSeat, sha256: Sha256): Promise<Uint8Array | null> {
  const stored = await objects.get(seat.name);
  const bytes = stored === null ? null : await seat.open(stored);
  return bytes !== null && sha256Hex(bytes) === sha256 ? bytes : null;
}

async function* listHashes(objects: ObjectPlace, cover: BlobCover): AsyncGenerator<Sha256> {
  const names = new Set<string>();
  for await (const name of objects.names()) if (isSha256(name)) names.add(name);
  const known = cover.known();
  if (known === null) {
    for (const name of names) if (isSha256(name)) yield name;
    return;
  }
  for await (const sha256 of known) {
    const seat = await cover.seat(sha256);
    if (seat !== null && names.has(seat.name)) yield sha256;
  }
}

async function eachAtOnce<T>(things: readonly T[], work: (thing: T) => Promise<void>): Promise<void> {
  const waiting = things.values();
  const turn = async (): Promise<void> => {
    for (const thing of waiting) await work(thing);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, turn));
}
