/**
 * Invitations: a token that opens one account, once, within three days. A custodian makes it and hands it over by a way of their
 * own; only a hash is kept. The same way leads back in after a recovery.
 */
import { CODE_SECRET_BYTES, codeAddress, codeSecret, codeStep } from '../../crypto/one-time-code.ts';
import type { Handling } from '../../record/handling.ts';
import type { AccountId, InvitationId } from '../../record/id.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { Account, KeptPasskey, OutsideIdentity } from '../../record/team/account.ts';
import type { Role } from '../../record/team/role.ts';
import { reviewerName } from '../reviewer.ts';
import { accountNamed, addAccount, changeAccount, nameKey } from './accounts.ts';
import { allKept, keep, keptBy } from './kept.ts';
import { takeIdentity } from './outside/identities.ts';
import { keepPassphrase } from './passphrases.ts';
import { endSessions } from './sessions.ts';
import { later, newSecret, type Team } from './team.ts';

/** Seconds. */
const LASTS = 72 * 3600;

/** What somebody is invited to. */
export interface Invited {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly clearance: Handling;
}

export interface Invitation extends Invited {
  /** Who invites. */
  readonly by: string;
  /** Of the account that gets new ways in; null: a new account. */
  readonly recovers: AccountId | null;
  /** Of the account that it opens: known before, so that a passkey can be made for it. */
  readonly account: AccountId;
  /** Secret of one-time codes, base 32: the account's when it is accepted with a passphrase. */
  readonly codes: string;
}

/** What is shown to custodians. */
export interface ShownInvitation extends Invited {
  readonly id: InvitationId;
  readonly by: string;
  readonly recovers: AccountId | null;
  readonly until: string;
}

/**
 * Invites somebody.
 *
 * @returns the token, which is shown once
 * @throws OnRecordError `bad-usage`: no role, or a name that is taken or cannot be one
 * @example
 * const { token } = await invite(team, { name: 'Mira', roles: ['reviewer'], clearance: 'internal' }, 'Oren');
 */
export async function invite(
  team: Team,
  invited: Invited,
  by: string,
): Promise<{ readonly id: InvitationId; readonly token: string; readonly until: string }> {
  const name = reviewerName(invited.name);
  if (invited.roles.length === 0) throw new OnRecordError('bad-usage', 'Give at least one role.');
  const waiting = (await listInvitations(team)).some((one) => nameKey(one.name) === nameKey(name));
  if (waiting || (await accountNamed(team, name)) !== null)
    throw new OnRecordError('bad-usage', 'This name is taken: choose another one.');
  return putInvitation(team, { ...invited, name, roles: [...new Set(invited.roles)], by, recovers: null });
}

/**
 * Keeps an invitation.
 *
 * @example
 * const { token } = await putInvitation(team, { ...account, by: 'Oren', recovers: account.id });
 */
export async function putInvitation(team: Team, invitation: Omit<Invitation, 'codes' | 'account'>) {
  const { name, roles, clearance, by, recovers } = invitation;
  const id = team.newId('invitation');
  const token = newSecret(team);
  const until = later(team, LASTS);
  const codes = codeSecret(team.random(CODE_SECRET_BYTES));
  const account = recovers ?? team.newId('account');
  const value: Invitation = { name, roles, clearance, by, recovers, account, codes };
  if (!(await keep(team, { kind: 'invitation', id, owner: recovers, key: token, until }, value, 0)))
    throw new OnRecordError('vault-busy', 'The invitation could not be kept: try again.');
  return { id, token, until };
}

/** Those that wait. */
export async function listInvitations(team: Team): Promise<readonly ShownInvitation[]> {
  return (await allKept<Invitation>(team, 'invitation')).map(({ id, until, value }) => {
    const { codes: _, account: __, ...shown } = value;
    return { id: id as InvitationId, until: until ?? '', ...shown };
  });
}

