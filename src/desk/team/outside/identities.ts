/**
 * Whose account an outside identity opens. One identity opens one account: issuer and subject together are its key, which also a
 * closed account keeps, so that what was closed here stays closed whatever the provider says.
 */
import type { AccountId } from '../../../record/id.ts';
import { OnRecordError } from '../../../record/onrecord-error.ts';
import type { Account, OutsideIdentity } from '../../../record/team/account.ts';
import { accountById, changeAccount } from '../accounts.ts';
import { keep, kept, keptBy } from '../kept.ts';
import type { Team } from '../team.ts';

interface Bound {
  readonly account: AccountId;
}

/** By which it is found; neither part can hold a line break. */
function keyOf({ issuer, subject }: OutsideIdentity): string {
  return JSON.stringify([issuer, subject]);
}

/**
 * Whether two are one.
 *
 * @example
 * sameIdentity(account.outside, proof);
 */
export function sameIdentity(one: OutsideIdentity | null, other: OutsideIdentity): boolean {
  return one !== null && keyOf(one) === keyOf(other);
}

/**
 * The account that an identity opens, also a closed one; null: there is none.
 *
 * @example
 * const account = await accountOutside(team, { issuer: 'https://id.example', subject: '4f2c' });
 */
export async function accountOutside(team: Team, identity: OutsideIdentity): Promise<Account | null> {
  const bound = await keptBy<Bound>(team, 'outside', keyOf(identity));
  const account = bound === null ? null : await accountById(team, bound.value.account);
  return account !== null && sameIdentity(account.outside, identity) ? account : null;
}

/**
 * Takes an identity for an account; the account itself is written afterwards by whoever asks.
 *
 * @throws OnRecordError `bad-usage` when it opens another account; `vault-busy`
 * @example
 * await takeIdentity(team, { issuer, subject }, account.id);
 */
export async function takeIdentity(
  team: Team,
  { issuer, subject }: OutsideIdentity,
  account: AccountId,
): Promise<OutsideIdentity> {
  const identity: OutsideIdentity = { issuer, subject };
  const opens = await accountOutside(team, identity);
  if (opens !== null && opens.id !== account)
    throw new OnRecordError(
      'bad-usage',
      'This outside sign-in already belongs to another account of the team.',
    );
  // What points to an account that does not bear it was left behind by something cut off.
  const left = await keptBy<Bound>(team, 'outside', keyOf(identity));
  if (left !== null && left.value.account !== account) await team.store.drop('outside', left.id);
  const before = await kept<Bound>(team, 'outside', account);
  const place = { kind: 'outside', id: account, owner: account, key: keyOf(identity) } as const;
  const value: Bound = { account };
  if (!(await keep(team, place, value, before?.version ?? 0)))
    throw new OnRecordError('vault-busy', 'Somebody else takes this sign-in just now: try again.');
  return identity;
}

/**
 * Binds an identity to an account that is there.
 *
 * @throws OnRecordError `bad-usage`, `vault-busy`
 * @example
 * await bindIdentity(team, account.id, proof);
 */
export async function bindIdentity(team: Team, id: AccountId, identity: OutsideIdentity): Promise<Account> {
  const outside = await takeIdentity(team, identity, id);
  const changed = await changeAccount(team, id, (account) =>
    account.state === 'active' ? { ...account, outside } : null,
  );
  if (changed === null) throw new OnRecordError('not-found', 'There is no such account any more.');
  return changed;
}

/**
 * Drops the identity of an account, unless it is the last way in.
 *
 * @throws OnRecordError `bad-usage`
 * @example
 * await dropIdentity(team, account.id);
 */
export async function dropIdentity(team: Team, id: AccountId): Promise<Account> {
  const changed = await changeAccount(team, id, (account) => {
    const others = account.passkeys.length + (account.passphrase === null ? 0 : 1);
    return account.outside === null || others === 0 ? null : { ...account, outside: null };
  });
  if (changed === null)
    throw new OnRecordError(
      'bad-usage',
      'This account has no outside sign-in, or it is the only way in: make a passkey or a passphrase first.',
    );
  await team.store.drop('outside', id);
  return changed;
}
