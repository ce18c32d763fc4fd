/**
 * A new member: keys of their own, wrapped under their passphrase in a file on this machine, the public ones shown in the
 * log. Passphrase and recovery key are known to nobody else; without both, what was sealed for the member is lost to them.
 */
import { fingerprint } from '../../crypto/compartment/fingerprint.ts';
import { createMemberFile } from '../../crypto/compartment/member-file.ts';
import { createMember } from '../../crypto/compartment/member-keys.ts';
import { recoveryKeyText } from '../../crypto/recovery-key.ts';
import type { MemberId } from '../../record/id.ts';
import { OnRecordError } from '../desk.ts';
import type { CaseDesk } from './case-desk.ts';
import { memberCards } from './member-card.ts';
import { type NewPassphrases, refusePassphrases } from './unlock-member.ts';

/** Letters, digits and few signs: it stands in clear in heads and logs. */
const NAME = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} ._-]{0,58}[\p{L}\p{M}\p{N}])?$/u;

export interface MemberOrder extends NewPassphrases {
  /** Seen by everybody with the record: a pseudonym will do. */
  readonly name: string;
}

export interface IntroducedMember {
  readonly id: MemberId;
  readonly name: string;
  readonly fingerprint: string;
  /** To be printed once and kept away from this machine. */
  readonly recoveryKey: string;
  /** Where the member's file lies. */
  readonly folder: string;
}

/**
 * The name of a member as it is kept.
 *
 * @throws OnRecordError `bad-usage`
 * @example
 * memberName(' Lena '); // 'Lena'
 */
export function memberName(given: string): string {
  const name = given.normalize('NFC').trim();
  if (NAME.test(name)) return name;
  throw new OnRecordError(
    'bad-usage',
    'The name of a member has 1 to 60 letters, digits, spaces, dots or hyphens. It is seen by everybody with the record: a pseudonym will do.',
  );
}

/**
 * Makes the member.
 *
 * @throws OnRecordError `bad-usage` for a name that is taken or a passphrase that cannot be used, `read-only`, `disk-full`
 * @example
 * const { recoveryKey } = await introduceMember(desk, { name: 'lena', passphrase, destroyPassphrase: null });
 */
export async function introduceMember(desk: CaseDesk, order: MemberOrder): Promise<IntroducedMember> {
  const name = memberName(order.name);
  await refuseTaken(desk, name);
  refusePassphrases(order);
  const { random, members } = desk;
  const cost = await desk.passphraseWork();
  const { secret, keys } = createMember(random);
  const recoveryKey = random(32);
  const { passphrase, destroyPassphrase } = order;
  const file = createMemberFile({ name, secret, passphrase, destroyPassphrase, recoveryKey, cost, random });
  secret.fill(0);
  const text = recoveryKeyText(recoveryKey);
  recoveryKey.fill(0);
  const id = desk.newId('member');
  const at = desk.clock().toISOString();
  await members.add(id, `${JSON.stringify(file, null, 2)}\n`);
  try {
    const body = { action: 'member-introduced' as const, member: { id, name, ...keys.publicKeys } };
    await desk.store.append([{ at, agent: name, subject: id, body }]);
  } catch (error) {
    await members.destroy(id).catch(() => undefined);
    throw error;
  }
  return { id, name, fingerprint: fingerprint(keys.publicKeys), recoveryKey: text, folder: members.folder };
}

/**
 * Refuses a name that is taken, before anybody is asked for a passphrase.
 *
 * @throws OnRecordError `bad-usage`
 * @example
 * await refuseTaken(desk, 'lena');
 */
export async function refuseTaken(desk: CaseDesk, name: string): Promise<void> {
  const folded = name.toLowerCase();
  if (!(await memberCards(desk.store)).some((card) => card.name.toLowerCase() === folded)) return;
  throw new OnRecordError('bad-usage', 'A member of that name is here already: take another name.');
}
