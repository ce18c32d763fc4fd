/**
 * Opens a compartment for a member: follows all its heads from the first, compares with what the member remembers, and
 * unwraps the key of the epoch. What is opened lives in memory until it is locked. A head that does not follow, an old state
 * or another key is refused with words; nothing is opened then.
 */
import type { CompartmentHead } from '../../crypto/compartment/compartment-head.ts';
import { openLabel } from '../../crypto/compartment/compartment-label.ts';
import { type EpochKey, wipeEpochKey } from '../../crypto/compartment/epoch-key.ts';
import { fingerprint } from '../../crypto/compartment/fingerprint.ts';
import {
  type FollowedHeads,
  followHeads,
  openEpochKey,
  type UnconfirmedMember,
  unconfirmedMembers,
} from '../../crypto/compartment/follow-heads.ts';
import { readWrappedKey } from '../../crypto/compartment/read-wraps.ts';
import type { CaseRead } from '../../record/case/case-reads.ts';
import type { CompartmentId } from '../../record/id.ts';
import { readJson } from '../../record/read-json.ts';
import { type Desk, OnRecordError } from '../desk.ts';
import { headsOf } from '../released-counts/compartment-heads.ts';
import type { CaseDesk } from './case-desk.ts';
import { compartmentMeant } from './compartment-meant.ts';
import type { FetchedCases } from './fetch-cases.ts';
import { keepSeen, type SeenBefore, seenBefore } from './seen-before.ts';
import type { UnlockedMember } from './unlock-member.ts';

/** An open compartment. */
export interface OpenCompartment {
  readonly id: CompartmentId;
  readonly me: UnlockedMember;
  readonly head: CompartmentHead;
  readonly key: EpochKey;
  /** The true name; null: it has none. */
  readonly label: string | null;
  /** Members whose fingerprints this person has not compared. */
  readonly unconfirmed: readonly UnconfirmedMember[];
  readonly seen: SeenBefore;
  /** What was read and is not logged yet. */
  readonly reads: CaseRead[];
  /** Something of `seen` is not kept yet. */
  changed: boolean;
  /** Ciphertexts that were fetched before the key was there, until they are read. */
  fetched: FetchedCases | null;
  /** Overwrites the key; the member's keys stay. */
  lock(): void;
}

/**
 * Follows the heads and compares with what is remembered.
 *
 * @throws OnRecordError `verify-failed` with every fault
 * @example
 * const followed = await followed(desk, 'cmp_…', seen);
 */
export async function followedHeads(
  store: Desk['store'],
  compartment: CompartmentId,
  seen: SeenBefore,
): Promise<FollowedHeads> {
  const heads = await headsOf(store, compartment);
  const result = followHeads(compartment, heads, seen.compartments.get(compartment)?.head ?? null);
  if (result.ok) return result.followed;
  throw new OnRecordError(
    'verify-failed',
    `The compartment is not opened: ${result.faults.map(({ message }) => message).join(' ')} Ask an admin by another way what happened.`,
    {
      subject: compartment,
      faults: result.faults.map(({ member, message }) => ({ path: member ?? '', message })),
    },
  );
}

/**
 * Opens a compartment.
 *
 * @param fetched ciphertexts that `fetchCases` brought meanwhile
 * @throws OnRecordError `not-found`, `locked` when the member is not in it, `verify-failed`, `damaged`
 * @example
 * const room = await openCompartment(desk, me, null);
 */
export async function openCompartment(
  desk: CaseDesk,
  me: UnlockedMember,
  asked: string | null,
  fetched: FetchedCases | null = null,
): Promise<OpenCompartment> {
  const held = await compartmentMeant(desk.store, asked);
  const seen = await seenBefore(desk, me.id);
  const followed = await followedHeads(desk.store, held.id, seen);
  const { head } = followed;
  if (head.epoch !== held.epoch)
    throw new OnRecordError('damaged', 'The compartment and its heads differ. Run: onrecord verify', {
      subject: held.id,
    });
  const wraps = held.wraps.flatMap(({ wrapped }) => readWrappedKey(readJson(wrapped)) ?? []);
  const key = await openEpochKey({ followed, wraps, name: me.name, keys: me.keys });
  if (key === null) throw notForMe(head, me, held.id);
  const before = seen.compartments.get(held.id);
  seen.compartments.set(held.id, { head: followed.remember, versions: before?.versions ?? new Map() });
  seen.confirmed.set(me.name, fingerprint(me.keys.publicKeys));
  return {
    id: held.id,
    me,
    head,
    key,
    label: head.label === null ? null : openLabel({ key, sealed: head.label }),
    unconfirmed: unconfirmedMembers(head, seen.confirmed),
    seen,
    reads: [],
    changed: before?.head.hash !== followed.remember.hash,
    fetched,
    lock: () => wipeEpochKey(key),
  };
}

/**
 * Keeps what the member has seen, when something of it is new.
 *
 * @example
 * await rememberSeen(desk, room);
 */
export async function rememberSeen(desk: CaseDesk, room: OpenCompartment): Promise<void> {
  if (!room.changed) return;
  await keepSeen(desk, room.me.id, room.seen);
  room.changed = false;
}

function notForMe(head: CompartmentHead, me: UnlockedMember, subject: CompartmentId): OnRecordError {
  const isMember = head.members.some(
    ({ name, keys }) => name === me.name && keys.receive === me.keys.publicKeys.receive,
  );
  return new OnRecordError(
    'locked',
    isMember
      ? 'The key of the compartment does not open: it was changed, or was wrapped by nobody who may. Ask an admin.'
      : 'You are not a member of this compartment, or not any more.',
    { subject },
  );
}
