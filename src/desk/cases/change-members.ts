/**
 * Adds members to a compartment and removes them. Whoever is added must have their fingerprint compared by another way
 * first. A removal begins a new epoch: a new key for those who stay, and every record's own key wrapped anew, in one step
 * with the new head: all of it, or none. Who is removed keeps what they saw.
 */
import type { CompartmentHead, HeadMember, MemberRole } from '../../crypto/compartment/compartment-head.ts';
import { openLabel, sealLabel } from '../../crypto/compartment/compartment-label.ts';
import { createEpochKey, type EpochKey, wipeEpochKey } from '../../crypto/compartment/epoch-key.ts';
import { fingerprint, isFingerprintOf } from '../../crypto/compartment/fingerprint.ts';
import { nextHead } from '../../crypto/compartment/make-head.ts';
import { rewrapRecord } from '../../crypto/compartment/sealed-record.ts';
import { wrapForMember } from '../../crypto/compartment/wrap-key.ts';
import { OnRecordError } from '../desk.ts';
import type { NewRecordKey } from '../ports/sealed-store.ts';
import type { CaseDesk } from './case-desk.ts';
import { memberNamed } from './member-card.ts';
import type { OpenCompartment } from './open-compartment.ts';
import { keepSeen } from './seen-before.ts';

export interface MemberAdded {
  readonly name: string;
  /** As the new member reads it to the admin. */
  readonly fingerprint: string;
  readonly role: MemberRole;
}

/**
 * Adds a member. They can read everything that is in the compartment, also what was there before.
 *
 * @throws OnRecordError `bad-usage` when the fingerprint is not that of the keys in the log, when they are in it already,
 *   or when who adds is no admin; `not-found`; `vault-busy`
 * @example
 * await addMember(desk, room, { name: 'lena', fingerprint: '3KQ0 8ZTF …', role: 'member' });
 */
export async function addMember(desk: CaseDesk, room: OpenCompartment, added: MemberAdded): Promise<void> {
  const { head, key, seen } = room;
  refuseNoAdmin(room);
  const card = await memberNamed(desk.store, added.name);
  const keys = { sign: card.sign, receive: card.receive };
  if (!isFingerprintOf(added.fingerprint, keys))
    throw new OnRecordError(
      'bad-usage',
      `The fingerprint that was given is not that of the keys in the log under this name. Nothing was changed. Have ${card.name} read the whole fingerprint to you in person or by telephone; if it still differs, somebody put other keys in.`,
      { subject: card.id },
    );
  if (head.members.some(({ name }) => name === card.name))
    throw new OnRecordError('bad-usage', 'This member is in the compartment already.', { subject: card.id });
  const members = [...head.members, { name: card.name, keys, role: added.role }];
  const next = headAfter(desk, room, { members, key, label: head.label });
  const wrapped = await wrapForMember({
    key,
    member: { name: card.name, keys },
    by: signerOf(room),
    random: desk.random,
  });
  await logHead(desk, room, { head: next, wraps: [{ member: card.name, wrapped: JSON.stringify(wrapped) }] });
  seen.confirmed.set(card.name, fingerprint(keys));
  await keepSeen(desk, room.me.id, seen);
}

/**
 * Removes a member, with a new key for everything; or gives the compartment a new key with the members as they are.
 *
 * @param name null: nobody leaves
 * @returns how many keys of records were wrapped anew
 * @throws OnRecordError `bad-usage`, `not-found`; `vault-busy` when something was saved meanwhile; `damaged` when a record's
 *   key does not open: nothing is changed then; `disk-full`: the old epoch stays whole
 * @example
 * await removeMember(desk, room, 'omar');
 */
