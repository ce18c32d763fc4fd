/** Opens the sealed part of a desk that a member serves on their own machine. No server for a team calls this. */

import { OnRecordError } from '../desk/desk.ts';
import { durationWords } from '../record/duration-words.ts';
import type { SealedDoor } from '../server/sealed/sealed-door.ts';
import { caseTools } from './case-tools.ts';
import type { OpenDesk } from './open-desk.ts';

/**
 * Puts it together, locked. A wait after wrong passphrases is told instead of waited for.
 *
 * @param memberFolder where the member files of this machine lie; null: in the vault
 * @example
 * const sealed = await sealedDoor(desk, null);
 */
export async function sealedDoor(desk: OpenDesk, memberFolder: string | null): Promise<SealedDoor> {
  const [{ openSealedDoor }, { openCountsThreads }, tools] = await Promise.all([
    import('../server/sealed/open-sealed-door.ts'),
    import('../engine/counts/open-counts-threads.ts'),
    caseTools(),
  ]);
  const cases = tools.over(desk, memberFolder, () => undefined);
  return openSealedDoor(
    { ...cases, pause: async (milliseconds) => refuse(milliseconds) },
    (milliseconds, run) => {
      const timer = setTimeout(run, milliseconds);
      timer.unref();
      return () => clearTimeout(timer);
    },
    openCountsThreads(),
  );
}

function refuse(milliseconds: number): never {
  throw new OnRecordError(
    'locked',
    `The passphrase was wrong several times: wait ${durationWords(Math.ceil(milliseconds / 1000) * 1000)} before the next try.`,
  );
}
