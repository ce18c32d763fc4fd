/** Who is in an open compartment, who could be taken in, and whose fingerprints this person has compared. */
import type { MemberRole } from '../../crypto/compartment/compartment-head.ts';
import { fingerprint } from '../../crypto/compartment/fingerprint.ts';
import { unconfirmedMembers } from '../../crypto/compartment/follow-heads.ts';
import type { ListedMember } from './member-card.ts';
import type { OpenCompartment } from './open-compartment.ts';

export interface MemberOf {
  readonly name: string;
  /** Of the keys in the head; of those in the log for somebody who is not in it. */
  readonly fingerprint: string;
  /** Null: not in the compartment. */
  readonly role: MemberRole | null;
  readonly compared: boolean;
  /** The keys are other ones than this person compared. */
  readonly changed: boolean;
}

/**
 * Tells it: members first.
 *
 * @param all everybody who has shown keys
 * @example
 * membersOf(room, await listMembers(desk)).filter(({ compared }) => !compared);
 */
export function membersOf(room: OpenCompartment, all: readonly ListedMember[]): readonly MemberOf[] {
  const open = new Map(unconfirmedMembers(room.head, room.seen.confirmed).map((one) => [one.name, one]));
  const inside = room.head.members.map(({ name, role, keys }) => ({
    name,
    fingerprint: fingerprint(keys),
    role,
    compared: !open.has(name),
    changed: open.get(name)?.changed ?? false,
  }));
  const names = new Set(inside.map(({ name }) => name));
  const others = all
    .filter(({ name }) => !names.has(name))
    .map((one) => ({
      name: one.name,
      fingerprint: one.fingerprint,
      role: null,
      compared: false,
      changed: false,
    }));
  return [...inside, ...others];
}
