/** What the commands of compartments and cases need beside an open desk. */
import type { CaseDesk } from '../desk/cases/case-desk.ts';
import type { PassphraseSource } from '../desk/ports/passphrase-source.ts';
import type { SingleFiles } from '../desk/ports/single-files.ts';
import type { OpenDesk } from './open-desk.ts';
import { passphraseWork } from './passphrase-work.ts';

export interface CaseTools {
  readonly source: PassphraseSource;
  readonly files: SingleFiles;
  /** All bytes of standard input. */
  readInput(): Promise<Uint8Array>;
  /**
   * A desk for cases over an open one.
   *
   * @param memberFolder where the member files of this machine lie; null: in the vault
   * @param onPause is told how long a person must wait, in milliseconds
   */
  over(desk: OpenDesk, memberFolder: string | null, onPause: (milliseconds: number) => void): CaseDesk;
  /** The 32 bytes of a printed recovery key, or a sentence that says what is wrong with it. */
  readRecoveryKey(
    typed: string,
  ): { readonly ok: true; readonly key: Uint8Array } | { readonly ok: false; readonly message: string };
}

/**
 * Loads them.
 *
 * @example
 * const tools = await caseTools();
 */
export async function caseTools(): Promise<CaseTools> {
  const [
    { openPassphraseSource },
    { openSingleFiles },
    { openMemberFiles },
    { readRecoveryKey },
    { join, resolve },
  ] = await Promise.all([
    import('../intake/passphrase-source.ts'),
    import('../storage/single-files.ts'),
    import('../storage/member-files.ts'),
    import('../crypto/recovery-key.ts'),
    import('node:path'),
  ]);
  return {
    source: openPassphraseSource(),
    files: openSingleFiles(),
    readInput: async () => {
      const parts: Uint8Array[] = [];
      for await (const part of process.stdin) parts.push(part as Uint8Array);
      return new Uint8Array(Buffer.concat(parts));
    },
    over: (desk, memberFolder, onPause) => ({
      ...desk,
      random: (count) => crypto.getRandomValues(new Uint8Array(count)),
      members: openMemberFiles(memberFolder === null ? join(desk.dir, 'members') : resolve(memberFolder)),
      pause: async (milliseconds) => {
        onPause(milliseconds);
        await new Promise((resolved) => setTimeout(resolved, milliseconds));
      },
      passphraseWork,
    }),
    readRecoveryKey,
  };
}
