/**
 * The description of a vault with its next keys, laid beside the present one until it takes its place. Moving it is the one
 * step by which the keys change, and whoever takes it away first stops the change: of the two exactly one succeeds.
 */
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { OnRecordError } from '../../record/onrecord-error.ts';
import { syncFolder } from '../blobs/sync-folder.ts';
import { type VaultFile, vaultFileText } from '../vault-file.ts';

/** Name of the file, beside vault.json. */
export const NEXT_DESCRIPTION = 'vault.json.next';

/**
 * Lays the next description beside the present one.
 *
 * @example
 * await layNextDescription('/vault', fresh.file);
 */
export async function layNextDescription(
  root: string,
  file: VaultFile & { readonly mac: string },
): Promise<void> {
  const handle = await open(join(root, NEXT_DESCRIPTION), 'w', 0o600);
  try {
    await handle.writeFile(vaultFileText(file));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await syncFolder(root);
}

/**
 * Puts it in the place of the present one: from now on the new keys are in force.
 *
 * @throws OnRecordError `vault-busy` when another process has taken it away
 * @example
 * await moveNextDescription('/vault');
 */
export async function moveNextDescription(root: string): Promise<void> {
  try {
    await rename(join(root, NEXT_DESCRIPTION), join(root, 'vault.json'));
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')) throw cause;
    throw new OnRecordError(
      'vault-busy',
      'Another process opened this vault while its keys were being changed, and the connection that kept it out was lost. Nothing was changed. Run this again.',
      { subject: root, cause },
    );
  }
  await syncFolder(root);
}

/**
 * Takes it away, where there is one: a change that was not finished will not be.
 *
 * @example
 * await dropNextDescription('/vault');
 */
export async function dropNextDescription(root: string): Promise<void> {
  await rm(join(root, NEXT_DESCRIPTION), { force: true });
  await syncFolder(root);
}
