/**
 * The keys of an open vault, all derived from its master key, each for one purpose. Closing wipes what can be wiped.
 */
import { deriveKey } from '../../crypto/derive-key.ts';
import { ED25519_COSIGNATURE, type NoteSigner, noteSigner } from '../../crypto/note-key.ts';
import { openWrappedKey } from '../../crypto/wrapped-key.ts';
import type { LogIdentity } from '../../desk/ports/record-store.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import { type VaultFile, vaultFileIsWhole } from '../vault-file.ts';

/** Context under which the signing seed is wrapped; part of the format. */
export const SEED_CONTEXT = 'onrecord/log-seed/v1';

export interface VaultKeys {
  /** Raw key of the database file; null in a vault without encryption. */
  readonly database: Uint8Array | null;
  /** Wraps the keys of blobs; null in a vault without encryption. */
  readonly blobs: Uint8Array | null;
  readonly backup: Uint8Array;
  /** Raw key of the index of text reuse; null in a vault without encryption. */
  readonly reuse: Uint8Array | null;
  /** Raw key of the desk's notes; null in a vault without encryption. */
  readonly notes: Uint8Array | null;
  /** Raw key of the queue of jobs, and of what waits in its spool; null in a vault without encryption. */
  readonly jobs: Uint8Array | null;
  /** Seals what is kept of a team's accounts, also in a vault without encryption; a change of keys leaves it. */
  readonly team: Uint8Array;
  readonly signer: NoteSigner;
  /** Cosigns checkpoints of other logs; a key of its own, so that the log's key never signs two formats. */
  readonly cosigner: NoteSigner;
  readonly identity: LogIdentity;
  /** Overwrites the keys. */
  wipe(): void;
}

/**
 * Derives the keys, and refuses a description that was changed.
 *
 * @param master 32 bytes
 * @throws OnRecordError `damaged`
 * @example
 * const keys = vaultKeys(file, master, '/vault');
 */
export function vaultKeys(
  file: VaultFile & { readonly mac: string },
  master: Uint8Array,
  dir: string,
): VaultKeys {
  const encrypted = file.protection.kind === 'encrypted';
  const seed = openWrappedKey({
    wrapped: file.log.seed,
    key: deriveKey(master, 'onrecord/log-key/v1'),
    context: SEED_CONTEXT,
  });
  if (seed === null || !vaultFileIsWhole(file, deriveKey(master, 'onrecord/vault-file/v1'))) {
    throw new OnRecordError(
      'damaged',
      `vault.json in ${dir} was changed after it was written, or the key is of another vault. Keep a copy of the folder as it is, then restore a backup.`,
      { subject: dir },
    );
  }
  const database = encrypted ? deriveKey(master, 'onrecord/database/v1') : null;
  const blobs = encrypted ? deriveKey(master, 'onrecord/blob-keys/v1') : null;
  const backup = deriveKey(master, 'onrecord/backup/v1');
  const reuse = encrypted ? deriveKey(master, 'onrecord/reuse-index/v1') : null;
  const notes = encrypted ? deriveKey(master, 'onrecord/desk-notes/v1') : null;
  const jobs = encrypted ? deriveKey(master, 'onrecord/jobs/v1') : null;
  const team = deriveKey(seed, 'onrecord/team/v1');
  const signer = noteSigner(file.log.origin, seed);
  const witnessSeed = deriveKey(seed, 'onrecord/witness-key/v1');
  const cosigner = noteSigner(`${file.log.origin}/witness`, witnessSeed, ED25519_COSIGNATURE);
  return {
    database,
    blobs,
    backup,
    reuse,
    notes,
    jobs,
    team,
    signer,
    cosigner,
    identity: { origin: file.log.origin, vkey: file.log.vkey },
    wipe: () => {
      for (const key of [database, blobs, backup, reuse, notes, jobs, team, seed, witnessSeed]) key?.fill(0);
    },
  };
}
