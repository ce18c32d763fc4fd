/** Saves a case as its next version. When somebody else saved one meanwhile, nothing is stored and the words say so. */
import type { Case } from '../../record/case/case.ts';
import type { SealedId } from '../../record/sealed/sealed-record.ts';
import { OnRecordError } from '../desk.ts';
import type { NewEntry } from '../ports/record-store.ts';
import { caseContent } from './case-content.ts';
import type { CaseDesk } from './case-desk.ts';
import { noteRead } from './log-reads.ts';
import { type OpenCompartment, rememberSeen } from './open-compartment.ts';
import { sealedEntry } from './sealed-content.ts';

/**
 * The log entry of the next version of a case.
 *
 * @param version the one that was changed; 0 for a new case
 * @throws OnRecordError `invalid-record` naming paths, never words
 * @example
 * const entry = caseEntry(desk, room, one, 2);
 */
export function caseEntry(desk: CaseDesk, room: OpenCompartment, one: Case, version: number): NewEntry {
  const content = caseContent(one, { savedAt: desk.clock().toISOString(), savedBy: room.me.name });
  return sealedEntry(desk, room, { id: one.id, version: version + 1, content });
}

/**
 * Saves it.
 *
 * @param version the one that was changed; 0 for a new case
 * @returns the version it has now
 * @throws OnRecordError `invalid-record`; `vault-busy` when it was saved by somebody else meanwhile
 * @example
 * await saveCase(desk, room, changed, 2); // 3
 */
export async function saveCase(
  desk: CaseDesk,
  room: OpenCompartment,
  one: Case,
  version: number,
): Promise<number> {
  await appendCase(desk, room, one.id, [caseEntry(desk, room, one, version)]);
  markSeen(room, one.id, version + 1);
  noteRead(desk, room, 'save', one.id);
  await rememberSeen(desk, room);
  return version + 1;
}

/**
 * Appends entries with a version of a case or of counts, and tells a conflict in words.
 *
 * @throws OnRecordError `vault-busy`
 * @example
 * await appendCase(desk, room, id, entries);
 */
export async function appendCase(
  desk: CaseDesk,
  room: OpenCompartment,
  id: SealedId,
  entries: readonly NewEntry[],
): Promise<void> {
  try {
    await desk.store.append(entries);
  } catch (error) {
    const isConflict =
      error instanceof OnRecordError &&
      error.code === 'invalid-record' &&
      error.faults.some(({ path }) => path === 'version' || path === 'recordKeys');
    if (!isConflict) throw error;
    throw new OnRecordError(
      'vault-busy',
      `${id} was saved by somebody else since you opened it, or the members were changed: nothing of yours was stored. Look at it again, and put your change in anew.`,
      { subject: room.id, cause: error },
    );
  }
}

/**
 * Takes note that a version is the newest one.
 *
 * @example
 * markSeen(room, id, 3);
 */
export function markSeen(room: OpenCompartment, id: string, version: number): void {
  room.seen.compartments.get(room.id)?.versions.set(id, version);
  room.changed = true;
}
