/** A custodian changes what a member may do and see, or closes their account. A team is never left without a custodian. */
import type { Handling } from '../../record/handling.ts';
import type { AccountId } from '../../record/id.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { Account } from '../../record/team/account.ts';
import type { Role } from '../../record/team/role.ts';
import { accountById, changeAccount, listAccounts } from './accounts.ts';
import { endSessions } from './sessions.ts';
import type { Team } from './team.ts';

export interface MemberChange {
  readonly roles?: readonly Role[];
  readonly clearance?: Handling;
  readonly state?: Account['state'];
}

/**
 * Changes a member. Their sessions end when they may do or see less, or nothing any more.
 *
 * @throws OnRecordError `not-found`; `bad-usage`: no role is left, or no custodian
 * @example
 * await changeMember(team, 'acc_…', { roles: ['reviewer'] });
 */
export async function changeMember(team: Team, id: string, change: MemberChange): Promise<Account> {
  const before = await accountById(team, id);
  if (before === null) throw noMember();
  if (change.roles?.length === 0)
    throw new OnRecordError('bad-usage', 'Leave at least one role, or close the account.');
  const after = { ...before, ...change };
  if (keeps(before) && !keeps(after)) {
    const others = (await listAccounts(team)).filter((one) => one.id !== before.id && keeps(one));
    if (others.length === 0)
      throw new OnRecordError('bad-usage', 'This is the only custodian: make another one first.');
  }
  const changed = await changeAccount(team, before.id, (account) => ({
    ...account,
    ...change,
    ...(change.roles === undefined ? {} : { roles: [...new Set(change.roles)] }),
  }));
  if (changed === null) throw noMember();
  await endSessions(team, changed.id);
  return changed;
}

function keeps({ roles, state }: Pick<Account, 'roles' | 'state'>): boolean {
  return state === 'active' && roles.includes('custodian');
}

function noMember(): OnRecordError {
  return new OnRecordError('not-found', 'The team has no such member.');
}

/**
 * Ends every session of a member.
 *
 * @throws OnRecordError `not-found`
 * @example
 * await signOutMember(team, 'acc_…');
 */
export async function signOutMember(
  team: Team,
  id: string,
): Promise<{ readonly id: AccountId; readonly ended: number }> {
  const account = await accountById(team, id);
  if (account === null) throw noMember();
  return { id: account.id, ended: await endSessions(team, account.id) };
}
