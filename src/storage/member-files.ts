/**
 * Member files in a folder, `members` of a vault where no other was named: one file a member, and beside it what the member remembers
 * and the copies of their secret that are sealed for custodians.
 */

import { open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { MemberFiles } from '../desk/ports/member-files.ts';
import { isId, type MemberId } from '../record/id.ts';
import { OnRecordError } from '../record/onrecord-error.ts';
import { MIB } from '../record/size-words.ts';
import { syncFolder } from './blobs/sync-folder.ts';
import { guardedBy } from './guarded.ts';
import { makeFolder } from './make-folder.ts';
import { storageFault } from './sqlite/sqlite-fault.ts';

const MOST_BYTES = 64 * MIB;

/**
 * Opens the folder; it is made with the first member.
 *
 * @example
 * const files = openMemberFiles('/vault/members');
 */
export function openMemberFiles(folder: string): MemberFiles {
  const guarded = guardedBy((error) => storageFault(error, folder));
  return {
    folder,
    list: () => guarded(() => listFiles(folder)),
    add: (id, text) =>
      guarded(async () => {
        makeFolder(folder, 0o700);
        const path = join(folder, `${id}.json`);
        if ((await readText(path)) !== null)
          throw new OnRecordError('bad-usage', `There is a member file already: ${path}`, { subject: path });
        await writeWhole(folder, `${id}.json`, text);
      }),
    replace: (id, text) => guarded(() => writeWhole(folder, `${id}.json`, text)),
    destroy: (id) =>
      guarded(async () => {
        for (const name of await namesIn(folder))
          if (name.startsWith(`${id}.`)) await overwrite(join(folder, name));
        await syncFolder(folder).catch(() => undefined);
      }),
    copyFor: (of, custodian) => guarded(() => readText(join(folder, copyName(of, custodian)))),
    keepCopyFor: (of, custodian, text) =>
      guarded(async () => {
        makeFolder(folder, 0o700);
        await writeWhole(folder, copyName(of, custodian), text);
      }),
    note: (id, what) => guarded(() => readText(join(folder, `${id}.${what}`))),
    keepNote: (id, what, text) => guarded(() => writeWhole(folder, `${id}.${what}`, text)),
  };
}

function copyName(of: MemberId, custodian: MemberId): string {
  return `${of}.for.${custodian}`;
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch((error: unknown) => {
    if (isMissing(error)) return [];
    throw error;
  });
}

async function listFiles(folder: string): ReturnType<MemberFiles['list']> {
  const names = await namesIn(folder);
  const found: { id: MemberId; text: string }[] = [];
  for (const name of names.toSorted()) {
    const id = name.endsWith('.json') ? name.slice(0, -5) : '';
    const text = isId('member', id) ? await readText(join(folder, name)) : null;
    if (isId('member', id) && text !== null) found.push({ id, text });
  }
  return found;
}

async function readText(path: string): Promise<string | null> {
  try {
    if ((await stat(path)).size > MOST_BYTES)
      throw new OnRecordError('too-large', `${path} is too large to be what it should be.`, {
        subject: path,
      });
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/** Beside its place first, so that a full disk or a kill leaves the one before whole. */
async function writeWhole(folder: string, name: string, text: string): Promise<void> {
  const fresh = join(folder, `${name}.new`);
  const file = await open(fresh, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  } finally {
    await file.close();
  }
  await rename(fresh, join(folder, name));
  await syncFolder(folder);
}

/** Zeros, then nothing. Some disks keep old sectors: what lies there is wrapped under the passphrase. */
async function overwrite(path: string): Promise<void> {
  const size = await stat(path).then(
    (found) => found.size,
    () => null,
  );
  if (size === null) return;
  const file = await open(path, 'r+');
  try {
    await file.write(new Uint8Array(size), 0, size, 0);
    await file.sync();
  } finally {
    await file.close();
  }
  await rm(path, { force: true });
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
