/** Passkeys of members: questions that are answered once within five minutes; making, using, adding and dropping. */
import type { AccountId } from '../../record/id.ts';
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { Account, KeptPasskey } from '../../record/team/account.ts';
import type { PasskeyQuestion, Passkeys } from '../ports/passkeys.ts';
import { accountById, changeAccount } from './accounts.ts';
import { keep, kept } from './kept.ts';
import { doesNotFit } from './sign-in.ts';
import { later, newSecret, type Team } from './team.ts';

/** Seconds. */
const LASTS = 300;

/** What a question was asked for, so that an answer to one is none to another. */
export type AskedFor = 'sign-in' | 'proof' | 'add' | 'join';

interface Challenge {
  readonly challenge: string;
  readonly asked: AskedFor;
  /** Account or invitation that it was asked for; null: whoever answers. */
  readonly owner: string | null;
}

export interface AskedQuestion {
  readonly question: string;
  readonly options: PasskeyQuestion['options'];
}

/**
 * Keeps a question until it is answered.
 *
 * @example
 * await askPasskey(team, await passkeys.toUse(), { asked: 'sign-in', owner: null });
 */
export async function askPasskey(
  team: Team,
  { challenge, options }: PasskeyQuestion,
  { asked, owner }: { readonly asked: AskedFor; readonly owner: string | null },
): Promise<AskedQuestion> {
  const question = newSecret(team);
  const value: Challenge = { challenge, asked, owner };
  await keep(team, { kind: 'challenge', id: question, until: later(team, LASTS) }, value, 0);
  return { question, options };
}

/**
 * The challenge of a question, once; null: there is none of this kind any more.
 *
 * @example
 * const challenge = await answeredOnce(team, question, { asked: 'add', owner: account.id });
 */
export async function answeredOnce(
  team: Team,
  question: string,
  { asked, owner }: { readonly asked: AskedFor; readonly owner: string | null },
): Promise<string | null> {
  const held = await kept<Challenge>(team, 'challenge', question);
  if (held === null || held.value.asked !== asked || held.value.owner !== owner) return null;
  return (await team.store.drop('challenge', question)) ? held.value.challenge : null;
}

export interface PasskeyAnswer {
  readonly question: string;
  readonly answer: unknown;
}

/**
 * Whose account it is, by a passkey.
 *
 * @param of the account that must be it; null: whoever's it is
 * @throws OnRecordError `locked` when it does not fit
 * @example
 * const account = await proveByPasskey(team, passkeys, { question, answer }, null);
 */
export async function proveByPasskey(
  team: Team,
  passkeys: Passkeys,
  { question, answer }: PasskeyAnswer,
  of: AccountId | null,
): Promise<Account> {
  const asked = of === null ? 'sign-in' : 'proof';
  const challenge = await answeredOnce(team, question, { asked, owner: of });
  const claimed = passkeys.claimed(answer);
  const account = claimed === null ? null : await accountById(team, claimed.owner);
  const passkey = account?.passkeys.find(({ id }) => id === claimed?.passkey);
  if (challenge === null || account === null || passkey === undefined) throw doesNotFit();
  if (account.state !== 'active' || (of !== null && account.id !== of)) throw doesNotFit();
  const counter = await passkeys.used(answer, challenge, passkey);
  if (counter === null) throw doesNotFit();
  const noted = await changeAccount(team, account.id, (now) => {
    const held = now.passkeys.find(({ id }) => id === passkey.id);
    // Two answers with one count: one of them was made by a copy of the key.
    if (held === undefined || (counter > 0 && counter <= held.counter)) return null;
    return { ...now, passkeys: now.passkeys.map((one) => (one.id === held.id ? { ...one, counter } : one)) };
  });
  if (noted === null) throw doesNotFit();
  return noted;
}

/**
 * The passkey that an answer made.
 *
 * @throws OnRecordError `bad-usage` when it is not right
 * @example
 * const passkey = await passkeyMade(team, passkeys, { question, answer, label: 'my telephone', asked: 'add', owner: account.id });
 */
export async function passkeyMade(
  team: Team,
  passkeys: Passkeys,
  given: PasskeyAnswer & { readonly label: string; readonly asked: 'add' | 'join'; readonly owner: string },
): Promise<KeptPasskey> {
  const challenge = await answeredOnce(team, given.question, given);
  const made = challenge === null ? null : await passkeys.made(given.answer, challenge);
  if (made === null)
    throw new OnRecordError('bad-usage', 'The passkey could not be taken: make it once more.');
  const label = given.label.trim().slice(0, MOST_LABEL) || 'passkey';
  return { ...made, label, addedAt: team.clock().toISOString() };
}

const MOST_LABEL = 60;
const MOST_HELD = 10;

/** Adds a passkey to an account. */
export async function addPasskey(team: Team, id: AccountId, passkey: KeptPasskey): Promise<Account> {
  const changed = await changeAccount(team, id, (account) =>
    account.passkeys.length >= MOST_HELD || account.passkeys.some((one) => one.id === passkey.id)
      ? null
      : { ...account, passkeys: [...account.passkeys, passkey] },
  );
  if (changed === null)
    throw new OnRecordError(
      'bad-usage',
      `This passkey is there already, or the account has ${MOST_HELD}, which is the most: drop one first.`,
    );
  return changed;
}

/**
 * Drops a passkey, unless it is the last way in.
 *
 * @throws OnRecordError `bad-usage`
 * @example
 * await dropPasskey(team, account.id, passkey.id);
 */
export async function dropPasskey(team: Team, id: AccountId, passkey: string): Promise<Account> {
  const changed = await changeAccount(team, id, (account) => {
    const left = account.passkeys.filter((one) => one.id !== passkey);
    const ways = left.length + (account.passphrase === null ? 0 : 1) + (account.outside === null ? 0 : 1);
    return ways === 0 || left.length === account.passkeys.length ? null : { ...account, passkeys: left };
  });
  if (changed === null)
    throw new OnRecordError(
      'bad-usage',
      'There is no such passkey, or it is the last way in: add another one first.',
    );
  return changed;
}
