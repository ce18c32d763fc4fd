/**
 * The key under which pseudonyms are made: random, in the settings of the record, so that it goes where the record goes (backups,
 * another engine, new keys of the vault) and nowhere else. Made at the first publication or clearance.
 */
import { sha256Hex } from '../../crypto/sha256.ts';
import { loggedSettings } from '../change-settings.ts';
import type { Desk } from '../desk.ts';

/**
 * The key of this record; made and logged when there is none.
 *
 * @param by who asks, for the log; null: the log cannot be written, and a key is made that holds for this once
 * @example
 * await pseudonymKey(desk, 'A. Archivist'); // 64 hexadecimal digits
 */
export async function pseudonymKey(desk: Desk, by: string | null): Promise<string> {
  const known = (await desk.store.settings()).pseudonymKey;
  if (known !== undefined) return known;
  // Ids are random: two of them hold more chance than the key.
  const made = sha256Hex(`${desk.newId('decision')} ${desk.newId('decision')}`);
  if (by === null) return made;
  return (await loggedSettings(desk, { pseudonymKey: made }, by)).pseudonymKey ?? made;
}
