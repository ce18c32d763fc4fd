/** What the use cases of compartments are handed beside the desk: chance, the members' own folder, and the work of a try. */
import type { Argon2Cost } from '../../crypto/passphrase-key.ts';
import type { Desk } from '../desk.ts';
import type { MemberFiles } from '../ports/member-files.ts';

export interface CaseDesk extends Desk {
  /** Unpredictable bytes. */
  readonly random: (count: number) => Uint8Array<ArrayBuffer>;
  readonly members: MemberFiles;
  /** Waits; a person is told so. */
  pause(milliseconds: number): Promise<void>;
  /** How much work a try of a new passphrase is. */
  passphraseWork(): Promise<Argon2Cost>;
}
