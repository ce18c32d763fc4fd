/**
 * A custodian makes a member's file anew from the copy that the member entrusted to them: the same keys, under a new
 * passphrase and a new recovery key. It can be seen in nothing but the file, and whoever does it is the member from then on:
 * done with the member beside them, who types the new passphrase.
 */
import { type CustodyCopy, openAsCustodian } from '../../crypto/compartment/custody-copy.ts';
import { fingerprint } from '../../crypto/compartment/fingerprint.ts';
import { createMemberFile } from '../../crypto/compartment/member-file.ts';
import { NO_FAILED_TRIES } from '../../crypto/compartment/passphrase-delay.ts';
import { readCustodyCopy } from '../../crypto/compartment/read-wraps.ts';
import { recoveryKeyText } from '../../crypto/recovery-key.ts';
import { readJson } from '../../record/read-json.ts';
import type { MemberCard } from '../../record/sealed/held-compartment.ts';
import { OnRecordError } from '../desk.ts';
import type { CaseDesk } from './case-desk.ts';
import type { IntroducedMember } from './introduce-member.ts';
import { memberCards, memberNamed } from './member-card.ts';
import { seenBefore } from './seen-before.ts';
import { type NewPassphrases, refusePassphrases, type UnlockedMember } from './unlock-member.ts';

/** A copy that its custodian opened. */
export interface OpenedCopy {
  readonly card: MemberCard;
  /** The custodian has compared the fingerprint of these keys. */
  readonly compared: boolean;
  /** Overwrites the secret. */
  forget(): void;
  /** 32 bytes. */
  readonly secret: Uint8Array;
}

/**
 * The text of a copy that is kept on this machine for the custodian.
 *
 * @param of name or id of the member who entrusted it
 * @throws OnRecordError `not-found`
 * @example
 * const text = await keptCopy(desk, omar.id, 'lena');
 */
export async function keptCopy(
  desk: CaseDesk,
  custodian: Pick<UnlockedMember, 'id' | 'name'>,
  of: string,
): Promise<string> {
  const card = await memberNamed(desk.store, of);
  const text = await desk.members.copyFor(card.id, custodian.id);
  if (text !== null) return text;
  throw new OnRecordError(
    'not-found',
    `No copy of the keys of ${card.name} for ${custodian.name} is kept in ${desk.members.folder}. Name the file that ${card.name} gave away.`,
    { subject: card.id },
  );
}

/**
 * Opens a copy as its custodian.
 *
 * @throws OnRecordError `damaged` for another form; `bad-usage` when it is for somebody else; `not-found` when nobody of that
 *   name has shown keys; `verify-failed` when it is of other keys than those in the log or than were compared, or was changed
 * @example
 * const opened = await openedCopy(desk, omar, text);
 */
export async function openedCopy(desk: CaseDesk, me: UnlockedMember, text: string): Promise<OpenedCopy> {
  const copy = readCopy(text);
  if (copy.custodian !== me.name || copy.custodianKey !== me.keys.publicKeys.receive)
    throw new OnRecordError(
      'bad-usage',
      `This copy is for ${copy.custodian}, with the keys that ${copy.custodian} had when it was made: ${me.name} does not open it.`,
    );
  const card = (await memberCards(desk.store)).find(({ name }) => name === copy.member);
  if (card === undefined)
    throw new OnRecordError(
      'not-found',
      `Nobody named ${copy.member} has shown keys in this record: the copy is of another record. Name its vault with --vault.`,
    );
  const keys = { sign: card.sign, receive: card.receive };
  const compared = (await seenBefore(desk, me.id)).confirmed.get(card.name) ?? null;
  if (compared !== null && compared !== fingerprint(keys))
    throw refused(
      card,
      `The keys of ${card.name} in the log are OTHER ones than you compared before. Nothing was restored: somebody put other keys in.`,
    );
  if (copy.memberKeys.sign !== keys.sign || copy.memberKeys.receive !== keys.receive)
    throw refused(
      card,
      `The copy is of other keys than ${card.name} has shown in this record. Nothing was restored: it is of another record, or somebody put other keys in.`,
    );
  const secret = await openAsCustodian({
    copy,
    member: { name: card.name, keys },
    custodian: { name: me.name, keys: me.keys },
  });
  if (secret === null)
    throw refused(
      card,
      `The copy was changed since ${card.name} made it, or is not by ${card.name}. Nothing was restored: take another copy of the file.`,
    );
  return { card, compared: compared !== null, secret, forget: () => void secret.fill(0) };
}

/**
 * Writes the member's file anew, in place of one that is on this machine.
 *
 * @returns as for a new member; the recovery key is told once
 * @throws OnRecordError `bad-usage` for passphrases that cannot be used, `read-only`, `disk-full`: the file before stays
 * @example
 * const { recoveryKey } = await restoreMember(desk, opened, { passphrase, destroyPassphrase: null });
 */
export async function restoreMember(
  desk: CaseDesk,
  { card, secret }: OpenedCopy,
  next: NewPassphrases,
): Promise<IntroducedMember> {
  refusePassphrases(next);
  const { members, random } = desk;
  const { id, name } = card;
  const cost = await desk.passphraseWork();
  const recoveryKey = random(32);
  const file = createMemberFile({ ...next, name, secret, recoveryKey, cost, random });
  const text = recoveryKeyText(recoveryKey);
  recoveryKey.fill(0);
  const json = `${JSON.stringify(file, null, 2)}\n`;
  const isHere = (await members.list()).some((one) => one.id === id);
  await (isHere ? members.replace(id, json) : members.add(id, json));
  await members.keepNote(id, 'tries', JSON.stringify(NO_FAILED_TRIES));
  return { id, name, fingerprint: fingerprint(file.publicKeys), recoveryKey: text, folder: members.folder };
}

function readCopy(text: string): CustodyCopy {
  const copy = readCustodyCopy(readJson(text));
  if (copy !== null) return copy;
  throw new OnRecordError(
    'damaged',
    'This is no copy that onrecord member entrust made, or it was changed or cut. Nothing was restored.',
  );
}

function refused({ id }: MemberCard, message: string): OnRecordError {
  return new OnRecordError('verify-failed', message, { subject: id });
}
