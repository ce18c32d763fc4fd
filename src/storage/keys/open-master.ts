/** The master key with which a vault is opened: handed in for an encrypted one, read from the description otherwise. */
import { KEY_BYTES } from '../../crypto/derive-key.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { VaultFile } from '../vault-file.ts';

/**
 * A copy of the master key, to be overwritten after use.
 *
 * @param given 32 bytes that passphrase, recovery key or agent gave; null: nobody gave any
 * @throws OnRecordError `locked`, `damaged`
 * @example
 * const master = masterKey(file, given, '/vault');
 */
export function masterKey(file: VaultFile, given: Uint8Array | null, dir: string): Uint8Array {
  if (file.protection.kind === 'none') {
    const key = new Uint8Array(Buffer.from(file.protection.key, 'base64'));
    if (key.length === KEY_BYTES) return key;
    throw new OnRecordError('damaged', `The key in ${dir} is not whole. Restore the vault from a backup.`, {
      subject: dir,
    });
  }
  if (given !== null) return new Uint8Array(given);
  throw new OnRecordError('locked', `The vault in ${dir} is encrypted, and no passphrase was given.`, {
    subject: dir,
  });
}
