/**
 * A member gives their secret to a second custodian: another member, who can make the member's file anew when passphrase and
 * recovery key are lost. The copy is sealed to the custodian's keys and signed. Whoever opens it is the member for everything
 * sealed, and it cannot be called back: the secret never changes. Nothing of it goes into the log.
 */
import { sealForCustodian } from '../../crypto/compartment/custody-copy.ts';
import { fingerprint, isFingerprintOf } from '../../crypto/compartment/fingerprint.ts';
import type { MemberId } from '../../record/id.ts';
import type { MemberCard } from '../../record/sealed/held-compartment.ts';
import { OnRecordError } from '../desk.ts';
import type { CaseDesk } from './case-desk.ts';
import { memberNamed } from './member-card.ts';
import { keepSeen, seenBefore } from './seen-before.ts';
import { type MemberSecret, memberHere, openedFile } from './unlock-member.ts';

/** To whom. */
export interface EntrustOrder {
  /** Name or id of the custodian. */
  readonly to: string;
  /** As the custodian read it to the member; null: compared before. */
  readonly fingerprint: string | null;
}

/** A copy that was made, and is kept nowhere yet. */
export interface EntrustedCopy {
  readonly id: MemberId;
  readonly name: string;
  readonly custodian: { readonly id: MemberId; readonly name: string };
  /** JSON; ciphertext and public keys. */
  readonly text: string;
}

/**
 * Makes the copy.
 *
 * @throws OnRecordError `not-found`; `bad-usage` for the member themselves, and for a fingerprint that was not compared or is
 *   another one; as `unlockMember`
 * @example
 * const { text } = await entrustMember(desk, 'lena', secret, { to: 'omar', fingerprint: '3KQ0 8ZTF …' });
 */
export async function entrustMember(
  desk: CaseDesk,
  asked: string | null,
  secret: MemberSecret,
  order: EntrustOrder,
): Promise<EntrustedCopy> {
  const custodian = await custodianFor(desk, asked, order);
  const { id, name, opened } = await openedFile(desk, asked, secret);
  try {
    const keys = { sign: custodian.sign, receive: custodian.receive };
    const copy = await sealForCustodian({
      member: { name, secret: opened },
      custodian: { name: custodian.name, keys },
      random: desk.random,
    });
    if (order.fingerprint !== null) {
      const seen = await seenBefore(desk, id);
      seen.confirmed.set(custodian.name, fingerprint(keys));
      await keepSeen(desk, id, seen);
    }
    const text = `${JSON.stringify(copy, null, 2)}\n`;
    return { id, name, custodian: { id: custodian.id, name: custodian.name }, text };
  } finally {
    opened.fill(0);
  }
}

/**
 * The custodian whose keys were compared, before anybody is asked for a passphrase.
 *
 * @throws OnRecordError `not-found`, `bad-usage`
 * @example
 * await custodianFor(desk, 'lena', { to: 'omar', fingerprint: null });
 */
export async function custodianFor(
  desk: CaseDesk,
  asked: string | null,
  { to, fingerprint: told }: EntrustOrder,
): Promise<MemberCard> {
  const me = await memberHere(desk, asked);
  const card = await memberNamed(desk.store, to);
  if (card.id === me.id)
    throw new OnRecordError('bad-usage', 'A custodian is another member: nobody is their own.', {
      subject: card.id,
    });
  const keys = { sign: card.sign, receive: card.receive };
  if (told !== null) {
    if (isFingerprintOf(told, keys)) return card;
    throw new OnRecordError(
      'bad-usage',
      `The fingerprint that was given is not that of the keys in the log under this name. No copy was made. Have ${card.name} read the whole fingerprint to you in person or by telephone; if it still differs, somebody put other keys in.`,
      { subject: card.id },
    );
  }
  const compared = (await seenBefore(desk, me.id)).confirmed.get(card.name) ?? null;
  if (compared === fingerprint(keys)) return card;
  throw new OnRecordError(
    'bad-usage',
    compared === null
      ? `You have not compared the keys of ${card.name}. Have ${card.name} read their fingerprint to you in person or by telephone, and give it.`
      : `The keys of ${card.name} are OTHER ones than you compared before. No copy was made: ask ${card.name} by another way.`,
    { subject: card.id },
  );
}
