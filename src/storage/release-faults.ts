/** What is wrong with a release before it is logged. Which releases there are is for the desk: no table holds them. */
import { OnRecordError } from '../record/onrecord-error.ts';
import { createRelease, type ReleaseMade } from '../record/release/release.ts';
import { type FaultSheet, fault } from './fault-sheet.ts';

/**
 * Checks the shape of a release: it is read by whoever publishes, and by nobody before.
 *
 * @example
 * checkReleaseMade(sheet, change);
 */
export function checkReleaseMade(sheet: FaultSheet, { release }: ReleaseMade): void {
  try {
    createRelease(release);
  } catch (error) {
    if (!(error instanceof OnRecordError)) throw error;
    for (const { path, message } of error.faults ?? []) fault(sheet, `release.${path}`, message);
  }
}
