/**
 * Signing in with a passphrase and a one-time code, both at once and both needed. What was wrong is not told: neither the name, nor
 * the passphrase, nor the code. A code is taken once.
 */
import { codeStep } from '../../crypto/one-time-code.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { Account } from '../../record/team/account.ts';
import { accountNamed, changeAccount, nameKey } from './accounts.ts';
import { isPassphrase } from './passphrases.ts';
import type { Team } from './team.ts';
import { countTry, forgiveTries } from './tries.ts';

/** What somebody gives to show who they are. */
export interface GivenProof {
  readonly name: string;
  readonly passphrase: string;
  readonly code: string;
  /** Where they come from; null: not known. */
  readonly address: string | null;
}

/**
 * Whose account it is.
 *
 * @throws OnRecordError `locked` when it does not fit; TooManyTries
 * @example
 * const account = await proveBySecret(team, { name: 'Mira', passphrase, code: '287082', address: null });
 */
export async function proveBySecret(team: Team, given: GivenProof): Promise<Account> {
  const key = nameKey(given.name);
  await countTry(team, { account: key, address: given.address });
  const account = await accountNamed(team, given.name);
  const right = await isPassphrase(team, given.passphrase, account?.passphrase ?? null);
  const signed = right && account !== null ? await takeCode(team, account, given.code) : null;
  if (signed === null || signed.state !== 'active') throw doesNotFit();
  await forgiveTries(team, key);
  return signed;
}

/**
 * Takes a code of an account's app, once; null when it is none.
 *
 * @example
 * const account = await takeCode(team, mira, '287082');
 */
export async function takeCode(team: Team, { id }: Account, code: string): Promise<Account | null> {
  const now = team.clock().getTime();
  return changeAccount(team, id, (account) => {
    const step = account.codes === null ? null : codeStep(account.codes.secret, code, now);
    if (account.codes === null || step === null || step <= account.codes.lastStep) return null;
    return { ...account, codes: { ...account.codes, lastStep: step } };
  });
}

/** What is told when somebody cannot be signed in, whatever the reason. */
export function doesNotFit(): OnRecordError {
  return new OnRecordError(
    'locked',
    'This does not fit. Look at the name, the passphrase and the code, and wait for the next code before you try again.',
  );
}
