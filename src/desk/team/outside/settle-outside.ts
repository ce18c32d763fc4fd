/**
 * What comes of somebody whom the provider vouches for: signed in, joined, proved, bound, or asked for what is missing — the
 * second factor where the provider did not see one that the team takes, a name where the team lets people sign up.
 */
import { CODE_SECRET_BYTES, codeAddress, codeSecret, codeStep } from '../../../crypto/one-time-code.ts';
import type { SessionId } from '../../../record/id.ts';
import { OnRecordError } from '../../../record/onrecord-error.ts';
import type { Account } from '../../../record/team/account.ts';
import { reviewerName } from '../../reviewer.ts';
import { accountById, accountNamed, addAccount, nameKey } from '../accounts.ts';
import { acceptInvitation, listInvitations, openInvitation } from '../invitations.ts';
import { keep, keptBy } from '../kept.ts';
import { isSignUpOpen } from '../settings.ts';
import { takeCode } from '../sign-in.ts';
import { later, newSecret, type Team } from '../team.ts';
import { countTry, forgiveTries } from '../tries.ts';
import type { OutsideAnswer } from './ask-outside.ts';
import { accountOutside, bindIdentity, sameIdentity, takeIdentity } from './identities.ts';

/** Seconds for which it waits for what is missing. */
const LASTS = 600;

/** What is missing. */
export interface OutsideWants {
  /** `own`: a code of the app they have; `new`: one of an app that they set up now. */
  readonly code: 'none' | 'own' | 'new';
  /** Base 32, and the address that apps read; null unless a new app is set up. */
  readonly secret: string | null;
  readonly address: string | null;
  /** What the provider calls them, where a name must be chosen; null: it is known. */
  readonly name: string | null;
}

export type OutsideSettled =
  | { readonly step: 'in'; readonly account: Account; readonly act: 'signed-in' | 'joined' | 'recovered' }
  | { readonly step: 'proved' | 'bound'; readonly account: Account }
  | { readonly step: 'more'; readonly wants: OutsideWants };

/** What the person gave since. */
interface Given {
  /** Of the browser that answers; null: it has none. */
  readonly session: SessionId | null;
  readonly code: string | null;
  readonly name: string | null;
  /** Secret of the app that is set up; made when the answer came. */
  readonly fresh: string;
}

interface Waiting extends OutsideAnswer {
  readonly fresh: string;
}

/**
 * Goes as far as it can with what the provider says.
 *
 * @param session of the browser that answers; null: it has none
 * @returns with `pending`, the secret under which `completeOutside` goes on, where something is missing
 * @throws OnRecordError `locked`: no open account; `bad-usage`; `not-found`
 * @example
 * const settled = await settleOutside(team, answered, null);
 */
export async function settleOutside(
  team: Team,
  answered: OutsideAnswer,
  session: SessionId | null,
): Promise<OutsideSettled & { readonly pending: string | null }> {
  const fresh = codeSecret(team.random(CODE_SECRET_BYTES));
  const settled = await settle(team, answered, { session, code: null, name: null, fresh });
  if (settled.step !== 'more') return { ...settled, pending: null };
  const pending = newSecret(team);
  const place = {
    kind: 'challenge',
    id: newSecret(team),
    key: pending,
    until: later(team, LASTS),
  } as const;
  const value: Waiting = { ...answered, fresh };
  await keep(team, place, value, 0);
  return { ...settled, pending };
}

/**
 * Goes on with what was missing.
 *
 * @throws OnRecordError `locked`: it does not fit, or waited too long; TooManyTries
 * @example
 * const settled = await completeOutside(team, { pending, session: null, code: '287082', name: null });
 */
export async function completeOutside(
  team: Team,
  { pending, ...given }: Omit<Given, 'fresh'> & { readonly pending: string },
): Promise<OutsideSettled> {
  const held = await keptBy<Waiting>(team, 'challenge', pending);
  if (held === null || !('proof' in held.value)) throw noOutside();
  const { purpose, proof, fresh } = held.value;
  const who = JSON.stringify([proof.issuer, proof.subject]);
  await countTry(team, { account: who, address: null });
  const settled = await settle(team, { purpose, proof }, { ...given, fresh });
  if (settled.step === 'more') throw noOutside();
  await team.store.drop('challenge', held.id);
  await forgiveTries(team, who);
  return settled;
}

