/** `vault.json`: says that a folder is a vault, and of which version. Written last, so that a half-made vault has none. */

import { randomUUID } from 'node:crypto';
import { link, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { OnRecordError } from '../record/onrecord-error.ts';
import { syncFolder } from './blobs/sync-folder.ts';

/** Name of the format. */
export const VAULT_FORMAT = 'onrecord-vault';
/** The layout this program writes: which files lie where. */
export const VAULT_VERSION = 1;

export interface VaultFile {
  readonly format: typeof VAULT_FORMAT;
  readonly version: number;
  /** ISO 8601 instant, UTC. */
  readonly createdAt: string;
}

const FILE = 'vault.json';

/**
 * Reads and checks the file.
 *
 * @throws OnRecordError `no-vault`, `vault-too-new`, `damaged`
 * @example
 * (await readVaultFile('/vault')).version; // 1
 */
export async function readVaultFile(dir: string): Promise<VaultFile> {
  let content: string;
  try {
    content = await readFile(join(dir, FILE), 'utf8');
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : '';
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw cause;
    throw new OnRecordError(
      'no-vault',
      `There is no vault in ${dir}. Make one with: onrecord init, or name one with --vault.`,
      {
        subject: dir,
        cause,
      },
    );
  }
  return checked(content, dir);
}

function checked(content: string, dir: string): VaultFile {
  let value: Partial<VaultFile> | null = null;
  try {
    value = JSON.parse(content) as Partial<VaultFile> | null;
  } catch {
    value = null;
  }
  if (value?.format !== VAULT_FORMAT || !Number.isInteger(value.version)) {
    throw new OnRecordError(
      'damaged',
      `${join(dir, FILE)} is not a vault's description. Restore it from a backup.`,
      { subject: dir },
    );
  }
  if (Number(value.version) > VAULT_VERSION) {
    throw new OnRecordError(
      'vault-too-new',
      `The vault in ${dir} has version ${value.version}; this onrecord knows up to ${VAULT_VERSION}. Update onrecord to open it.`,
      { subject: dir },
    );
  }
  return { format: VAULT_FORMAT, version: Number(value.version), createdAt: String(value.createdAt) };
}

/**
 * Writes the file whole or not at all; of two makers at once, one wins.
 *
 * @throws OnRecordError `vault-exists`
 * @example
 * await writeVaultFile('/vault', '2017-05-18T09:00:00.000Z');
 */
export async function writeVaultFile(dir: string, createdAt: string): Promise<void> {
  const value: VaultFile = { format: VAULT_FORMAT, version: VAULT_VERSION, createdAt };
  const beside = join(dir, `${FILE}.${randomUUID()}`);
  try {
    const file = await open(beside, 'wx', 0o600);
    try {
      await file.writeFile(`${JSON.stringify(value, null, 2)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await link(beside, join(dir, FILE));
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') throw vaultExists(dir);
    throw cause;
  } finally {
    await rm(beside, { force: true });
  }
  await syncFolder(dir);
}

/**
 * The error for a second making.
 *
 * @example
 * throw vaultExists('/vault');
 */
export function vaultExists(dir: string): OnRecordError {
  return new OnRecordError(
    'vault-exists',
    `There is a vault in ${dir} already. Use it, or choose another folder with --vault.`,
    {
      subject: dir,
    },
  );
}
