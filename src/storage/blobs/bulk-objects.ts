/**
 * Sends very many blobs into an empty place of an object store, some at a time. Nobody reads there yet, so nothing is looked
 * for first; what is under way is waited for when it is asked to settle.
 */
import { sha256Hex } from '../../crypto/sha256.ts';
import type { BlobCover } from './blob-cover.ts';
import type { BulkBlobs } from './bulk-writing.ts';
import type { ObjectPlace } from './s3-objects.ts';

/** Objects on their way at the same time: with their ciphertexts they are what this holds in memory. */
const AT_ONCE = 8;

/**
 * Sends into a place.
 *
 * @example
 * const bulk = bulkObjects(objects, cover);
 */
export function bulkObjects(objects: ObjectPlace, cover: BlobCover): BulkBlobs {
  const underWay = new Set<Promise<void>>();
  const faults: unknown[] = [];
  const refuseFaulty = (): void => {
    if (faults.length > 0) throw faults[0];
  };
  return {
    put: async (bytes) => {
      const sha256 = sha256Hex(bytes);
      const seat = await cover.newSeat(sha256);
      const stored = await seat.close(bytes);
      while (underWay.size >= AT_ONCE) await Promise.race(underWay);
      refuseFaulty();
      const sent: Promise<void> = objects
        .put(seat.name, stored)
        .catch((error: unknown) => void faults.push(error))
        .finally(() => underWay.delete(sent));
      underWay.add(sent);
      return sha256;
    },
    settle: async () => {
      await Promise.all(underWay);
      refuseFaulty();
    },
  };
}