/** Takes an invitation back. @returns whether there was one */
export async function withdrawInvitation(team: Team, id: string): Promise<boolean> {
  return team.store.drop('invitation', id);
}

/** What somebody with a token is shown. */
export interface OpenedInvitation extends Invited {
  readonly id: InvitationId;
  readonly recovers: AccountId | null;
  readonly account: AccountId;
  /** Base 32, and the address that apps read. */
  readonly secret: string;
  readonly address: string;
}

/**
 * Opens an invitation.
 *
 * @throws OnRecordError `not-found`: it was used, taken back, or is too old
 * @example
 * const { name, secret } = await openInvitation(team, token);
 */
export async function openInvitation(team: Team, token: string): Promise<OpenedInvitation> {
  const found = await keptBy<Invitation>(team, 'invitation', token);
  if (found === null) throw noInvitation();
  const { name, roles, clearance, recovers, account, codes } = found.value;
  const address = codeAddress(codes, { team: team.name, name });
  return { id: found.id as InvitationId, name, roles, clearance, recovers, account, secret: codes, address };
}

function noInvitation(): OnRecordError {
  return new OnRecordError(
    'not-found',
    'This invitation opens nothing: it was used, taken back, or is older than three days. Ask a custodian for another.',
  );
}

/** With what an account is made. */
export type Accepted =
  | { readonly passphrase: string; readonly code: string }
  | { readonly passkey: KeptPasskey }
  /** `code` null: the provider saw a second factor. */
  | { readonly outside: OutsideIdentity; readonly code: string | null };

/**
 * Accepts an invitation. After a recovery the old ways in, and all sessions, are gone.
 *
 * @throws OnRecordError `not-found`; `bad-usage` for a code or passphrase that cannot be
 * @example
 * const account = await acceptInvitation(team, token, { passphrase, code: '287082' });
 */
export async function acceptInvitation(team: Team, token: string, accepted: Accepted): Promise<Account> {
  const { id, recovers, account: accountId, secret, ...invited } = await openInvitation(team, token);
  const ways = await waysOf(team, { name: invited.name, secret, accepted });
  if (ways.outside !== null) await takeIdentity(team, ways.outside, accountId);
  // Of two that accept it at once one goes on.
  if (!(await withdrawInvitation(team, id))) throw noInvitation();
  if (recovers !== null) return recover(team, recovers, ways);
  const account: Account = {
    id: accountId,
    name: invited.name,
    roles: invited.roles,
    clearance: invited.clearance,
    state: 'active',
    createdAt: team.clock().toISOString(),
    ...ways,
  };
  await addAccount(team, account);
  return account;
}

async function recover(team: Team, id: AccountId, ways: Ways): Promise<Account> {
  const account = await changeAccount(team, id, (held) =>
    held.state === 'active' ? { ...held, ...ways } : null,
  );
  if (account === null) throw noInvitation();
  if (ways.outside === null) await team.store.drop('outside', id);
  await endSessions(team, id);
  return account;
}

type Ways = Pick<Account, 'passphrase' | 'codes' | 'passkeys' | 'outside'>;

async function waysOf(
  team: Team,
  { name, secret, accepted }: { readonly name: string; readonly secret: string; readonly accepted: Accepted },
): Promise<Ways> {
  const none: Ways = { passphrase: null, codes: null, passkeys: [], outside: null };
  if ('passkey' in accepted) return { ...none, passkeys: [accepted.passkey] };
  if ('outside' in accepted && accepted.code === null) return { ...none, outside: accepted.outside };
  const step = codeStep(secret, accepted.code ?? '', team.clock().getTime());
  if (step === null)
    throw new OnRecordError(
      'bad-usage',
      'The code does not fit: set your app up with the secret that is shown, and look at the clock of your device.',
    );
  const codes = { secret, lastStep: step };
  if ('outside' in accepted) return { ...none, codes, outside: accepted.outside };
  return { ...none, codes, passphrase: await keepPassphrase(team, accepted.passphrase, name) };
}
