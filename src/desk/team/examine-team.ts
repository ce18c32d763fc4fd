/** Whether a team is fit to work: its custodians, what waits, and whether who saw what goes into the log. For `onrecord doctor`. */
import { OnRecordError } from '../../record/onrecord-error.ts';
import type { Finding } from '../examine-vault.ts';
import { listAccounts } from './accounts.ts';
import { listInvitations } from './invitations.ts';
import type { Team } from './team.ts';

/** Milliseconds after which an access should stand in the log: a server writes once a minute. */
const LATE = 600_000;
/** A team with fewer cannot give a custodian a new way in, or take custody from one. */
const WANTED_CUSTODIANS = 3;
const MOST_WAITING = 1_000;

/**
 * Looks at it; changes nothing.
 *
 * @example
 * (await examineTeam(team)).map(({ message }) => message);
 */
export async function examineTeam(team: Team): Promise<readonly Finding[]> {
  try {
    return [await accountsFinding(team), ...(await waitingFindings(team))];
  } catch (error) {
    if (!(error instanceof OnRecordError) || error.code !== 'damaged') throw error;
    return [{ state: 'bad', what: 'team', message: error.message }];
  }
}

async function accountsFinding(team: Team): Promise<Finding> {
  const active = (await listAccounts(team)).filter(({ state }) => state === 'active');
  const custodians = active.filter(({ roles }) => roles.includes('custodian')).length;
  const invited = (await listInvitations(team)).length;
  const told = `${active.length} may sign in, ${custodians} of them custodians; invitations that wait: ${invited}.`;
  if (active.length > 0 && custodians === 0)
    return {
      state: 'bad',
      what: 'team',
      message: `${told} Nobody keeps the accounts: onrecord team invite NAME --roles custodian`,
    };
  if (active.length > 0 && custodians < WANTED_CUSTODIANS)
    return {
      state: 'note',
      what: 'team',
      message: `${told} Have ${WANTED_CUSTODIANS} custodians: two must ask together for a new way in, or to take custody from one.`,
    };
  return { state: 'good', what: 'team', message: told };
}

async function waitingFindings(team: Team): Promise<readonly Finding[]> {
  const last = new Date(team.clock().getTime() - LATE).toISOString();
  const late = (await team.store.accesses({ to: last, limit: MOST_WAITING })).filter(
    ({ logged }) => logged === null,
  );
  if (late.length === 0) return [];
  const oldest = late.at(-1)?.at ?? '';
  return [
    {
      state: 'note',
      what: 'team',
      message: `Who did and who saw what since ${oldest} is not in the log yet: a server of the team writes it, when it can write the record.`,
    },
  ];
}
