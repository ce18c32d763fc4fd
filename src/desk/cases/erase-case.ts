/**
 * Erases a case with its documents, or one document: the keys of all versions, their salts and ciphertexts are destroyed, and
 * the log keeps that something was erased and when, not what or why. Nobody can take it back.
 */
import type { CaseId, Sha256 } from '../../record/id.ts';
import type { SealedId } from '../../record/sealed/sealed-record.ts';
import { OnRecordError } from '../desk.ts';
import type { NewEntry } from '../ports/record-store.ts';
import type { CaseDesk } from './case-desk.ts';
import { documentMeant } from './case-documents.ts';
import { flushReads, noteRead } from './log-reads.ts';
import type { OpenCompartment } from './open-compartment.ts';
import { readCase } from './read-case.ts';
import { appendCase, caseEntry, markSeen } from './save-case.ts';

export interface CaseErased {
  /** Sealed records that are gone: the case, its documents. */
  readonly gone: readonly SealedId[];
  /** What this does not reach, in sentences. */
  readonly remains: readonly string[];
}

/**
 * Erases it.
 *
 * @param document id of a document, or its beginning: that one alone; null: the whole case
 * @throws OnRecordError `not-found`, `vault-busy` when something of it was saved meanwhile
 * @example
 * await eraseCase(desk, room, id, null);
 */
export async function eraseCase(
  desk: CaseDesk,
  room: OpenCompartment,
  id: CaseId,
  document: string | null,
): Promise<CaseErased> {
  const { case: one, version } = await readCase(desk, room, id);
  const only = document === null ? null : documentMeant(one.documents, document, id);
  const going = only === null ? [id, ...one.documents.map((each) => each.id)] : [only.id];
  noteRead(desk, room, 'erase', only?.id ?? id);
  await flushReads(desk, room);
  const planned = await Promise.all(going.map((each) => erasureOf(desk, room, each)));
  const there = planned.filter((each) => each !== null);
  const removals = await Promise.all(
    there.flatMap(({ blob }) => (blob === null ? [] : [desk.blobs.remove(blob)])),
  );
  const entries = there.map(({ entry }) => entry);
  if (only === null) await appendErasure(desk, id, entries);
  else {
    const documents = one.documents.filter((each) => each.id !== only.id);
    await appendCase(desk, room, id, [...entries, caseEntry(desk, room, { ...one, documents }, version)]);
    markSeen(room, id, version + 1);
  }
  const ended = await Promise.allSettled(removals.map((remove) => remove()));
  for (const each of going) room.seen.compartments.get(room.id)?.versions.delete(each);
  room.changed = true;
  await flushReads(desk, room);
  const stuck = ended.filter(({ status }) => status === 'rejected').length;
  return { gone: there.map(({ record }) => record), remains: remains(stuck) };
}

/**
 * Erases the sealed record of counts: prepared ones that nobody shall sign, or one that does not open. What was released stays in the
 * log, and in the comparison.
 *
 * @param asked its id or the beginning of it
 * @returns its id
 * @throws OnRecordError `not-found`, `bad-usage`; `vault-busy` when it was signed meanwhile
 * @example
 * await dropCounts(desk, room, 'cnt_7d2');
 */
export async function dropCounts(desk: CaseDesk, room: OpenCompartment, asked: string): Promise<SealedId> {
  const found: SealedId[] = [];
  await desk.store.eachSealed(room.id, 'counts', ({ id }) => {
    if (asked !== '' && id.startsWith(asked)) found.push(id);
  });
  const [id, other] = found;
  if (other !== undefined && id !== asked)
    throw new OnRecordError('bad-usage', 'Several counts begin so: give more of the id.');
  const planned = id === undefined ? null : await erasureOf(desk, room, id);
  if (planned === null)
    throw new OnRecordError(
      'not-found',
      'No counts of this compartment have that id. See: onrecord case counts list',
      { subject: room.id },
    );
  await appendErasure(desk, planned.record, [planned.entry]);
  room.seen.compartments.get(room.id)?.versions.delete(planned.record);
  room.changed = true;
  await flushReads(desk, room);
  return planned.record;
}

interface Planned {
  readonly record: SealedId;
  readonly blob: Sha256 | null;
  readonly entry: NewEntry;
}

async function erasureOf(desk: CaseDesk, room: OpenCompartment, record: SealedId): Promise<Planned | null> {
  const state = await desk.store.sealedState(record);
  if (state === null) return null;
  return {
    record,
    blob: state.blob,
    entry: {
      at: desk.clock().toISOString(),
      agent: room.me.name,
      subject: record,
      body: { action: 'record-erased', compartment: room.id, record, entries: state.entries },
    },
  };
}

async function appendErasure(desk: CaseDesk, id: SealedId, entries: readonly NewEntry[]): Promise<void> {
  try {
    await desk.store.append(entries);
  } catch (error) {
    if (!(error instanceof OnRecordError) || error.code !== 'invalid-record') throw error;
    throw new OnRecordError(
      'vault-busy',
      `${id} was saved or erased by somebody else meanwhile: nothing was erased. Look at it again.`,
      { subject: id, cause: error },
    );
  }
}

function remains(stuck: number): readonly string[] {
  return [
    ...(stuck === 0
      ? []
      : [
          `${stuck} stored files could not be removed from where they lie; their keys are destroyed. Run: onrecord verify`,
        ]),
    'Backups made before still hold it, for whoever is a member now: back up again, and destroy older copies.',
    'Members who saw it keep what they saw.',
  ];
}
