/** Cases as they come out of a compartment: one, or all with what did not open. Every read is noted. */
import type { Case } from '../../record/case/case.ts';
import type { CaseHead } from '../../record/case/case-head.ts';
import type { CaseId } from '../../record/id.ts';
import { isId } from '../../record/id.ts';
import { OnRecordError } from '../desk.ts';
import type { StoredSealed } from '../ports/sealed-store.ts';
import { readCaseContent, type Saved } from './case-content.ts';
import type { CaseDesk } from './case-desk.ts';
import { eachCase, type FetchedCase } from './fetch-cases.ts';
import { noteRead } from './log-reads.ts';
import { type OpenCompartment, rememberSeen } from './open-compartment.ts';
import { openedContent } from './sealed-content.ts';

/** A case with its version. */
export interface HeldCase extends Saved {
  readonly case: Case;
  /** 1-based. */
  readonly version: number;
}

/**
 * A case among all: opened, and checked as far as the list needs it. `case` checks the rest when it is asked for, and throws
 * OnRecordError `invalid-record` when that is not right.
 */
export interface ListedHeld extends HeldCase {
  readonly head: CaseHead;
}

/** All cases of a compartment, and what is wrong. */
export interface HeldCases {
  readonly cases: ReadonlyMap<CaseId, ListedHeld>;
  /** One sentence for each record that does not open, is older than it was, or is missing. */
  readonly faults: readonly string[];
}

/**
 * One case.
 *
 * @throws OnRecordError `not-found`, `damaged`
 * @example
 * const { case: one, version } = await readCase(desk, room, id);
 */
export async function readCase(desk: CaseDesk, room: OpenCompartment, id: CaseId): Promise<HeldCase> {
  const stored = await desk.store.sealedRecord(id);
  const state = await desk.store.sealedState(id);
  if (stored === null || state?.compartment !== room.id) throw await missing(desk, room, id);
  const held = heldCase(room, stored);
  noteRead(desk, room, 'show', id);
  return held;
}

/**
 * All cases. What does not open is told and left out; nothing else is held back for it.
 *
 * @example
 * const { cases, faults } = await readCases(desk, room);
 */
export async function readCases(desk: CaseDesk, room: OpenCompartment): Promise<HeldCases> {
  const cases = new Map<CaseId, ListedHeld>();
  const faults: string[] = [];
  const { fetched } = room;
  room.fetched = null;
  await eachCase(desk, { compartment: room.id, fetched }, (one) => {
    try {
      cases.set(one.stored.id as CaseId, listedCase(room, one));
    } catch (error) {
      if (!(error instanceof OnRecordError)) throw error;
      faults.push(error.message);
    }
  });
  faults.push(...(await vanished(desk, room, cases)));
  noteRead(desk, room, 'list', null);
  await rememberSeen(desk, room);
  return { cases, faults };
}

/**
 * A case out of its sealed record.
 *
 * @param options.earlier it is known that there are newer versions
 * @throws OnRecordError `damaged`
 * @example
 * heldCase(room, stored).case.pseudonym;
 */
export function heldCase(
  room: OpenCompartment,
  stored: StoredSealed,
  options: { readonly earlier?: boolean } = {},
): HeldCase {
  const { whole, savedAt, savedBy } = readCaseContent(
    stored.id as CaseId,
    openedContent(room, stored, options),
  );
  return { case: whole(), version: stored.version, savedAt, savedBy };
}

function listedCase(room: OpenCompartment, { stored, body }: FetchedCase): ListedHeld {
  const content = openedContent(room, stored, { body });
  const { head, savedAt, savedBy, whole } = readCaseContent(stored.id as CaseId, content);
  return {
    head,
    version: stored.version,
    savedAt,
    savedBy,
    get case() {
      return whole();
    },
  };
}

/** Cases that were seen before, are not there, and were not erased. */
async function vanished(
  desk: CaseDesk,
  room: OpenCompartment,
  cases: ReadonlyMap<CaseId, unknown>,
): Promise<readonly string[]> {
  const versions = room.seen.compartments.get(room.id)?.versions ?? new Map<string, number>();
  const gone = [...versions.keys()].filter((id): id is CaseId => isId('case', id) && !cases.has(id));
  if (gone.length === 0) return [];
  const erased = await erasedRecords(desk);
  const faults: string[] = [];
  for (const id of gone) {
    if (erased.has(id)) {
      versions.delete(id);
      room.changed = true;
    } else if ((await desk.store.sealedState(id)) === null)
      faults.push(`${id} was seen before and is missing now, and no erasure names it.`);
  }
  return faults;
}

async function erasedRecords({ store }: CaseDesk): Promise<ReadonlySet<string>> {
  const entries = await store.entriesWith('record-erased');
  return new Set(entries.map(({ subject }) => subject));
}

async function missing(desk: CaseDesk, room: OpenCompartment, id: CaseId): Promise<OnRecordError> {
  if ((await erasedRecords(desk)).has(id))
    return new OnRecordError('not-found', `${id} was erased.`, { subject: id });
  const before = room.seen.compartments.get(room.id)?.versions.get(id);
  if (before === undefined) return noSuchCase(room);
  return new OnRecordError('damaged', `${id} was seen before and is missing now, and no erasure names it.`, {
    subject: id,
  });
}

/**
 * What is said where no case is meant.
 *
 * @example
 * throw noSuchCase(room);
 */
export function noSuchCase({ id }: OpenCompartment): OnRecordError {
  return new OnRecordError(
    'not-found',
    'No case of this compartment has that id or pseudonym. See: onrecord case list',
    { subject: id },
  );
}
