/** The vault that the demo makes anew each time. Refuses to remove a folder that the demo did not make. */
import { access, readdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { OnRecordError } from '../record/onrecord-error.ts';

const MARK = '.onrecord-example';

/**
 * Removes an example vault of an earlier run.
 *
 * @throws OnRecordError `vault-exists` for any other folder that holds files
 * @example
 * await clearExampleVault('./example-vault');
 */
export async function clearExampleVault(dir: string): Promise<void> {
  const root = resolve(dir);
  const names: readonly string[] = await readdir(root).catch(() => []);
  if (names.length === 0) return;
  const ours = await access(join(root, MARK)).then(
    () => true,
    () => false,
  );
  if (!ours) {
    throw new OnRecordError(
      'vault-exists',
      `${dir} holds files that the demo did not make, so it is left alone. Move it away, or stand in another folder.`,
      { subject: dir },
    );
  }
  await rm(root, { recursive: true, force: true });
}

/**
 * Marks a new vault as made by the demo.
 *
 * @example
 * await markExampleVault('./example-vault');
 */
export async function markExampleVault(dir: string): Promise<void> {
  await writeFile(
    join(resolve(dir), MARK),
    'Made by onrecord demo from fictional reports. It is replaced each time.\n',
  );
}
