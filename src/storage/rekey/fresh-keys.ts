/** What a change of keys works with, wherever the record lies: the vault as it was, and the keys that it gets. */
import { randomBytes } from 'node:crypto';
import type { RestoreProgress } from '../../desk/ports/backups.ts';
import type { Sha256 } from '../../record/id.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import { dataNumber } from '../data-folder.ts';
import { type NewVaultKeys, newVaultFile } from '../keys/new-vault-file.ts';
import { type VaultKeys, vaultKeys } from '../keys/vault-keys.ts';
import type { GroupKey } from '../projection/projection.ts';
import type { VaultFile } from '../vault-file.ts';

/** A vault whose old keys are open. */
export interface OldVault {
  readonly root: string;
  readonly file: VaultFile & { readonly mac: string };
  readonly keys: VaultKeys;
  /** The log's signing seed, 32 bytes: it stays. */
  readonly seed: Uint8Array;
}

export interface RekeyWork {
  /** Passphrase and recovery key from now on. */
  readonly keys: NewVaultKeys & { readonly kind: 'encrypted' };
  readonly groupKey: GroupKey;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: RestoreProgress) => void;
  /** Everything is written anew and proved: called right before the keys change. What it throws stops the change. */
  readonly onReady?: () => void;
}

export interface FreshKeys {
  /** Names the next data folder. */
  readonly file: VaultFile & { readonly mac: string };
  readonly keys: VaultKeys;
}

/**
 * Makes a description of the same vault under a new master key, with its next data folder.
 *
 * @example
 * freshKeys(old, work.keys).file.data; // 'data-2'
 */
export function freshKeys({ root, file, seed }: OldVault, keys: RekeyWork['keys']): FreshKeys {
  const { id, createdAt, record } = file;
  const data = `data-${dataNumber(file.data) + 1}`;
  const identity = { id, createdAt, seed };
  const fresh = newVaultFile({ keys, createdAt, data, record, random: randomBytes, identity });
  const open = vaultKeys(fresh.file, fresh.master, root);
  fresh.master.fill(0);
  return { file: fresh.file, keys: open };
}

/**
 * The error for a vault that is not whole, and keeps its keys therefore.
 *
 * @example
 * throw lostBytes(sha256);
 */
export function lostBytes(sha256: Sha256): OnRecordError {
  return new OnRecordError(
    'damaged',
    `The vault has lost the bytes ${sha256}. Its keys were not changed. Restore the vault from a backup first.`,
    { subject: sha256 },
  );
}
