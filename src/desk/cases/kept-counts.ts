/**
 * Releases of counts in an open compartment. What waits for a second member stands sealed and nowhere else. What was signed
 * off stands there, too, and as an entry of the log, in one step; it is read back from the log, so that nothing that was given
 * away can be left out of the comparison, and both must say the same.
 */

import { signCounts } from '../../crypto/compartment/counts-signature.ts';
import type { Release } from '../../reckon/disclosure/release.ts';
import type { CountsReleased } from '../../record/changes/of-compartments.ts';
import { type CountsId, isId } from '../../record/id.ts';
import { OnRecordError } from '../desk.ts';
import type { CountReleases } from '../ports/count-releases.ts';
import type { NewEntry } from '../ports/record-store.ts';
import {
  type CountsContent,
  checkedRelease,
  preparedText,
  type SignKeys,
} from '../released-counts/checked-release.ts';
import { signKeysOf } from '../released-counts/compartment-heads.ts';
import type { CaseDesk } from './case-desk.ts';

import { followedHeads, type OpenCompartment, rememberSeen } from './open-compartment.ts';
import { appendCase, markSeen } from './save-case.ts';
import { jsonBytes, jsonValue, openedContent, sealedEntry } from './sealed-content.ts';

/** Everything of a compartment's counts. */
export interface KeptCounts {
  /** Prepared and not signed off, in the order in which they were prepared. */
  readonly waiting: readonly Release[];
  /** Signed off, the oldest first. */
  readonly released: readonly Release[];
}

/**
 * Reads and checks all of it.
 *
 * @throws OnRecordError `damaged`, `verify-failed`: nothing can be released then
 * @example
 * const { waiting, released } = await keptCounts(desk, room);
 */
export async function keptCounts(desk: CaseDesk, room: OpenCompartment): Promise<KeptCounts> {
  const keys = await signKeys(desk, room);
  const logged = await loggedCounts(desk, room);
  const sealed = new Map<CountsId, CountsContent>();
  await desk.store.eachSealed(room.id, 'counts', (stored) => {
    sealed.set(
      stored.id as CountsId,
      contentOf(jsonValue(stored.id, openedContent(room, stored)), stored.id),
    );
  });
  const waiting: Release[] = [];
  for (const [id, content] of sealed) {
    const release = checkedRelease(content, { id, compartment: room.id, keys });
    if (release.signedOffAt === null) waiting.push(release);
    else if (logged.get(id)?.release !== content.release) throw differs(id);
  }
  const released: Release[] = [];
  for (const [id, entry] of logged) {
    released.push(checkedRelease(entry, { id, compartment: room.id, keys }));
    if (waiting.some((one) => one.id === id)) throw differs(id);
  }
  for (const id of room.seen.compartments.get(room.id)?.versions.keys() ?? [])
    if (isId('counts', id) && !sealed.has(id) && !logged.has(id) && !(await wasErased(desk, id)))
      throw differs(id);
  await rememberSeen(desk, room);
  return { waiting, released };
}

/**
 * The port over an open compartment. `append` signs as the member who opened it.
 *
 * @example
 * const releases = countReleases(desk, room);
 */
export function countReleases(desk: CaseDesk, room: OpenCompartment): CountReleases {
  return {
    of: async (compartment) => (compartment === room.id ? (await keptCounts(desk, room)).released : []),
    append: async (release, after) => {
      const onHead = (await desk.store.head())?.seq ?? 0;
      const { waiting, released } = await keptCounts(desk, room);
      if ((released.at(-1)?.id ?? null) !== after || !waiting.some(({ id }) => id === release.id))
        throw new OnRecordError(
          'vault-busy',
          'Other counts were released meanwhile: nothing was signed off. Run it again.',
          { subject: release.id },
        );
      const id = release.id as CountsId;
      const text = JSON.stringify(release);
      const { prepared } = (await waitingContent(desk, room, id)).signatures;
      const signatures = { prepared, signedOff: signCounts('signedOff', text, room.me.keys) };
      checkedRelease(
        { release: text, signatures },
        {
          id,
          compartment: room.id,
          keys: await signKeys(desk, room),
        },
      );
      const content: CountsContent = { format: 'onrecord/counts/v1', release: text, signatures };
      const entries: readonly NewEntry[] = [
        sealedEntry(desk, room, { id, version: 2, content: jsonBytes(content) }),
        {
          at: desk.clock().toISOString(),
          agent: room.me.name,
          subject: room.id,
          body: { action: 'counts-released', compartment: room.id, record: id, release: text, signatures },
        },
      ];
      await appendCase(
        desk,
        room,
        id,
        entries.map((entry, turn) => ({ ...entry, onHead: onHead + turn })),
      );
      markSeen(room, id, 2);
      await rememberSeen(desk, room);
    },
  };
}

/**
 * Seals prepared counts, signed by the member who opened the compartment.
 *
 * @throws OnRecordError `read-only`, `disk-full`
 * @example
 * await keepPrepared(desk, room, release);
 */
export async function keepPrepared(desk: CaseDesk, room: OpenCompartment, release: Release): Promise<void> {
  const text = preparedText(release);
  const id = release.id as CountsId;
  const signatures = { prepared: signCounts('prepared', text, room.me.keys), signedOff: null };
  const content: CountsContent = { format: 'onrecord/counts/v1', release: text, signatures };
  await appendCase(desk, room, id, [
    sealedEntry(desk, room, { id, version: 1, content: jsonBytes(content) }),
  ]);
  markSeen(room, id, 1);
  await rememberSeen(desk, room);
}

async function waitingContent(desk: CaseDesk, room: OpenCompartment, id: CountsId): Promise<CountsContent> {
  const stored = await desk.store.sealedRecord(id);
  if (stored === null) throw differs(id);
  return contentOf(jsonValue(id, openedContent(room, stored)), id);
}

function contentOf(value: unknown, id: string): CountsContent {
  const content = value as Partial<CountsContent> | null;
  const { prepared, signedOff } = content?.signatures ?? {};
  if (
    content?.format === 'onrecord/counts/v1' &&
    typeof content.release === 'string' &&
    typeof prepared === 'string' &&
    (signedOff === null || typeof signedOff === 'string')
  )
    return content as CountsContent;
  throw new OnRecordError('damaged', `The counts ${id} cannot be read. Run: onrecord verify`, {
    subject: id,
  });
}

async function signKeys(desk: CaseDesk, room: OpenCompartment): Promise<SignKeys> {
  return signKeysOf((await followedHeads(desk.store, room.id, room.seen)).chain);
}

async function loggedCounts(
  desk: CaseDesk,
  room: OpenCompartment,
): Promise<ReadonlyMap<CountsId, CountsReleased>> {
  const found = new Map<CountsId, CountsReleased>();
  for (const { body } of await desk.store.entriesWith('counts-released')) {
    if (body?.action !== 'counts-released' || body.compartment !== room.id) continue;
    if (found.has(body.record)) throw differs(body.record);
    found.set(body.record, body);
  }
  return found;
}

async function wasErased(desk: CaseDesk, id: string): Promise<boolean> {
  const entries = await desk.store.entriesWith('record-erased');
  return entries.some(({ subject }) => subject === id);
}

function differs(id: string): OnRecordError {
  return new OnRecordError(
    'verify-failed',
    `The counts ${id} are not in the log as they are in the compartment: something was taken away or put in. No counts are released until this is cleared up. Run: onrecord verify`,
    { subject: id },
  );
}
