/**
 * The spool as a folder that all workers of a vault see. Files handed in together are one file here: a description in JSON
 * with its length before it, then their bytes one after another. It is written beside, synchronised and moved into place, so that
 * it is whole or not there; in an encrypted vault each is an age file under a key of its own, made from the vault's.
 */
import { createHmac, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ageDecrypt, ageEncrypt } from '../../crypto/age-file.ts';
import type { Spool, SpooledBatch, SpooledFile } from '../../desk/ports/spool.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import { syncFolder } from '../blobs/sync-folder.ts';
import { guardedBy } from '../guarded.ts';
import { storageFault } from '../sqlite/sqlite-fault.ts';

const NAME = /^[0-9a-f-]{36}$/u;
/** Bytes that tell how long the description is. */
const LENGTH = 4;

/**
 * Opens it; the folder is made when the first file comes.
 *
 * @param key 32 bytes; null: the vault is not encrypted
 * @example
 * const spool = fileSpool('/vault/work/spool', key);
 */
export function fileSpool(dir: string, key: Uint8Array | null): Spool {
  const guarded = guardedBy((error) => storageFault(error, dir));
  return {
    put: (batch, name = randomUUID()) =>
      guarded(async () => {
        const packed = pack(batch);
        await keep(dir, name, key === null ? packed : await ageEncrypt(packed, secretOf(key, name)));
        return name;
      }),
    get: (name) =>
      guarded(async () => {
        const stored = NAME.test(name) ? await readIfThere(join(dir, name)) : null;
        if (stored === null) return null;
        const packed = key === null ? stored : await ageDecrypt(stored, secretOf(key, name));
        if (packed === null) throw damaged(name);
        return unpack(packed, name);
      }),
    remove: (name) =>
      guarded(async () => {
        if (!NAME.test(name)) return;
        await rm(join(dir, name), { force: true });
        await syncFolder(dir).catch(() => undefined);
      }),
    names: () => guarded(async () => (await readdir(dir).catch(() => [])).filter((name) => NAME.test(name))),
  };
}

function secretOf(key: Uint8Array, name: string): Uint8Array {
  return createHmac('sha256', key).update(`onrecord/spool/v1 ${name}`).digest();
}

async function keep(dir: string, name: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const beside = join(dir, `${name}.new`);
  try {
    const handle = await open(beside, 'wx', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, join(dir, name));
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
  await syncFolder(dir);
}

async function readIfThere(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** What is told of the files; the bytes follow, `size` for each. */
interface Said extends Pick<SpooledBatch, 'given' | 'agent'> {
  readonly files: readonly (Omit<SpooledFile, 'bytes'> & { readonly size: number })[];
}

/** Until 0.2 every file waited alone, and the rest of it was its bytes. */
type SaidOfOne = Omit<Said, 'files'> & Omit<SpooledFile, 'bytes'>;

function pack({ files, given, agent }: SpooledBatch): Uint8Array {
  const said: Said = {
    given,
    agent,
    files: files.map(({ bytes, ...file }) => ({ ...file, size: bytes.length })),
  };
  const head = Buffer.from(JSON.stringify(said));
  const length = Buffer.alloc(LENGTH);
  length.writeUInt32BE(head.length);
  return Buffer.concat([length, head, ...files.map(({ bytes }) => bytes)]);
}

function unpack(packed: Uint8Array, name: string): SpooledBatch {
  const all = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
  try {
    let from = LENGTH + all.readUInt32BE(0);
    const said = JSON.parse(all.toString('utf8', LENGTH, from)) as Said | SaidOfOne;
    const { given, agent } = said;
    const listed = 'files' in said ? said.files : [{ ...onlyFile(said), size: all.length - from }];
    const files = listed.map(({ size, ...file }) => {
      const bytes = Uint8Array.from(all.subarray(from, from + size));
      if (bytes.length !== size) throw damaged(name);
      from += size;
      return { ...file, bytes };
    });
    return { files, given, agent };
  } catch {
    throw damaged(name);
  }
}

function onlyFile({ fileName, shownAs, sidecar }: SaidOfOne): Omit<SpooledFile, 'bytes'> {
  return { fileName, shownAs, sidecar };
}

function damaged(name: string): OnRecordError {
  return new OnRecordError(
    'damaged',
    `A file that waits to be taken in (${name}) was changed, or is of another vault. Hand it in again, then take the job out: onrecord jobs drop`,
    { subject: name },
  );
}
