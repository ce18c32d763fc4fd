/**
 * The folder inside a vault that holds its data: `record.sqlite`, unless the record lies in PostgreSQL, and `blobs/`. Every
 * making gets a folder of its own, so that two makers never write into one; what was interrupted is marked as such.
 */
import { access, chmod, constants, mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { OnRecordError } from '../record/onrecord-error.ts';
import { syncFolder } from './blobs/sync-folder.ts';
import { makeFolder } from './make-folder.ts';
import { migrate } from './sqlite/migrate.ts';
import { openDatabase } from './sqlite/open-database.ts';

/** Name of the database file. */
export const DATABASE = 'record.sqlite';
/** Name of the folder of bytes. */
export const BLOBS = 'blobs';
/** Stands in a data folder until the vault.json that names it is there. */
const UNFINISHED = 'unfinished';
const BUSY_TIMEOUT = 5000;

/**
 * Which of the vault's data folders it is: every change of keys makes the next one.
 *
 * @example
 * dataNumber('data-2'); // 2
 */
export function dataNumber(data: string): number {
  return Number(data.slice('data-'.length));
}

/**
 * Makes a data folder for a vault whose record lies elsewhere, and gives its path.
 *
 * @example
 * await makeBareData('/vault', 'data-1'); // '/vault/data-1'
 */
export async function makeBareData(root: string, data: string): Promise<string> {
  const folder = join(root, data);
  makeFolder(folder, 0o700);
  await (await open(join(folder, UNFINISHED), 'w', 0o600)).close();
  makeFolder(join(folder, BLOBS), 0o700);
  return folder;
}

/**
 * Makes an empty data folder, in which nothing may lie yet. Call `dataIsWhole` once vault.json names it.
 *
 * @param key of the database; null: not encrypted
 * @throws OnRecordError `damaged`
 * @example
 * await makeData('/vault', 'data-1', key);
 */
export async function makeData(root: string, data: string, key: Uint8Array | null): Promise<void> {
  const folder = await makeBareData(root, data);
  const file = join(folder, DATABASE);
  const db = await openDatabase(file, { readOnly: false, busyTimeout: BUSY_TIMEOUT, create: true, key });
  try {
    await chmod(file, 0o600);
    migrate(db);
  } finally {
    db.close();
  }
  await syncFolder(folder);
}

/**
 * Says that a data folder is in use: vault.json names it. What interrupted makings left is taken away.
 *
 * @example
 * await dataIsWhole('/vault', 'data-1');
 */
export async function dataIsWhole(root: string, data: string): Promise<void> {
  await rm(join(root, data, UNFINISHED), { force: true });
  for (const name of await readdir(root)) {
    const left = name !== data && /^data-\d+$/.test(name) && (await exists(join(root, name, UNFINISHED)));
    if (left) await rm(join(root, name), { recursive: true, force: true });
  }
}

/**
 * Makes a data folder that nobody else has, and gives its name.
 *
 * @throws OnRecordError `damaged` when a record lies here that lost its vault.json
 * @example
 * await newData('/vault'); // 'data-1'
 */
export async function newData(root: string): Promise<string> {
  const numbers: number[] = [];
  for (const name of await readdir(root)) {
    const number = /^data-(\d+)$/.exec(name)?.[1];
    if (number === undefined) continue;
    numbers.push(Number(number));
    const folder = join(root, name);
    if ((await exists(join(folder, DATABASE))) && !(await exists(join(folder, UNFINISHED))))
      throw lostDescription(root);
  }
  for (let number = Math.max(0, ...numbers) + 1; ; number += 1) {
    if (await madeNew(join(root, `data-${number}`))) return `data-${number}`;
  }
}

/** False: another maker was quicker. */
async function madeNew(folder: string): Promise<boolean> {
  try {
    await mkdir(folder, { mode: 0o700 });
    await (await open(join(folder, UNFINISHED), 'w', 0o600)).close();
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function lostDescription(root: string): OnRecordError {
  return new OnRecordError(
    'damaged',
    `${root} holds a record but has lost vault.json, without which it cannot be opened. Restore that file from a backup, or choose another folder.`,
    { subject: root },
  );
}

/**
 * Whether something of that name is there.
 *
 * @example
 * await exists('/vault/vault.json');
 */
export async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      return false;
    throw error;
  }
}

/**
 * Whether this user may write to the folder and, where one is named, the file.
 *
 * @param file null: the folder alone
 * @example
 * await writable('/vault', null);
 */
export async function writable(dir: string, file: string | null): Promise<boolean> {
  try {
    await access(dir, constants.W_OK);
    if (file !== null) await access(file, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
