/**
 * A member who lost every way in gets a new one from two custodians: the first asks for it, another one within three days makes it so
 * and hands the token over. Neither can do it alone, and the member's old ways and sessions end when the token is used.
 */
import type { AccountId } from '../../record/id.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { Account } from '../../record/team/account.ts';
import { accountById } from './accounts.ts';
import { putInvitation } from './invitations.ts';
import { allKept, keep, kept } from './kept.ts';
import { later, type Team } from './team.ts';

/** Seconds. */
const LASTS = 72 * 3600;

interface Asked {
  readonly by: AccountId;
  readonly name: string;
}

/** What asking came to: the first custodian waits for a second, who is handed the token. */
export type RecoveryAsked =
  | { readonly state: 'waits'; readonly until: string }
  | { readonly state: 'made'; readonly token: string; readonly until: string };

/**
 * A custodian asks for a new way in for a member.
 *
 * @throws OnRecordError `not-found`; `bad-usage` when the same one asks twice, or for themselves
 * @example
 * await askRecovery(team, oren, mira.id); // { state: 'waits', … }
 */
export async function askRecovery(team: Team, by: Account, id: string): Promise<RecoveryAsked> {
  const account = await accountById(team, id);
  if (account === null || account.state !== 'active')
    throw new OnRecordError('not-found', 'The team has no such member.');
  if (account.id === by.id) throw new OnRecordError('bad-usage', 'Two other custodians must ask for you.');
  const first = await kept<Asked>(team, 'recovery', account.id);
  const asker = first === null ? null : await accountById(team, first.value.by);
  if (asker === null || asker.state !== 'active' || !asker.roles.includes('custodian')) {
    const until = later(team, LASTS);
    const value: Asked = { by: by.id, name: by.name };
    if (
      !(await keep(
        team,
        { kind: 'recovery', id: account.id, until },
        value,
        await versionAt(team, account.id),
      ))
    )
      throw new OnRecordError('vault-busy', 'Another custodian asks just now: look again.');
    return { state: 'waits', until };
  }
  if (asker.id === by.id)
    throw new OnRecordError('bad-usage', 'You asked already: another custodian must, too.');
  if (!(await team.store.drop('recovery', account.id)))
    throw new OnRecordError('vault-busy', 'Another custodian asks just now: look again.');
  const { token, until } = await putRecovery(team, account, `${asker.name} and ${by.name}`);
  return { state: 'made', token, until };
}

/** What lies there although its time is over is written over. */
async function versionAt(team: Team, id: string): Promise<number> {
  return (await team.store.get('recovery', id))?.version ?? 0;
}

/**
 * Makes the token that opens an account anew; one that waits opens nothing any more.
 *
 * @param by for the list of what waits
 * @example
 * const { token } = await putRecovery(team, account, 'Oren and Lena');
 */
export async function putRecovery(team: Team, account: Account, by: string) {
  for (const { id } of await team.store.list('invitation', account.id))
    await team.store.drop('invitation', id);
  const { name, roles, clearance, id } = account;
  return putInvitation(team, { name, roles, clearance, by, recovers: id });
}

/** Who asked for whom and waits for a second custodian, by account. */
export async function waitingRecoveries(team: Team): Promise<ReadonlyMap<string, string>> {
  return new Map((await allKept<Asked>(team, 'recovery')).map(({ id, value }) => [id, value.name]));
}
