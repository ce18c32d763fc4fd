/**
 * Bytes as files named by their SHA-256 (`ab/cdef…`), write-once. A file is written beside, synchronised, moved into
 * place, and the folder synchronised: after `put` returns, a power cut does not lose it, and a crash before
 * leaves at most a file in `incoming` that the next writer removes.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256Hex } from '../../crypto/sha256.ts';
import type { BlobStore } from '../../desk/ports/blob-store.ts';
import { isSha256, type Sha256 } from '../../record/id.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import { storageFault } from '../sqlite/sqlite-fault.ts';
import { syncFolder } from './sync-folder.ts';

/** Where, and whether writing is allowed. */
export interface FileBlobOptions {
  /** The folder; made when missing. */
  readonly dir: string;
  readonly readOnly: boolean;
}

const INCOMING = 'incoming';

/**
 * Makes the store over a folder.
 *
 * @example
 * const blobs = fileBlobStore({ dir: '/vault/blobs', readOnly: false });
 * await blobs.put(new Uint8Array([1, 2, 3]));
 */
export function fileBlobStore(options: FileBlobOptions): BlobStore {
  const { dir } = options;
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw storageFault(error, dir);
    }
  };
  return {
    put: (bytes) =>
      guarded(async () => {
        if (options.readOnly) throw readOnlyFault(dir);
        return putBytes(dir, bytes);
      }),
    get: (sha256) => guarded(() => getBytes(dir, sha256)),
    has: (sha256) => guarded(async () => (await sizeOf(pathOf(dir, sha256))) !== null),
    list: () => listHashes(dir),
    check: () => guarded(() => checkBytes(dir)),
  };
}

function pathOf(dir: string, sha256: Sha256): string {
  if (!isSha256(sha256))
    throw new OnRecordError('bad-usage', 'A stored file is named by 64 lower-case hexadecimal digits.');
  return join(dir, sha256.slice(0, 2), sha256.slice(2));
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
}

async function putBytes(dir: string, bytes: Uint8Array): Promise<Sha256> {
  const sha256 = sha256Hex(bytes);
  const path = pathOf(dir, sha256);
  if ((await sizeOf(path)) === bytes.byteLength) return sha256;
  const incoming = join(dir, INCOMING);
  await mkdir(incoming, { recursive: true });
  const written = join(incoming, randomUUID());
  try {
    await writeSynced(written, bytes);
    const folder = join(dir, sha256.slice(0, 2));
    const made = await mkdir(folder, { recursive: true });
    await rename(written, path);
    await syncFolder(folder);
    if (made !== undefined) await syncFolder(dir);
  } catch (error) {
    await rm(written, { force: true });
    throw error;
  }
  return sha256;
}

async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function getBytes(dir: string, sha256: Sha256): Promise<Uint8Array | null> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(pathOf(dir, sha256));
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
  if (sha256Hex(bytes) === sha256) return bytes;
  throw new OnRecordError(
    'damaged',
    `The stored bytes ${sha256} were changed or damaged on disk. Restore the file from a backup, then run: onrecord doctor.`,
    { subject: sha256 },
  );
}

async function* listHashes(dir: string): AsyncGenerator<Sha256> {
  for (const folder of await namesIn(dir)) {
    if (!/^[0-9a-f]{2}$/.test(folder)) continue;
    for (const rest of await namesIn(join(dir, folder))) {
      const sha256 = `${folder}${rest}`;
      if (isSha256(sha256)) yield sha256;
    }
  }
}

async function namesIn(dir: string): Promise<readonly string[]> {
  try {
    return await readdir(dir);
  } catch (error) {
    if (isMissing(error)) return [];
    throw storageFault(error, dir);
  }
}

async function checkBytes(dir: string): Promise<readonly Sha256[]> {
  const bad: Sha256[] = [];
  for await (const sha256 of listHashes(dir)) {
    const bytes = await readFile(pathOf(dir, sha256));
    if (sha256Hex(bytes) !== sha256) bad.push(sha256);
  }
  return bad;
}

/**
 * Removes what a crash left half-written, when it is old enough that no writer can still be at it.
 *
 * @param olderThan milliseconds since 1970
 * @example
 * await removeUnfinished('/vault/blobs', Date.parse('2017-05-18T08:00:00Z'));
 */
export async function removeUnfinished(dir: string, olderThan: number): Promise<void> {
  const incoming = join(dir, INCOMING);
  for (const name of await namesIn(incoming)) {
    const path = join(incoming, name);
    const changed = await stat(path).catch(() => null);
    if (changed !== null && changed.mtimeMs < olderThan) await rm(path, { force: true });
  }
}

function readOnlyFault(dir: string): OnRecordError {
  return new OnRecordError(
    'read-only',
    `This vault is open for reading only (${dir}): no file can be stored in it.`,
    {
      subject: dir,
    },
  );
}
