/** The earlier versions of a case: all that are still sealed, each opened with its own key. */
import type { CaseId } from '../../record/id.ts';
import { OnRecordError } from '../desk.ts';
import type { CaseDesk } from './case-desk.ts';
import { noteRead } from './log-reads.ts';
import type { OpenCompartment } from './open-compartment.ts';
import { type HeldCase, heldCase } from './read-case.ts';

export interface CaseHistory {
  /** The newest first. */
  readonly versions: readonly HeldCase[];
  /** One sentence for each version that does not open. */
  readonly faults: readonly string[];
}

/**
 * Opens all versions.
 *
 * @throws OnRecordError `not-found`
 * @example
 * (await caseHistory(desk, room, id)).versions.map(({ version, savedBy }) => [version, savedBy]);
 */
export async function caseHistory(desk: CaseDesk, room: OpenCompartment, id: CaseId): Promise<CaseHistory> {
  const state = await desk.store.sealedState(id);
  if (state === null || state.compartment !== room.id)
    throw new OnRecordError('not-found', 'No case of this compartment has that id.', { subject: id });
  const keys = new Map((await desk.store.recordKeys(room.id)).map((key) => [key.entry, key]));
  const versions: HeldCase[] = [];
  const faults: string[] = [];
  for (const seq of state.entries) {
    const key = keys.get(seq);
    for await (const { body } of desk.store.log(seq, 1)) {
      if (body?.action !== 'record-sealed') continue;
      const { version, sealed, blob } = body;
      const wrapped = key === undefined ? null : { epoch: key.epoch, wrapped: key.wrapped };
      try {
        versions.push(heldCase(room, { id, version, sealed, blob, key: wrapped }, { earlier: true }));
      } catch (error) {
        if (!(error instanceof OnRecordError)) throw error;
        faults.push(`Version ${version} does not open.`);
      }
    }
  }
  noteRead(desk, room, 'show', id);
  return { versions: versions.reverse(), faults };
}
