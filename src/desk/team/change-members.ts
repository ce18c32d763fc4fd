/**
 * A custodian changes what a member may do and see, or closes their account. A team is never left without a custodian, and no
 * custodian takes custody from another alone: two must ask for it, neither of them the one it is about, as for a new way in. So
 * two custodians cannot shut each other out; where no second is there, whoever opens the vault decides (`onrecord team close`).
 */
import type { Handling } from '../../record/handling.ts';
import type { AccountId } from '../../record/id.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { Account } from '../../record/team/account.ts';
import type { Role } from '../../record/team/role.ts';
import { accountById, changeAccount, listAccounts } from './accounts.ts';
import { oneAtATime } from './in-turn.ts';
import { allKept, keep, kept } from './kept.ts';
import { endSessions } from './sessions.ts';
import { later, type Team } from './team.ts';

/** Seconds for which a custodian waits for a second one. */
const WAITS = 72 * 3600;

export interface MemberChange {
  readonly roles?: readonly Role[];
  readonly clearance?: Handling;
  readonly state?: Account['state'];
}

/** What asking came to; `waits`: nothing is changed until a second custodian asks for the same. */
export interface MemberChanged {
  readonly account: Account;
  readonly waits: boolean;
}

interface AskedRemoval {
  readonly by: AccountId;
  readonly name: string;
  /** What was asked for, as JSON: the second must ask for the same. */
  readonly change: string;
}

/**
 * Changes a member. Their sessions end.
 *
 * @param by the custodian who asks; null: whoever opens the vault
 * @throws OnRecordError `not-found`; `vault-busy`; `bad-usage`: no role is left, no custodian, or no second who could ask
 * @example
 * await changeMember(team, 'acc_…', { change: { roles: ['reviewer'] }, by: oren });
 */
export async function changeMember(
  team: Team,
  id: string,
  { change, by }: { readonly change: MemberChange; readonly by: Account | null },
): Promise<MemberChanged> {
  const before = await accountById(team, id);
  if (before === null) throw noMember();
  if (change.roles?.length === 0)
    throw new OnRecordError('bad-usage', 'Leave at least one role, or close the account.');
  if (!takesCustody(before, change)) return { account: await write(team, before.id, change), waits: false };
  return oneAtATime(team, 'custodians', async () => {
    const others = (await listAccounts(team)).filter((one) => one.id !== before.id && keeps(one));
    if (others.length === 0)
      throw new OnRecordError('bad-usage', 'This is the only custodian: make another one first.');
    const alone = by === null || by.id === before.id;
    if (!alone && !(await isSecond(team, { of: before, change, by, others })))
      return { account: before, waits: true };
    return { account: await write(team, before.id, change), waits: false };
  });
}

function takesCustody(before: Account, change: MemberChange): boolean {
  return keeps(before) && !keeps({ ...before, ...change });
}

interface Removal {
  readonly of: Account;
  readonly change: MemberChange;
  readonly by: Account;
  /** Custodians besides the one it is about. */
  readonly others: readonly Account[];
}

const ALONE = 'Nobody takes custody from a custodian alone: a third custodian must ask for it, too.';

/** Whether another custodian asked for the same before; keeps that this one asks now when not. */
async function isSecond(team: Team, { of, change, by, others }: Removal): Promise<boolean> {
  if (!others.some(({ id }) => id !== by.id))
    throw new OnRecordError(
      'bad-usage',
      `${ALONE} Where there is none, whoever opens the vault does it: onrecord team close NAME.`,
      { onPage: `${ALONE} Where there is none, whoever opens the vault does it in its terminal.` },
    );
  const asked = JSON.stringify([change.roles ?? null, change.clearance ?? null, change.state ?? null]);
  const first = await kept<AskedRemoval>(team, 'removal', of.id);
  const stands =
    first !== null && first.value.change === asked && others.some(({ id }) => id === first.value.by);
  if (stands && first.value.by !== by.id) {
    await team.store.drop('removal', of.id);
    return true;
  }
  if (stands) throw new OnRecordError('bad-usage', 'You asked already: another custodian must, too.');
  const version = (await team.store.get('removal', of.id))?.version ?? 0;
  const value: AskedRemoval = { by: by.id, name: by.name, change: asked };
  if (!(await keep(team, { kind: 'removal', id: of.id, until: later(team, WAITS) }, value, version)))
    throw new OnRecordError('vault-busy', 'Another custodian asks just now: look again.');
  return false;
}

/** Who asked to take custody from whom and waits for a second custodian, by account. */
export async function waitingRemovals(team: Team): Promise<ReadonlyMap<string, string>> {
  return new Map((await allKept<AskedRemoval>(team, 'removal')).map(({ id, value }) => [id, value.name]));
}

async function write(team: Team, id: AccountId, change: MemberChange): Promise<Account> {
  const changed = await changeAccount(team, id, (account) => ({
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
