/**
 * Keys for single purposes from the master key: HKDF-SHA256 (RFC 5869), empty salt, the purpose as info, 32 bytes.
 * Whoever learns one of them learns neither the master key nor another of them. Refuses purposes that are not on
 * the list and keys that are not 32 bytes: a key must not be derived by a slip of the pen.
 */
import { hkdfSync } from 'node:crypto';

/** Bytes of every symmetric key here. */
export const KEY_BYTES = 32;

/**
 * What a derived key may be for; the text is the HKDF info. A changed meaning gets a new number, never the old text.
 * database: the SQLite file. blob-keys: wraps the identity of each blob. vault-file: the MAC over vault.json.
 * backup: one backup file. log-key: wraps the seed that signs checkpoints. scratch: files that live for one run.
 * witness-key: the seed that cosigns other logs; derived from the log's seed, so that it outlives a change of master key.
 * reuse-index: the file that holds the index of text reuse. desk-notes: the file of drafts and saved searches.
 * jobs: the queue of jobs, and the files that wait to be taken in.
 * team: seals accounts, sessions and invitations of a team, and hashes their secrets; derived from the log's seed, so that passphrases
 * of members outlive a change of master key.
 * recovery-key: wraps the master key; derived from the printed recovery key, not from the master key.
 * member-sign, member-receive: a member's Ed25519 seed and X25519 secret; derived from the member's own secret.
 */
export const KEY_PURPOSES = [
  'onrecord/database/v1',
  'onrecord/blob-keys/v1',
  'onrecord/vault-file/v1',
  'onrecord/backup/v1',
  'onrecord/log-key/v1',
  'onrecord/scratch/v1',
  'onrecord/witness-key/v1',
  'onrecord/recovery-key/v1',
  'onrecord/reuse-index/v1',
  'onrecord/member-sign/v1',
  'onrecord/member-receive/v1',
  'onrecord/desk-notes/v1',
  'onrecord/jobs/v1',
  'onrecord/team/v1',
] as const;

/** One of the purposes a key may be derived for. */
export type KeyPurpose = (typeof KEY_PURPOSES)[number];

/**
 * Derives the key for one purpose; the same master key and purpose always give the same 32 bytes.
 *
 * @param master 32 bytes
 * @throws TypeError when the master key is not 32 bytes or the purpose is not on the list
 * @example
 * const databaseKey = deriveKey(master, 'onrecord/database/v1');
 */
export function deriveKey(master: Uint8Array, purpose: KeyPurpose): Uint8Array {
  if (master.length !== KEY_BYTES) throw new TypeError(`A master key has ${KEY_BYTES} bytes.`);
  if (!KEY_PURPOSES.includes(purpose)) throw new TypeError('This purpose of a key is not on the list.');
  return new Uint8Array(hkdfSync('sha256', master, new Uint8Array(0), purpose, KEY_BYTES));
}
