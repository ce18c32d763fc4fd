/** Members as the log knows them: the names and public keys that they showed, each with the fingerprint to compare. */
import { fingerprint } from '../../crypto/compartment/fingerprint.ts';
import type { MemberId } from '../../record/id.ts';
import type { MemberCard } from '../../record/sealed/held-compartment.ts';
import { type Desk, OnRecordError } from '../desk.ts';
import type { CaseDesk } from './case-desk.ts';

export interface ListedMember {
  readonly id: MemberId;
  readonly name: string;
  /** Eight groups, to be compared by telephone or in person. */
  readonly fingerprint: string;
  /** Whether the member's file is on this machine. */
  readonly here: boolean;
}

/**
 * The cards in the log, oldest first.
 *
 * @example
 * (await memberCards(desk.store)).map(({ name }) => name);
 */
export async function memberCards(store: Desk['store']): Promise<readonly MemberCard[]> {
  const entries = await store.entriesWith('member-introduced');
  return entries.flatMap(({ body }) => (body?.action === 'member-introduced' ? [body.member] : []));
}

/**
 * All members.
 *
 * @example
 * await listMembers(desk);
 */
export async function listMembers(desk: CaseDesk): Promise<readonly ListedMember[]> {
  const here = new Set((await desk.members.list()).map(({ id }) => id));
  return (await memberCards(desk.store)).map(({ id, name, sign, receive }) => ({
    id,
    name,
    fingerprint: fingerprint({ sign, receive }),
    here: here.has(id),
  }));
}

/**
 * One member's card by name or id.
 *
 * @throws OnRecordError `not-found`
 * @example
 * await memberNamed(desk.store, 'lena');
 */
export async function memberNamed(store: Desk['store'], asked: string): Promise<MemberCard> {
  const wanted = asked.normalize('NFC').trim();
  const found = (await memberCards(store)).find(({ id, name }) => id === wanted || name === wanted);
  if (found !== undefined) return found;
  throw new OnRecordError(
    'not-found',
    'No member of that name has shown public keys here. See: onrecord member list',
  );
}
