/** The earlier versions of a case: all that are still sealed, each opened with its own key. */
import type { CaseId } from '../../record/id.ts';
import type { SealedRecordState } from '../../record/sealed/sealed-record.ts';
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
  const state = await stateOf(desk, room, id);
  const versions: HeldCase[] = [];
  const faults: string[] = [];
  await eachVersion(desk, room, { id, entries: state.entries }, (version, open) => {
    try {
      versions.push(open());
    } catch (error) {
      if (!(error instanceof OnRecordError)) throw error;
      faults.push(`Version ${version} does not open.`);
    }
  });
  noteRead(desk, room, 'show', id);
  return { versions: versions.reverse(), faults };
}

/**
 * Opens one version, the newest or an earlier one.
 *
 * @param version 1-based
 * @throws OnRecordError `not-found`; `damaged` when it does not open
 * @example
 * (await caseVersion(desk, room, id, 1)).savedBy;
 */
export async function caseVersion(
  desk: CaseDesk,
  room: OpenCompartment,
  id: CaseId,
  version: number,
): Promise<HeldCase> {
  const state = await stateOf(desk, room, id);
  let found: HeldCase | null = null;
  // Entries stand in the order of the versions; which version one holds is read from the entry itself.
  const entries = state.entries.slice(version - 1, version);
  await eachVersion(desk, room, { id, entries }, (held, open) => {
    if (held === version) found = open();
  });
  if (found === null)
    throw new OnRecordError(
      'not-found',
      `${id} has no version ${version}: the newest is ${state.version}. See: onrecord case versions ${id}`,
      { subject: id },
    );
  noteRead(desk, room, 'show', id);
  return found;
}

async function stateOf(desk: CaseDesk, room: OpenCompartment, id: CaseId): Promise<SealedRecordState> {
  const state = await desk.store.sealedState(id);
  if (state?.compartment === room.id) return state;
  throw new OnRecordError('not-found', 'No case of this compartment has that id. See: onrecord case list', {
    subject: id,
  });
}

async function eachVersion(
  desk: CaseDesk,
  room: OpenCompartment,
  { id, entries }: Pick<SealedRecordState, 'entries'> & { readonly id: CaseId },
  each: (version: number, open: () => HeldCase) => void,
): Promise<void> {
  const keys = new Map((await desk.store.recordKeys(room.id)).map((key) => [key.entry, key]));
  for (const seq of entries) {
    const key = keys.get(seq);
    for await (const { body } of desk.store.log(seq, 1)) {
      if (body?.action !== 'record-sealed' || body.record !== id) continue;
      const { version, sealed, blob } = body;
      const wrapped = key === undefined ? null : { epoch: key.epoch, wrapped: key.wrapped };
      each(version, () => heldCase(room, { id, version, sealed, blob, key: wrapped }, { earlier: true }));
    }
  }
}
