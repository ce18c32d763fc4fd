/** Keeps that this person compared a member's fingerprint by another way. */
import { fingerprint, isFingerprintOf } from '../../crypto/compartment/fingerprint.ts';
import { OnRecordError } from '../desk.ts';
import type { CaseDesk } from './case-desk.ts';
import type { OpenCompartment } from './open-compartment.ts';
import { keepSeen } from './seen-before.ts';

/**
 * Confirms a member of an open compartment.
 *
 * @throws OnRecordError `not-found`, `bad-usage` when it is not the fingerprint of the keys in the head
 * @example
 * await confirmMember(desk, room, { name: 'omar', fingerprint: '3KQ0 8ZTF …' });
 */
export async function confirmMember(
  desk: CaseDesk,
  room: OpenCompartment,
  told: { readonly name: string; readonly fingerprint: string },
): Promise<void> {
  const member = room.head.members.find(({ name }) => name === told.name.normalize('NFC').trim());
  if (member === undefined)
    throw new OnRecordError(
      'not-found',
      'Nobody of that name is in the compartment. See: onrecord compartment list',
    );
  if (!isFingerprintOf(told.fingerprint, member.keys))
    throw new OnRecordError(
      'bad-usage',
      `That is not the fingerprint of the keys of ${member.name} in this compartment. If they read the whole of it to you, somebody put other keys in: do not work in it, and ask the other members by another way.`,
      { subject: room.id },
    );
  room.seen.confirmed.set(member.name, fingerprint(member.keys));
  await keepSeen(desk, room.me.id, room.seen);
}
