/** Data folders that a vault does not name: what a change of keys left, or had not finished when it was killed. */
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { OnRecordError } from '../../record/onrecord-error.ts';
import { syncFolder } from '../blobs/sync-folder.ts';
import { readVaultFile, type VaultFile } from '../vault-file.ts';

/**
 * Removes every data folder but the vault's own. Call it only while the vault's database is open: no change of keys can
 * run then.
 *
 * @param file as it was read before the database was opened
 * @returns names of the folders that were removed
 * @throws OnRecordError `vault-busy` when the keys were changed since
 * @example
 * await removeOtherData('/vault', file); // []
 */
export async function removeOtherData(
  root: string,
  file: Pick<VaultFile, 'id' | 'data'>,
): Promise<readonly string[]> {
  await refuseChanged(root, file);
  const names = await readdir(root);
  const others = names.filter((name) => /^data-[0-9]{1,9}$/.test(name) && name !== file.data);
  for (const name of others) await rm(join(root, name), { recursive: true, force: true });
  if (others.length > 0) await syncFolder(root);
  return others;
}

/**
 * Sees that the description is still the one that was read: somebody may have changed the keys since.
 *
 * @throws OnRecordError `vault-busy`
 * @example
 * await refuseChanged('/vault', file);
 */
export async function refuseChanged(root: string, file: Pick<VaultFile, 'id' | 'data'>): Promise<void> {
  const now = await readVaultFile(root);
  if (now.id === file.id && now.data === file.data) return;
  throw new OnRecordError(
    'vault-busy',
    'The keys of this vault were changed by another process just now. Run this again.',
    { subject: root },
  );
}