export async function removeMember(
  desk: CaseDesk,
  room: OpenCompartment,
  name: string | null,
): Promise<number> {
  const { head, id } = room;
  refuseNoAdmin(room);
  const members = name === null ? head.members : head.members.filter((member) => member.name !== name);
  if (name === room.me.name)
    throw new OnRecordError(
      'bad-usage',
      'Nobody removes themselves: they would know the new key. Ask another admin.',
    );
  if (name !== null && members.length === head.members.length)
    throw new OnRecordError(
      'not-found',
      'Nobody of that name is in the compartment. See: onrecord compartment list',
    );
  const { random } = desk;
  const to = createEpochKey({ compartment: id, epoch: head.epoch + 1, random });
  try {
    const recordKeys = await wrappedAnew(desk, room, to);
    const label = relabelled(room, to, random);
    const wraps = await Promise.all(
      members.map(async (member) => ({
        member: member.name,
        wrapped: JSON.stringify(await wrapForMember({ key: to, member, by: signerOf(room), random })),
      })),
    );
    const next = headAfter(desk, room, { members, key: to, label });
    await logHead(desk, room, { head: next, wraps, recordKeys });
    return recordKeys.length;
  } finally {
    wipeEpochKey(to);
  }
}

async function wrappedAnew(
  desk: CaseDesk,
  { id, key: from }: OpenCompartment,
  to: EpochKey,
): Promise<readonly NewRecordKey[]> {
  return (await desk.store.recordKeys(id)).map(({ entry, record, version, epoch, wrapped }) => {
    const address = { compartment: id, record, version };
    const next = rewrapRecord({ address, recordKey: { epoch, wrapped }, from, to, random: desk.random });
    if (next !== null) return { entry, record, version, ...next };
    throw new OnRecordError(
      'damaged',
      `The key of ${record} does not open, so the members were not changed: it would be lost for good. Restore it from a backup, or erase the record.`,
      { subject: record },
    );
  });
}

function relabelled({ head, key }: OpenCompartment, to: EpochKey, random: CaseDesk['random']): string | null {
  const label = head.label === null ? null : openLabel({ key, sealed: head.label });
  return label === null ? null : sealLabel({ key: to, label, random });
}

function signerOf({ me }: OpenCompartment) {
  return { name: me.name, keys: me.keys };
}

function headAfter(
  desk: CaseDesk,
  room: OpenCompartment,
  change: { readonly members: readonly HeadMember[]; readonly key: EpochKey; readonly label: string | null },
): CompartmentHead {
  const at = desk.clock().toISOString();
  const made = nextHead({ previous: room.head, ...change, records: null, at, by: signerOf(room) });
  if (made.ok) return made.head;
  throw new OnRecordError('bad-usage', made.faults.map(({ message }) => message).join(' '), {
    subject: room.id,
  });
}

async function logHead(
  desk: CaseDesk,
  room: OpenCompartment,
  made: {
    readonly head: CompartmentHead;
    readonly wraps: readonly { readonly member: string; readonly wrapped: string }[];
    readonly recordKeys?: readonly NewRecordKey[];
  },
): Promise<void> {
  const { head, wraps, recordKeys = [] } = made;
  const { epoch, at } = head;
  const body = {
    action: 'compartment-changed' as const,
    compartment: room.id,
    epoch,
    head: JSON.stringify(head),
    wraps,
  };
  // Two heads that follow the same one would close the compartment: nothing may be written between the look and the entry.
  const onHead = (await desk.store.head())?.seq ?? 0;
  const heads = await headCount(desk, room);
  if (heads !== room.head.number)
    throw new OnRecordError(
      'vault-busy',
      'The members were changed by somebody else meanwhile. Run it again.',
      {
        subject: room.id,
      },
    );
  await desk.store.append([{ at, agent: room.me.name, subject: room.id, body, recordKeys, onHead }]);
}

async function headCount(desk: CaseDesk, { id }: OpenCompartment): Promise<number> {
  const entries = await desk.store.entriesWith('compartment-changed');
  return entries.filter(({ body }) => body?.action === 'compartment-changed' && body.compartment === id)
    .length;
}

function refuseNoAdmin({ head, me, id }: OpenCompartment): void {
  if (head.members.some(({ name, role }) => name === me.name && role === 'admin')) return;
  throw new OnRecordError('bad-usage', 'Only an admin of the compartment changes its members.', {
    subject: id,
  });
}
