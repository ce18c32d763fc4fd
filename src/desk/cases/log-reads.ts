/**
 * Who read what, sealed in the compartment itself: one record for what one member did in one sitting, or a part of it. The
 * command line writes it before anything is printed, so that stopping the program leaves no read unlogged.
 */
import { type CaseReads, createCaseReads, type ReadKind } from '../../record/case/case-reads.ts';
import type { CaseId, DocumentId } from '../../record/id.ts';
import { OnRecordError } from '../desk.ts';
import type { CaseDesk } from './case-desk.ts';
import { type OpenCompartment, rememberSeen } from './open-compartment.ts';
import { jsonBytes, jsonValue, openedContent, sealedEntry } from './sealed-content.ts';

/**
 * Notes a read; it is written by `flushReads`.
 *
 * @example
 * noteRead(desk, room, 'show', id);
 */
export function noteRead(
  desk: CaseDesk,
  room: OpenCompartment,
  kind: ReadKind,
  of: CaseId | DocumentId | null,
): void {
  room.reads.push({ at: desk.clock().toISOString(), kind, of });
}

/**
 * Writes what was read, when there is anything, and keeps what the member has seen.
 *
 * @param most nothing is written while no more than so many reads wait; 0: always
 * @throws OnRecordError `read-only`: nothing may be shown then; `vault-busy`, `disk-full`
 * @example
 * await flushReads(desk, room);
 */
export async function flushReads(desk: CaseDesk, room: OpenCompartment, most = 0): Promise<void> {
  if (room.reads.length > most) {
    const reads = createCaseReads({ by: room.me.id, reads: [...room.reads] });
    const id = desk.newId('reads');
    await desk.store.append([sealedEntry(desk, room, { id, version: 1, content: jsonBytes(reads) })]);
    room.reads.length = 0;
  }
  await rememberSeen(desk, room);
}

/** A read with who it was. */
export type ReadBy = CaseReads['reads'][number] & { readonly by: CaseReads['by'] };

/**
 * Everything that was read in a compartment, oldest first, and what did not open.
 *
 * @example
 * const { reads } = await readLog(desk, room);
 */
export async function readLog(
  desk: CaseDesk,
  room: OpenCompartment,
): Promise<{ readonly reads: readonly ReadBy[]; readonly faults: readonly string[] }> {
  const reads: ReadBy[] = [];
  const faults: string[] = [];
  await desk.store.eachSealed(room.id, 'reads', (stored) => {
    try {
      const found = createCaseReads(jsonValue(stored.id, openedContent(room, stored)) as CaseReads);
      reads.push(...found.reads.map((one) => ({ ...one, by: found.by })));
    } catch (error) {
      if (!(error instanceof OnRecordError)) throw error;
      faults.push(error.message);
    }
  });
  return { reads, faults };
}
