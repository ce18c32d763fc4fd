/**
 * Gives a vault new keys throughout: a new master key, passphrase and recovery key, everything encrypted anew in a new data
 * folder, and vault.json exchanged in one step. Killed at any moment it leaves the vault as it was or with the new keys,
 * and what is left over is removed when the vault is opened again.
 */
import { resolve } from 'node:path';
import { deriveKey } from '../../crypto/derive-key.ts';
import { openWrappedKey } from '../../crypto/wrapped-key.ts';
import type { RekeyReport } from '../../desk/ports/backups.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import { refuseElsewhere } from '../blobs/open-blobs.ts';
import { clearWork } from '../jobs/work-folder.ts';
import { masterKey } from '../keys/open-master.ts';
import { SEED_CONTEXT, vaultKeys } from '../keys/vault-keys.ts';
import { placeOfRecord } from '../place-of-record.ts';
import { storageFault } from '../sqlite/sqlite-fault.ts';
import { readVaultFile, type VaultFile } from '../vault-file.ts';
import type { OldVault, RekeyWork } from './fresh-keys.ts';
import { rekeyEmbedded } from './rekey-embedded.ts';

export interface RekeyOptions extends RekeyWork {
  /** Opens the vault as it is: 32 bytes; null for one without encryption. */
  readonly master: Uint8Array | null;
  /** Address of the PostgreSQL database, for a vault whose record lies there. */
  readonly database?: string | null;
}

/**
 * Changes all keys of a vault.
 *
 * @throws OnRecordError `locked`, `vault-busy` when another process has it open or changes its keys, `damaged` when it is
 * not whole, `disk-full`: there must be room for everything in the vault's folder once more
 * @example
 * await rekeyVault('./kessar', { master, keys: { kind: 'encrypted', passphrase, recoveryKey, cost }, groupKey });
 */
export async function rekeyVault(dir: string, options: RekeyOptions): Promise<RekeyReport> {
  const root = resolve(dir);
  try {
    const file = await readVaultFile(root);
    await refuseElsewhere(root, 'Keys cannot be changed');
    const address = placeOfRecord(file, options.database ?? null, root);
    const master = masterKey(file, options.master, root);
    const keys = vaultKeys(file, master, root);
    const seed = seedOf(file, master, root);
    master.fill(0);
    try {
      await clearWork(root);
      const entries = await exchangeKeys({ root, file, keys, seed }, options, address);
      return { dir: root, entries, wasUnencrypted: file.protection.kind === 'none' };
    } finally {
      keys.wipe();
      seed.fill(0);
    }
  } catch (error) {
    throw storageFault(error, root);
  }
}

async function exchangeKeys(old: OldVault, work: RekeyWork, address: string | null): Promise<number> {
  if (address === null) return rekeyEmbedded(old, work);
  const { rekeyPostgres } = await import('../postgres/rekey-postgres.ts');
  return rekeyPostgres(old, { ...work, address });
}

function seedOf(file: VaultFile, master: Uint8Array, root: string): Uint8Array {
  const key = deriveKey(master, 'onrecord/log-key/v1');
  const seed = openWrappedKey({ wrapped: file.log.seed, key, context: SEED_CONTEXT });
  if (seed !== null) return seed;
  throw new OnRecordError('damaged', `The log's key of the vault in ${root} does not open.`, {
    subject: root,
  });
}