async function settle(team: Team, answered: OutsideAnswer, given: Given): Promise<OutsideSettled> {
  const { purpose } = answered;
  switch (purpose.kind) {
    case 'sign-in':
      return signIn(team, answered, given);
    case 'join':
      return join(team, answered, { token: purpose.token, given });
    case 'bind': {
      if (purpose.session !== given.session) throw noOutside();
      const account = await bindIdentity(team, purpose.account, answered.proof);
      return { step: 'bound', account };
    }
    case 'prove': {
      const account = await accountById(team, purpose.account);
      if (purpose.session !== given.session) throw noOutside();
      if (account === null || !sameIdentity(account.outside, answered.proof)) throw noOutside();
      return withOwnCode(team, { account, strong: answered.proof.strong, code: given.code }, 'proved');
    }
    default:
      return purpose satisfies never;
  }
}

async function signIn(team: Team, answered: OutsideAnswer, given: Given): Promise<OutsideSettled> {
  const { proof } = answered;
  const account = await accountOutside(team, proof);
  if (account === null) return signUp(team, answered, given);
  return withOwnCode(team, { account, strong: proof.strong, code: given.code }, 'in');
}

/** With a code of the app where the provider saw no second factor. */
async function withOwnCode(
  team: Team,
  {
    account,
    strong,
    code,
  }: { readonly account: Account; readonly strong: boolean; readonly code: string | null },
  step: 'in' | 'proved',
): Promise<OutsideSettled> {
  if (account.state !== 'active') throw noOutside();
  const done = (one: Account): OutsideSettled =>
    step === 'in' ? { step, account: one, act: 'signed-in' } : { step, account: one };
  if (strong) return done(account);
  if (account.codes === null)
    throw new OnRecordError(
      'locked',
      'The outside sign-in did not say that a second factor was used, and this account has no app for codes: use another way in, or ask two custodians for a new one.',
    );
  if (code === null) return more({ code: 'own', secret: null, address: null, name: null });
  const signed = await takeCode(team, account, code);
  if (signed === null || signed.state !== 'active') throw noOutside();
  return done(signed);
}

async function join(
  team: Team,
  { proof }: OutsideAnswer,
  { token, given }: { readonly token: string; readonly given: Given },
): Promise<OutsideSettled> {
  const { secret, address, recovers } = await openInvitation(team, token);
  if (!proof.strong && given.code === null) return more({ code: 'new', secret, address, name: null });
  const outside = { issuer: proof.issuer, subject: proof.subject };
  const code = proof.strong ? null : given.code;
  const account = await acceptInvitation(team, token, { outside, code });
  return { step: 'in', account, act: recovers === null ? 'joined' : 'recovered' };
}

/** Where the team says so: a reader who sees what is public, under a name of their own choice. */
async function signUp(team: Team, { proof }: OutsideAnswer, given: Given): Promise<OutsideSettled> {
  if (!(await isSignUpOpen(team))) throw noOutside();
  const { fresh } = given;
  if (given.name === null || (!proof.strong && given.code === null)) {
    const name = proof.name ?? '';
    if (proof.strong) return more({ code: 'none', secret: null, address: null, name });
    return more({ code: 'new', secret: fresh, address: codeAddress(fresh, { team: team.name, name }), name });
  }
  const name = reviewerName(given.name);
  const taken = (await listInvitations(team)).some((one) => nameKey(one.name) === nameKey(name));
  if (taken || (await accountNamed(team, name)) !== null)
    throw new OnRecordError('bad-usage', 'This name is taken: choose another one.');
  const lastStep = proof.strong ? null : codeStep(fresh, given.code ?? '', team.clock().getTime());
  if (!proof.strong && lastStep === null) throw noOutside();
  const id = team.newId('account');
  const account: Account = {
    id,
    name,
    roles: ['reader'],
    clearance: 'public',
    state: 'active',
    passphrase: null,
    codes: lastStep === null ? null : { secret: fresh, lastStep },
    passkeys: [],
    outside: await takeIdentity(team, proof, id),
    createdAt: team.clock().toISOString(),
  };
  await addAccount(team, account);
  return { step: 'in', account, act: 'joined' };
}

function more(wants: OutsideWants): OutsideSettled {
  return { step: 'more', wants };
}

/** What is told when somebody cannot be let in, whatever the reason. */
export function noOutside(): OnRecordError {
  return new OnRecordError(
    'locked',
    'This opens no account here: begin again, look at the code, and ask a custodian for an invitation if you have no account.',
  );
}
