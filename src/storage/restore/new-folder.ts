/**
 * The folder into which a vault is restored. A small file says that it is unfinished, until vault.json stands in it: what
 * an interrupted restore left is told from a folder that belongs to somebody, which is never touched.
 */
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { OnRecordError } from '../../record/onrecord-error.ts';
import { dropPlacedBlobs, placeBlobs } from '../blobs/open-blobs.ts';
import { syncFolder } from '../blobs/sync-folder.ts';
import { dataIsWhole } from '../data-folder.ts';
import { makeFolder } from '../make-folder.ts';
import { type VaultFile, vaultExists, writeVaultFile } from '../vault-file.ts';

const MARK = 'restore.unfinished';
const MARK_TEXT = 'A vault is being restored here. Run the same command again, or remove this folder.\n';

/**
 * Readies an empty folder, or one that an interrupted restore left.
 *
 * @param data name of the data folder
 * @param blobs address of the object store that is to hold the bytes; null: the folder
 * @throws OnRecordError `vault-exists`, `bad-usage`, `read-only`, `unreachable`
 * @example
 * await beginFolder('/new-vault', 'data-1', null);
 */
export async function beginFolder(root: string, data: string, blobs: string | null): Promise<void> {
  makeFolder(root, 0o700);
  const names = await readdir(root);
  if (names.includes('vault.json')) {
    // Between vault.json and the removal of the mark the restore was finished.
    throw vaultExists(root);
  }
  const marked = (await readFile(join(root, MARK), 'utf8').catch(() => '')) === MARK_TEXT;
  const strange = names.filter(
    (name) => name !== MARK && !/^(data-[0-9]+|vault\.json\..*|blobs\.json(\.new)?)$/.test(name),
  );
  if ((names.length > 0 && !marked && !isOnlyTornMark(names)) || strange.length > 0) {
    throw new OnRecordError(
      'bad-usage',
      `The folder ${root} is not empty. Name a new folder with --vault: nothing is restored over what is there.`,
      { subject: root },
    );
  }
  // Objects that it sent lie where it said: they go while that still stands there.
  if (marked) await dropPlacedBlobs(root);
  await writeFile(join(root, MARK), MARK_TEXT, { mode: 0o600 });
  await syncFolder(root);
  for (const name of names) if (name !== MARK) await rm(join(root, name), { recursive: true, force: true });
  await rm(join(root, data), { recursive: true, force: true });
  if (blobs !== null) await placeBlobs(root, blobs);
}

/** Killed while the mark itself was written. */
function isOnlyTornMark(names: readonly string[]): boolean {
  return names.length === 1 && names[0] === MARK;
}

/**
 * Makes it a vault: the last step.
 *
 * @throws OnRecordError `vault-exists`
 * @example
 * await finishFolder('/new-vault', file);
 */
export async function finishFolder(root: string, file: VaultFile & { readonly mac: string }): Promise<void> {
  await syncFolder(join(root, file.data));
  await writeVaultFile(root, file, 'make');
  await dataIsWhole(root, file.data);
  await rm(join(root, MARK), { force: true });
  await syncFolder(root);
}

/**
 * Takes away what a failed restore wrote; the folder itself stays when it holds anything else. Objects that cannot be
 * removed now are removed when the restore is begun again.
 *
 * @example
 * await dropFolder('/new-vault', 'data-1');
 */
export async function dropFolder(root: string, data: string): Promise<void> {
  const names: readonly string[] = await readdir(root).catch(() => []);
  if (names.includes('vault.json') || !names.includes(MARK)) return;
  await rm(join(root, data), { recursive: true, force: true });
  const gone = await dropPlacedBlobs(root).then(
    () => true,
    () => false,
  );
  if (gone) await rm(join(root, MARK), { force: true });
}
