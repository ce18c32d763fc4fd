/** Finds, makes and changes accounts. What is shown of one holds no secret. */
import { foldName } from '../../record/actor.ts';
import type { AccountId } from '../../record/id.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { Account } from '../../record/team/account.ts';
import { allKept, type Kept, keep, kept, keptBy } from './kept.ts';
import type { Team } from './team.ts';

/** What is shown of an account. */
export interface ShownAccount
  extends Pick<Account, 'id' | 'name' | 'roles' | 'clearance' | 'state' | 'createdAt'> {
  /** By what it signs in. */
  readonly ways: readonly ('passphrase' | 'passkey' | 'outside')[];
}

/**
 * What others may see of an account.
 *
 * @example
 * shownAccount(account).ways; // ['passphrase']
 */
export function shownAccount(account: Account): ShownAccount {
  const { id, name, roles, clearance, state, createdAt, passphrase, passkeys, outside } = account;
  const ways = [
    ...(passphrase === null ? [] : (['passphrase'] as const)),
    ...(passkeys.length === 0 ? [] : (['passkey'] as const)),
    ...(outside === null ? [] : (['outside'] as const)),
  ];
  return { id, name, roles, clearance, state, createdAt, ways };
}

/** Names that look alike to a reader of the log are one. */
export function nameKey(name: string): string {
  return foldName(name);
}

/** @returns null: there is none */
export async function accountById(team: Team, id: string): Promise<Account | null> {
  return (await kept<Account>(team, 'account', id))?.value ?? null;
}

/** @returns null: there is none */
export async function accountNamed(team: Team, name: string): Promise<Account | null> {
  return (await keptBy<Account>(team, 'account', nameKey(name)))?.value ?? null;
}

/** All of them, also closed ones, by name. */
export async function listAccounts(team: Team): Promise<readonly Account[]> {
  const all = await allKept<Account>(team, 'account');
  return all.map(({ value }) => value).sort((a, b) => (nameKey(a.name) < nameKey(b.name) ? -1 : 1));
}

/**
 * Keeps a new account.
 *
 * @throws OnRecordError `bad-usage` when the name is taken
 * @example
 * await addAccount(team, account);
 */
export async function addAccount(team: Team, account: Account): Promise<void> {
  const added = await keep(team, { kind: 'account', id: account.id, key: nameKey(account.name) }, account, 0);
  if (!added) throw new OnRecordError('bad-usage', 'This name is taken: choose another one.');
}

/** Changes at once that are tried again. */
const PATIENCE = 5;

/**
 * Changes an account as it is now; tried anew when somebody else changes it at the same time.
 *
 * @param change null: it is not to be changed after all
 * @returns as it is afterwards; null: there is none, or it was not to be changed
 * @throws OnRecordError `vault-busy`
 * @example
 * await changeAccount(team, id, (account) => ({ ...account, state: 'closed' }));
 */
export async function changeAccount(
  team: Team,
  id: AccountId,
  change: (account: Account) => Account | null,
): Promise<Account | null> {
  for (let turn = 0; turn < PATIENCE; turn += 1) {
    const held: Kept<Account> | null = await kept<Account>(team, 'account', id);
    const next = held === null ? null : change(held.value);
    if (held === null || next === null) return null;
    if (await keep(team, { kind: 'account', id, key: nameKey(next.name) }, next, held.version)) return next;
  }
  throw new OnRecordError('vault-busy', 'Somebody else is changing this account: try again.');
}
