/** What is wrong with accesses before they are logged. */
import type { AccessesLogged } from '../record/changes/of-accesses.ts';
import { ACCESS_ACTS } from '../record/team/access.ts';
import { type FaultSheet, fault } from './fault-sheet.ts';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/u;

/**
 * Notes every fault.
 *
 * @example
 * checkAccesses(sheet, change);
 */
export function checkAccesses(sheet: FaultSheet, { accesses }: AccessesLogged): void {
  if (accesses.length === 0) fault(sheet, 'accesses', 'There is none: an entry holds one at least.');
  let before = 0;
  for (const [index, { seq, at, act, about }] of accesses.entries()) {
    const path = `accesses[${index}]`;
    if (!Number.isSafeInteger(seq) || seq <= before)
      fault(sheet, `${path}.seq`, 'Numbers must grow from one to the next.');
    if (!INSTANT.test(at)) fault(sheet, `${path}.at`, 'It must be an instant in UTC.');
    if (!ACCESS_ACTS.some((known) => known === act))
      fault(sheet, `${path}.act`, 'It is none of the known acts.');
    if (about.some((id) => !/^[a-z]{3}_[0-9a-z]{26}$/u.test(id)))
      fault(sheet, `${path}.about`, 'It holds ids alone: no words.');
    before = seq;
  }
}
