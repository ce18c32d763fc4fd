/**
 * Bytes as files (`ab/cdef…`), write-once, in the form and under the name that their cover gives. A file is written beside, synchronised, moved into
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
import { guardedBy } from '../guarded.ts';
import { storageFault } from '../sqlite/sqlite-fault.ts';
import { type BlobCover, type BlobSeat, PLAIN_COVER } from './blob-cover.ts';
import { syncFolder } from './sync-folder.ts';

/** Where, and whether writing is allowed. */
export interface FileBlobOptions {
  /** The folder; made when missing. */
  readonly dir: string;
  readonly readOnly: boolean;
  /** As they are under their SHA-256, when absent. */
  readonly cover?: BlobCover;
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
  const { dir, cover = PLAIN_COVER } = options;
  const guarded = guardedBy((error) => storageFault(error, dir));
  return {
    put: (bytes) =>
      guarded(async () => {
        if (options.readOnly) throw readOnlyFault(dir);
        return putBytes(dir, cover, bytes);
      }),
    putAll: (many) =>
      guarded(async () => {
        if (options.readOnly) throw readOnlyFault(dir);
        return putTogether(dir, cover, many);
      }),
    get: (sha256) => guarded(() => getBytes(dir, cover, sha256)),
    has: (sha256) =>
      guarded(async () => {
        const seat = await cover.seat(refused(sha256));
        return seat !== null && (await readStored(pathOf(dir, seat.name), 'look')) !== null;
      }),
    list: () => listHashes(dir, cover),
    check: (leaveOut) => guarded(() => checkBytes(dir, cover, leaveOut)),
    remove: (sha256) =>
      guarded(async () => {
        if (options.readOnly) throw readOnlyFault(dir);
        const seat = await cover.seat(refused(sha256));
        return seat === null ? async () => undefined : () => removeFile(dir, seat.name);
      }),
  };
}

function refused(sha256: Sha256): Sha256 {
  if (isSha256(sha256)) return sha256;
  throw new OnRecordError('bad-usage', 'A stored file is named by 64 lower-case hexadecimal digits.');
}

function pathOf(dir: string, name: string): string {
  return join(dir, name.slice(0, 2), name.slice(2));
}

