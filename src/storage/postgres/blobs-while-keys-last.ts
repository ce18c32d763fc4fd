/**
 * Bytes of a vault whose keys another process may change meanwhile: the folder they lay in is gone then. What is missing or
 * does not open is not called lost before it was seen that the keys are still the same.
 */
import type { BlobStore } from '../../desk/ports/blob-store.ts';

/**
 * Looks at the keys before anything is called missing or damaged.
 *
 * @param refuseChanged throws `vault-busy` when the keys were changed
 * @example
 * const blobs = blobsWhileKeysLast(fileBlobStore(options), () => refuseChanged(root, file));
 */
export function blobsWhileKeysLast(blobs: BlobStore, refuseChanged: () => Promise<void>): BlobStore {
  const told = async <T>(work: Promise<T>, isSound: (found: T) => boolean): Promise<T> => {
    let sound = false;
    try {
      const found = await work;
      sound = isSound(found);
      return found;
    } finally {
      if (!sound) await refuseChanged();
    }
  };
  return {
    ...(blobs.elsewhere === undefined ? {} : { elsewhere: blobs.elsewhere }),
    put: (bytes) => told(blobs.put(bytes), () => true),
    putAll: (many) => told(blobs.putAll(many), () => true),
    get: (sha256) => told(blobs.get(sha256), (found) => found !== null),
    has: (sha256) => told(blobs.has(sha256), (found) => found),
    list: async function* () {
      yield* blobs.list();
      await refuseChanged();
    },
    check: (leaveOut) => told(blobs.check(leaveOut), (bad) => bad.length === 0),
    remove: (sha256) => told(blobs.remove(sha256), () => true),
  };
}
