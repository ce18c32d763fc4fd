/**
 * The spool as a folder that all workers of a vault see. A file is written beside, synchronised and moved into place, so that
 * it is whole or not there; in an encrypted vault each is an age file under a key of its own, made from the vault's.
 */
import { createHmac, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ageDecrypt, ageEncrypt } from '../../crypto/age-file.ts';
import type { Spool, SpooledFile } from '../../desk/ports/spool.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import { syncFolder } from '../blobs/sync-folder.ts';
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
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw storageFault(error, dir);
    }
  };
  return {
    put: (file) =>
      guarded(async () => {
        const name = randomUUID();
        const packed = pack(file);
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

function pack({ bytes, ...said }: SpooledFile): Uint8Array {
  const head = Buffer.from(JSON.stringify(said));
  const length = Buffer.alloc(LENGTH);
  length.writeUInt32BE(head.length);
  return Buffer.concat([length, head, bytes]);
}

function unpack(packed: Uint8Array, name: string): SpooledFile {
  const all = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
  try {
    const from = LENGTH + all.readUInt32BE(0);
    const said = JSON.parse(all.toString('utf8', LENGTH, from)) as Omit<SpooledFile, 'bytes'>;
    return { ...said, bytes: Uint8Array.from(all.subarray(from)) };
  } catch {
    throw damaged(name);
  }
}

function damaged(name: string): OnRecordError {
  return new OnRecordError(
    'damaged',
    `A file that waits to be taken in (${name}) was changed, or is of another vault. Hand it in again, then take the job out: onrecord jobs drop`,
    { subject: name },
  );
}