/** Null when there is no such file; with `look`, only whether there is one: empty bytes. */
async function readStored(path: string, how: 'read' | 'look'): Promise<Uint8Array | null> {
  try {
    if (how === 'read') return await readFile(path);
    await stat(path);
    return new Uint8Array(0);
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
}

async function removeFile(dir: string, name: string): Promise<void> {
  const path = pathOf(dir, name);
  await rm(path, { force: true });
  await syncFolder(join(dir, name.slice(0, 2))).catch(() => undefined);
}

async function putBytes(dir: string, cover: BlobCover, bytes: Uint8Array): Promise<Sha256> {
  const sha256 = sha256Hex(bytes);
  const seat = await cover.newSeat(sha256);
  if ((await whole(dir, seat, sha256)) !== null) return sha256;
  const incoming = join(dir, INCOMING);
  await mkdir(incoming, { recursive: true });
  const written = join(incoming, randomUUID());
  try {
    await writeSynced(written, await seat.close(bytes));
    const folder = join(dir, seat.name.slice(0, 2));
    const made = await mkdir(folder, { recursive: true });
    await rename(written, pathOf(dir, seat.name));
    await syncFolder(folder);
    if (made !== undefined) await syncFolder(dir);
  } catch (error) {
    await rm(written, { force: true });
    throw error;
  }
  return sha256;
}

/** Files that are written, or waited for, at the same time. */
const AT_ONCE = 16;

/** Every file is whole before any is put in its place, and each folder is waited for once. */
async function putTogether(
  dir: string,
  cover: BlobCover,
  many: readonly Uint8Array[],
): Promise<readonly Sha256[]> {
  const hashes = many.map((bytes) => sha256Hex(bytes));
  const fresh = new Map(many.map((bytes, at) => [hashes[at] as Sha256, bytes]));
  const incoming = join(dir, INCOMING);
  await mkdir(incoming, { recursive: true });
  const written: { readonly from: string; readonly name: string }[] = [];
  try {
    await eachAtOnce([...fresh], async ([sha256, bytes]) => {
      const seat = await cover.newSeat(sha256);
      if ((await whole(dir, seat, sha256)) !== null) return;
      const from = join(incoming, randomUUID());
      written.push({ from, name: seat.name });
      await writeSynced(from, await seat.close(bytes));
    });
    const folders = new Set(written.map(({ name }) => join(dir, name.slice(0, 2))));
    for (const folder of folders) await mkdir(folder, { recursive: true });
    await eachAtOnce(written, ({ from, name }) => rename(from, pathOf(dir, name)));
    await eachAtOnce([...folders], syncFolder);
    if (folders.size > 0) await syncFolder(dir);
  } catch (error) {
    for (const { from } of written) await rm(from, { force: true });
    throw error;
  }
  return hashes;
}

async function eachAtOnce<T>(things: readonly T[], work: (thing: T) => Promise<void>): Promise<void> {
  for (let from = 0; from < things.length; from += AT_ONCE)
    await Promise.all(things.slice(from, from + AT_ONCE).map(work));
}

/** The bytes, when they are there and unharmed. */
async function whole(dir: string, seat: BlobSeat, sha256: Sha256): Promise<Uint8Array | null> {
  const stored = await readStored(pathOf(dir, seat.name), 'read');
  const bytes = stored === null ? null : await seat.open(stored);
  return bytes !== null && sha256Hex(bytes) === sha256 ? bytes : null;
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

async function getBytes(dir: string, cover: BlobCover, sha256: Sha256): Promise<Uint8Array | null> {
  const seat = await cover.seat(refused(sha256));
  const stored = seat === null ? null : await readStored(pathOf(dir, seat.name), 'read');
  if (seat === null || stored === null) return null;
  const bytes = await seat.open(stored);
  if (bytes !== null && sha256Hex(bytes) === sha256) return bytes;
  throw new OnRecordError(
    'damaged',
    `The stored bytes ${sha256} were changed or damaged on disk. Restore the file from a backup, then run: onrecord verify.`,
    { subject: sha256 },
  );
}

async function* listHashes(
  dir: string,
  cover: BlobCover,
  leaveOut: ReadonlySet<Sha256> = new Set(),
): AsyncGenerator<Sha256> {
  const known = cover.known();
  if (known === null) {
    for await (const name of namesOfFiles(dir)) if (isSha256(name) && !leaveOut.has(name)) yield name;
    return;
  }
  for await (const sha256 of known) {
    if (leaveOut.has(sha256)) continue;
    const seat = await cover.seat(sha256);
    if (seat !== null && (await readStored(pathOf(dir, seat.name), 'look')) !== null) yield sha256;
  }
}

/**
 * Names of all files under which bytes lie, in no order; those of `incoming` left out.
 *
 * @example
 * for await (const name of namesOfFiles('/vault/data-1/blobs')) count += 1;
 */
export async function* namesOfFiles(dir: string): AsyncGenerator<string> {
  for (const folder of await namesIn(dir)) {
    if (!/^[0-9a-f]{2}$/.test(folder)) continue;
    for (const rest of await namesIn(join(dir, folder))) yield `${folder}${rest}`;
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

async function checkBytes(
  dir: string,
  cover: BlobCover,
  leaveOut: ReadonlySet<Sha256> = new Set(),
): Promise<readonly Sha256[]> {
  const bad: Sha256[] = [];
  for await (const sha256 of listHashes(dir, cover, leaveOut)) {
    const seat = await cover.seat(sha256);
    if (seat === null || (await whole(dir, seat, sha256)) === null) bad.push(sha256);
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
