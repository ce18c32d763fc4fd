/** Opens the sealed part of a desk on a member's own machine. */
import type { CaseDesk } from '../../desk/cases/case-desk.ts';
import type { CountsWork } from '../../desk/ports/counts-work.ts';
import { type After, caseKeeper } from './case-keeper.ts';
import { addCaseRoutes } from './routes/cases.ts';
import { addCountsRoutes } from './routes/counts.ts';
import { addCustodianRoutes } from './routes/custodian.ts';
import { addFileRoutes, takesFiles } from './routes/files.ts';
import { addKeepingRoutes } from './routes/keeping.ts';
import type { SealedDoor } from './sealed-door.ts';

/** A page without a word of what was there, and without a script: the browser lets go of everything when it opens it. */
const BLANK =
  '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>onrecord</title><p><a href="/">onrecord</a></p></html>';

/**
 * Puts it together, locked.
 *
 * @param work for counts from cases
 * @example
 * const door = openSealedDoor(desk, after, work);
 */
export function openSealedDoor(desk: CaseDesk, after: After, work: CountsWork): SealedDoor {
  const keeper = caseKeeper(desk, after);
  return {
    add: (app) => {
      addFileRoutes(app, keeper);
      addKeepingRoutes(app, keeper);
      addCustodianRoutes(app, keeper);
      addCaseRoutes(app, keeper);
      addCountsRoutes(app, keeper, work);
      app.get('/blank', (c) => {
        keeper.lock();
        return c.html(BLANK);
      });
    },
    takesFiles,
    lock: keeper.lock,
  };
}
