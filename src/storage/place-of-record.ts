/** Where the record of a vault lies, and whether the address that was given fits. */
import { OnRecordError } from '../record/onrecord-error.ts';
import type { VaultFile } from './vault-file.ts';

/**
 * Compares a vault's description with the address that a person gave.
 *
 * @returns address of the PostgreSQL database; null: the record is a file of the vault
 * @throws OnRecordError `bad-usage` when one is missing, or is given without need
 * @example
 * placeOfRecord(file, null, '/vault'); // null
 */
export function placeOfRecord(
  { record }: Pick<VaultFile, 'record'>,
  address: string | null,
  root: string,
): string | null {
  if ((record === 'sqlite') === (address === null)) return address;
  throw new OnRecordError(
    'bad-usage',
    address === null
      ? `The record of the vault in ${root} lies in PostgreSQL: name its address with --database or ONRECORD_DATABASE.`
      : `The record of the vault in ${root} lies in the vault itself: open it without --database, and with ONRECORD_DATABASE empty.`,
  );
}
